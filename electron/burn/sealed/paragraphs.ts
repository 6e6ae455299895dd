// Joins reading lines into tagged paragraphs: lines of one column that follow each other closely.
// Geometry only; headings are not guessed on sealed pages.
import type { Segment } from "./lines.ts";
import type { LayerParagraph, LayerWord } from "./text-layer.ts";

export interface ReadingLine {
  readonly segment: Segment;
  readonly words: readonly LayerWord[];
}

/** Lines further apart than this many em do not belong together. */
const LEADING = 1.75;

export function paragraphsOf(lines: readonly ReadingLine[]): readonly LayerParagraph[] {
  const paragraphs: { role: "P"; lines: (readonly LayerWord[])[]; last: Segment }[] = [];
  for (const { segment, words } of lines) {
    const open = paragraphs[paragraphs.length - 1];
    if (open && goesOn(open.last, segment)) {
      // The last word of a line is parted from the next line's first.
      const before = open.lines[open.lines.length - 1]!;
      open.lines[open.lines.length - 1] = before.map((word, i) =>
        i === before.length - 1 ? { ...word, spaced: true } : word,
      );
      open.lines.push(words);
      open.last = segment;
    } else {
      paragraphs.push({ role: "P", lines: [words], last: segment });
    }
  }
  return paragraphs;
}

function goesOn(last: Segment, next: Segment): boolean {
  if (last.angle !== next.angle || Math.abs(last.em - next.em) > 0.6) return false;
  const drop = last.v - next.v;
  if (drop < 0.5 * last.em || drop > LEADING * last.em) return false;
  return next.start < last.end && last.start < next.end;
}
