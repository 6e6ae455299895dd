// A bundle is run only where it was made of the sources as they are.
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bundlesOf, commandOf, freshBundle } from "./fresh.mjs";
import { makeBundle } from "./make.ts";

const CLI = join("electron", "cli.ts");
const SAID = join("electron", "said.ts");
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "candour-bundle-"));
  mkdirSync(join(root, "electron"));
  writeFileSync(
    join(root, CLI),
    'export const said = async () => (await import("./said.ts")).SAID;',
  );
  say("first");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function say(word: string): void {
  writeFileSync(join(root, SAID), `export const SAID: string = "${word}";`);
  // Neither length nor time of a file tells that it is another one.
  utimesSync(join(root, SAID), 1_700_000_000, 1_700_000_000);
}

const make = () => makeBundle(root, { cli: CLI });

async function saidBy(path: string): Promise<string> {
  const url = pathToFileURL(path).href;
  const { said } = (await import(/* @vite-ignore */ url)) as { said: () => Promise<string> };
  return said();
}

test("a source that changes by nothing but a letter makes a bundle old", async () => {
  expect(freshBundle(root)).toBeUndefined();
  await make();
  const first = freshBundle(root)!;
  expect(await saidBy(first)).toBe("first");
  say("fresh");
  expect(freshBundle(root)).toBeUndefined();
  await make();
  const second = freshBundle(root)!;
  expect([await saidBy(second), second === first]).toEqual(["fresh", false]);
  say("first");
  expect(freshBundle(root)).toBeUndefined();
});

test("packages that are installed anew, a source that is gone and a touched bundle make it old", async () => {
  await make();
  writeFileSync(join(root, "package-lock.json"), "{}");
  expect(freshBundle(root)).toBeUndefined();
  rmSync(join(root, "package-lock.json"));
  expect(freshBundle(root)).toBeDefined();
  const [touched] = readdirSync(dirname(freshBundle(root)!)).filter((name) =>
    name.startsWith("said"),
  );
  appendFileSync(join(dirname(freshBundle(root)!), touched!), "\n");
  expect(freshBundle(root)).toBeUndefined();
  await make();
  rmSync(join(root, SAID));
  expect(freshBundle(root)).toBeUndefined();
});

test("two that make it at once leave one that is whole", async () => {
  await Promise.all([make(), make()]);
  expect(await saidBy(freshBundle(root)!)).toBe("first");
});

test("where none can be made the sources are run, and nothing is left of the attempt", async () => {
  writeFileSync(join(root, SAID), "export const SAID = ;");
  await expect(make()).rejects.toThrow();
  expect(readdirSync(bundlesOf(root))).toEqual([]);
  rmSync(join(root, ".cache"), { recursive: true });
  writeFileSync(join(root, ".cache"), "in the way");
  expect(commandOf(root)).toBe(join(root, CLI));
});
