import { expect, it } from "vitest";
import type { OpenCase } from "../cases/open-case.ts";
import { findText } from "./find.ts";

const TEXT =
  "Supervision was regular. The health visitor rang at half past nine and nobody answered the telephone.";

const open = {
  documents: { list: () => [{ id: "d", pages: 1 }], pageText: () => ({ text: TEXT }) },
} as unknown as OpenCase;

it("shows whole words around what was found", () => {
  const [hit] = findText(open, "Health  Visitor");
  expect(TEXT.slice(hit!.start, hit!.end)).toBe("health visitor");
  const words = new Set(TEXT.split(" "));
  expect(hit!.context.split(" ").filter((word) => !words.has(word))).toEqual([]);
  expect(hit!.context.length).toBeLessThan(TEXT.length);
});
