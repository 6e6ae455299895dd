import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkOutputs, writeOutput } from "./outputs.ts";

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candour-outputs-"));
  writeFileSync(at("in.pdf"), "original");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const check = (paths: (string | undefined)[], force = false) =>
  checkOutputs(paths, { reads: [at("in.pdf"), at("marks.json")], force });

test("what a run reads is never written, by no way of naming it, nor is one place written twice", () => {
  mkdirSync(at("sub"));
  for (const way of [at("in.pdf"), `${folder}/sub/../in.pdf`, at("marks.json")])
    expect(() => check([way], true), way).toThrow("named twice");
  symlinkSync(folder, at("same"));
  expect(() => check([at("same/in.pdf")], true)).toThrow("named twice");
  expect(() => check([at("a.pdf"), at("sub/../a.pdf")])).toThrow("named twice");
  expect(check([at("a.pdf"), undefined, at("b.json")])).toEqual([at("a.pdf"), null, at("b.json")]);
  expect(readFileSync(at("in.pdf"), "utf8")).toBe("original");
});

test("what stands there is not replaced without force; folders, devices and pipes never", () => {
  mkdirSync(at("sub"));
  writeFileSync(at("old.pdf"), "old");
  symlinkSync("nowhere", at("dangling"));
  symlinkSync("/dev/null", at("device"));
  for (const name of ["old.pdf", "dangling"]) {
    expect(() => check([at(name)]), name).toThrow("exists already");
    expect(check([at(name)], true)).toEqual([at(name)]);
  }
  for (const name of ["sub", "device"]) {
    expect(() => check([at(name)]), name).toThrow();
    expect(() => check([at(name)], true), name).toThrow(/is a folder|no plain file/u);
  }
  expect(() => check([""], true)).toThrow("is a folder");
  expect(() => check([at("no/a.pdf")])).toThrow("There is no folder");
  expect(() => check([at("n".repeat(300))])).toThrow("too long");
});

test("a name as long as names can be is written; what appears meanwhile is not replaced", () => {
  const long = at("n".repeat(255));
  expect(check([long])).toEqual([long]);
  writeOutput(long, "text", false);
  expect(readFileSync(long, "utf8")).toBe("text");
  expect(() => writeOutput(long, "other", false)).toThrow("not replaced");
  writeOutput(long, "other", true);
  expect(readFileSync(long, "utf8")).toBe("other");
  expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
});
