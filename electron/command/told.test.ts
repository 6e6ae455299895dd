import { expect, it } from "vitest";
import { inLines, refusalSentence } from "./told.ts";

it("tells one line for each kind of note, with its pages, however many pages it is true of", () => {
  const pages = Array.from({ length: 100 }, (_, i) => i + 1);
  const notes = pages.flatMap((page) => [
    { message: `Page ${page}: a paragraph ends in another place than before.` },
    ...(page % 2 === 0 ? [] : [{ message: `Page ${page}: a table may be wide.` }]),
  ]);
  expect(inLines([...notes, { message: "A title was swept." }])).toEqual([
    "A paragraph ends in another place than before. (pages 1–100)",
    `A table may be wide. (pages ${pages.filter((page) => page % 2 === 1).join(", ")})`,
    "A title was swept.",
  ]);
});

it("tells the first kind of finding with its pages, and how many kinds more there are", () => {
  const found = [3, 4, 9].map((page) => ({ check: "terms-absent", message: "Found.", page }));
  const other = { check: "labels-placed", message: "Missing.", page: 2 };
  const verification = {
    pages: 9,
    sha256: "",
    passed: false,
    checks: [],
    notices: [],
    engines: {},
  };
  expect(refusalSentence({ ...verification, findings: [...found, other] })).toBe(
    "Nothing was exported. Found. (pages 3–4, 9) 1 more finding.",
  );
  expect(refusalSentence({ ...verification, findings: [] })).toBe(
    "Nothing was exported. Verification did not pass.",
  );
});
