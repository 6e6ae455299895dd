// A page as it is to be laid out: what the marks burn of it is found, and where its tables tell how
// long a burnt word was, it is read once more with the tables laid out anew.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { PageMark } from "../page-output.ts";
import type { DisplayList } from "../crisp/interpret/display-list.ts";
import { findOn } from "./find.ts";
import type { Found } from "./find.ts";
import { frameOf } from "./frame.ts";
import { wallsOf } from "./rules.ts";
import type { MarkOf } from "./set-line.ts";
import { NATURAL, lineWidth, wordWidth } from "./set-line.ts";
import { silentMarks } from "./surroundings.ts";
import { tablesAnew } from "./tables-anew.ts";
import type { Recast } from "./tables-anew.ts";
import { hyphenationOf, wordsOf } from "./words.ts";

export interface ReadAnew {
  readonly page: DisplayList;
  readonly found: Found;
  readonly recast: Recast | undefined;
}

/** @param rects of the marks on the displayed page */
export function readAnew(
  page: DisplayList,
  marks: readonly PageMark[],
  rects: readonly Rect[],
  markOf: MarkOf,
): ReadAnew {
  const found = findOn(page, rects);
  const as = { page, found, recast: undefined };
  if (!found.segments.some((s) => s.touched)) return as;
  const silent = silentMarks(rects, found.seen);
  const hyphenation = hyphenationOf(found.segments);
  const walls = wallsOf(page.items, frameOf([1, 0, 0, 1, 0, 0]));
  const recast = tablesAnew(page, found, walls, ({ lines }) => {
    const words = wordsOf(lines, marks, new Map(), hyphenation, silent);
    const least = Math.max(0, ...words.map((word) => wordWidth(word, markOf, NATURAL)));
    return { most: lineWidth(words, markOf, NATURAL), least };
  });
  if (!recast) return as;
  const burnt = new Map<number, number>();
  for (const glyph of found.seen)
    for (const { order } of [glyph, ...(glyph.echoes ?? [])]) burnt.set(order, glyph.mark);
  const again = findOn(recast.page, rects, { marks: burnt, cells: recast.cells });
  return { page: recast.page, found: again, recast };
}
