// A page as it is to be laid out: what the marks burn of it is found, and where its tables tell how
// long a burnt word was, it is read once more with the tables laid out anew.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PageMark } from "../../page-output.ts";
import type { DisplayList } from "../../crisp/interpret/display-list.ts";
import { areasOf } from "../drawings/areas.ts";
import type { Area } from "../drawings/areas.ts";
import { reaches } from "../drawings/cut-paths.ts";
import { findOn } from "../paragraphs/find.ts";
import type { Found } from "../paragraphs/find.ts";
import { frameOf } from "../lines/frame.ts";
import type { Word } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import { fewestLines } from "../paragraphs/fill.ts";
import { wallsOf } from "../lines/rules.ts";
import type { MarkOf } from "../lines/set-line.ts";
import { NATURAL, lineWidth, wordWidth } from "../lines/set-line.ts";
import { silentMarks } from "./surroundings.ts";
import { tablesAnew } from "../tables/tables-anew.ts";
import type { Recast } from "../tables/tables-anew.ts";
import { hyphenationOf } from "../lines/hyphens.ts";
import { wordsOf } from "../lines/words.ts";
import { seenPaints } from "../seen/unseen-paint.ts";

const ONE_SIZE = 0.05;

export interface ReadAnew {
  readonly page: DisplayList;
  readonly found: Found;
  readonly recast: Recast | undefined;
  /** Marks that burn blanks and nothing else. */
  readonly silent: ReadonlySet<number>;
}

/**
 * @param rects of the marks on the displayed page
 * @param found on the page as it came
 */
export function readAnew(
  page: DisplayList,
  marks: readonly PageMark[],
  rects: readonly Rect[],
  markOf: MarkOf,
  found: Found,
): ReadAnew {
  const rests = new Set(marks.flatMap(({ text }, i) => (text === "" ? [i] : [])));
  const silent = silentMarks(rects, found.seen);
  if (!found.segments.some((s) => s.touched)) return { page, found, recast: undefined, silent };
  const hyphenation = hyphenationOf(found.segments);
  const walls = wallsOf(seenPaints(page.items), frameOf([1, 0, 0, 1, 0, 0]));
  const wordsIn = ({ lines }: Paragraph) => wordsOf(lines, marks, new Map(), hyphenation, silent);
  const anew = tablesAnew(page, found, walls, (cell) => {
    const words = wordsIn(cell);
    const least = Math.max(0, ...words.map((word) => wordWidth(word, markOf, NATURAL)));
    return { most: lineWidth(words, markOf, NATURAL), least };
  });
  const recast = anew && isFree(page, anew, areasOf(marks, rects, found.seen)) ? anew : undefined;
  const known = (own: Found): Found => {
    const paragraphs = own.paragraphs.map((p) => withOwnLeading(p, () => wordsIn(p), markOf));
    return { ...own, paragraphs: paragraphs.map((p) => withLeadingOf(paragraphs, p)) };
  };
  if (!recast) return { page, found: known(found), recast, silent };
  const burnt = new Map<number, number>();
  for (const glyph of found.seen)
    for (const { order } of [glyph, ...(glyph.echoes ?? [])]) burnt.set(order, glyph.mark);
  const again = findOn(recast.page, rects, rests, { marks: burnt, cells: recast.cells });
  const own = { page: recast.page, found: known(again), recast };
  return { ...own, silent: silentMarks(rects, again.seen) };
}

/** Borders that are burnt with an area are cut where they are: elsewhere the mark means something else. */
function isFree(page: DisplayList, anew: Recast, areas: readonly Area[]): boolean {
  return page.items.every(
    (item, i) =>
      item === anew.page.items[i] ||
      item.kind === "glyph" ||
      areas.every(({ rect }) => !reaches(item, rect, 0.01)),
  );
}

/** What stands alone takes its leading from texts of its size, from such as are cells where it is one. */
function withLeadingOf(paragraphs: readonly Paragraph[], p: Paragraph): Paragraph {
  if (p.leadingShown) return p;
  const { size } = p.lines[0]!;
  const like = paragraphs.filter(
    (o) =>
      o.leadingShown && o.lines.length > 1 && Math.abs(o.lines[0]!.size - size) < ONE_SIZE * size,
  );
  const alike = like.find((o) => (o.cell !== undefined) === (p.cell !== undefined)) ?? like[0];
  return alike ? { ...p, leading: alike.leading, leadingShown: true } : p;
}

/** A paragraph that has two lines in every twin shows its leading in every twin. */
function withOwnLeading(
  paragraph: Paragraph,
  words: () => readonly Word[],
  markOf: MarkOf,
): Paragraph {
  const { lines } = paragraph;
  if (lines.length < 2 || !lines.some((line) => line.touched)) return paragraph;
  if ((fewestLines(paragraph, words(), markOf) ?? 1) < 2) return paragraph;
  const leading = (lines[0]!.v - lines[lines.length - 1]!.v) / (lines.length - 1);
  return { ...paragraph, leading, leadingShown: true };
}
