// The main job on the sample pair, as `npm run demo` does it: nothing in an ordinary report that is
// suggested and accepted keeps its pages from being written anew, or the export from being verified.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { makeSample } from "../../build/sample.ts";
import { parse } from "../../electron/command/arguments.ts";
import { demoCommand } from "../../electron/command/demo.ts";

const folder = mkdtempSync(path.join(tmpdir(), "demo-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("exports both files of the sample pair, verified, all pages of text crisp", async () => {
  await makeSample();
  const lines: string[] = [];
  const said = vi.spyOn(process.stdout, "write").mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  const code = await demoCommand(parse(["demo", "--out", folder, "--force"])).finally(() =>
    said.mockRestore(),
  );
  expect(code).toBe(0);
  const exported = lines.flatMap((line) => {
    const [, pages, crisp] = /^exported .*: (\d+) pages \((\d+) crisp, /.exec(line) ?? [];
    return pages === undefined ? [] : [Number(pages) - Number(crisp)];
  });
  // One page of the report is a scan.
  expect(exported).toEqual([1, 0]);
}, 240_000);
