import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readMarks } from "./files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candour-files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string) {
  const path = join(folder, "marks.json");
  writeFileSync(path, text);
  return readMarks(path);
}

test("marks are read, their corners ordered", () => {
  const read1 = read('{"marks":[{"page":1,"rect":[130,712,72,697],"label":" Child A "}]}');
  expect(read1.marks).toEqual([{ page: 1, rect: [72, 697, 130, 712], label: "Child A" }]);
});

test.each([
  ["of a mark", '{"marks":[{"page":1,"rect":[1,2,3,4],"colour":"red"}]}', "colour"],
  ["misspelt", '{"marks":[{"page":1,"rect":[1,2,3,4],"Label":"Child A"}]}', "Label"],
  ["beside the marks", '{"marks":[],"sealedPages":[1]}', "sealedPages"],
  ["of every object", '{"marks":[{"page":1,"rect":[1,2,3,4],"__proto__":{}}]}', "__proto__"],
])("B5 a field %s that nobody reads is refused by its name", (_, text, name) => {
  expect(() => read(text)).toThrow(`Unrecognized key: "${name}"`);
});
