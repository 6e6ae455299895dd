// Words under marks that the second engine reads and the first does not: some fonts' tables of
// characters are read wrong by one engine, and a title that spells such a word right would not be
// known for it. Judges nothing.
import type { PlacedText } from "../../engines/pdfjs.ts";
import { shownRect } from "../../place.ts";
import type { PageFrame } from "../../place.ts";
import type { PlacedMark } from "../../reading/coverage.ts";
import { foldTerm } from "../../reading/fold.ts";

interface ReadTwice {
  readonly frame: PageFrame;
  readonly marks: readonly PlacedMark[];
  /** All that the first engine reads on the page. */
  readonly known: string;
  readonly runs: readonly PlacedText[];
}

/** @returns for each group of marks, its words in the second engine's order that the first does not read */
export function readOtherwise({ frame, marks, known, runs }: ReadTwice): string[] {
  const own = foldTerm(known).text;
  const groups = new Map<string, string>();
  for (const { text, box } of runs) {
    const [left, bottom, right, top] = shownRect(frame, box);
    const wide = right - left >= top - bottom;
    // Where in a run a word stands is told by its share of the letters.
    for (const match of text.matchAll(/\S+/gu)) {
      const share = (match.index + match[0].length / 2) / text.length;
      const x = wide ? left + share * (right - left) : (left + right) / 2;
      const y = wide ? (bottom + top) / 2 : bottom + share * (top - bottom);
      const mark = marks.find(
        ({ rect }) => x >= rect[0] && x <= rect[2] && y >= rect[1] && y <= rect[3],
      );
      if (mark) groups.set(mark.group, (groups.get(mark.group) ?? "") + match[0]);
    }
  }
  return [...groups.values()].filter((text) => !own.includes(foldTerm(text).text));
}
