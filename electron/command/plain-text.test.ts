import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

const SAID = "Sarah O’Neill lived there – aged 8.\n";

test("a text file is read as Windows may have written it", () => {
  const windows = Uint8Array.from(SAID, (c) => ({ "’": 0x92, "–": 0x96 })[c] ?? c.charCodeAt(0));
  expect(plainText("a.txt", windows)).toBe(SAID);
  expect(plainText("a.txt", Buffer.from(`\u{FEFF}${SAID}`, "utf16le"))).toBe(`\u{FEFF}${SAID}`);
  expect(plainText("a.txt", Buffer.from(`\u{FEFF}${SAID}`, "utf16le").swap16())).toContain("O’N");
  expect(plainText("a.txt", Buffer.from(`\u{FEFF}${SAID}`))).toBe(`\u{FEFF}${SAID}`);
  expect(plainText("a.txt", new Uint8Array())).toBe("");
});

test("bytes that are no text are refused in one sentence", () => {
  expect(() => plainText("/x/a.txt", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0xff))).toThrow(
    "“a.txt” is not plain text.",
  );
});
