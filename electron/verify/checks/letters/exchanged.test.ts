import { expect, test } from "vitest";
import type { Glyph } from "../../reading/glyph.ts";
import { withoutExchanged } from "./exchanged.ts";

/** Letters of which each has a look of its own, here its font size. */
function letters(texts: string, looks: readonly number[]): Glyph[] {
  return [...texts].map((text, index) => ({ index, text, size: looks[index]! }) as Glyph);
}

const same = (shown: Glyph, stood: Glyph): boolean => shown.size === stood.size;

function left(before: Glyph[], after: Glyph[], wrong: readonly number[]): string {
  const explained = new Map(after.map(({ index }) => [index, index]));
  const kept = withoutExchanged(
    wrong.map((i) => after[i]!),
    { before, after, explained },
    same,
  );
  return kept.map(({ index }) => index).join();
}

test("V2 two equal letters that were taken for one another are both drawn as before", () => {
  expect(left(letters("att", [9, 10, 12]), letters("att", [9, 12, 10]), [1, 2])).toBe("");
});

test("V2 two brackets that are read alike and were taken for one another are drawn as before", () => {
  expect(left(letters("a)(", [9, 10, 12]), letters("a()", [9, 12, 10]), [1, 2])).toBe("");
  expect(left(letters("a)(", [9, 10, 12]), letters("a((", [9, 12, 10]), [1, 2])).toBe("1,2");
});

test("V3 a letter that looks like none that was there is not exchanged, nor one like another letter", () => {
  expect(left(letters("att", [9, 10, 12]), letters("att", [9, 12, 11]), [1, 2])).toBe("1,2");
  expect(left(letters("rt", [10, 12]), letters("rt", [12, 10]), [0, 1])).toBe("0,1");
  expect(left(letters("tt", [10, 12]), letters("tt", [12, 12]), [0])).toBe("0");
});
