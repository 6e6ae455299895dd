// Finds what each mark of a page meets: the segments of lines that lose glyphs, and the marks that
// meet no glyph a reader sees (pictures, scanned words, drawings, empty paper).
import type { PageMark } from "../page-output.ts";
import { removedBy } from "./hit.ts";
import type { TouchedSegment } from "./line-plan.ts";
import type { Segment } from "./lines.ts";

export interface Touched {
  readonly lines: readonly TouchedSegment[];
  readonly untouched: readonly Segment[];
  /** Marks without a visible glyph under them. */
  readonly areas: readonly PageMark[];
}

export function touch(segments: readonly Segment[], marks: readonly PageMark[]): Touched {
  const lines: TouchedSegment[] = [];
  const untouched: Segment[] = [];
  const met = new Set<PageMark>();
  for (const segment of segments) {
    const burnt = segment.glyphs.map(({ glyph }) => {
      const mark = marks.find((m) => removedBy(m.rect, glyph)) ?? null;
      if (mark) met.add(mark);
      return mark;
    });
    if (burnt.some((mark) => mark !== null)) lines.push({ segment, burnt });
    else untouched.push(segment);
  }
  return { lines, untouched, areas: marks.filter((mark) => !met.has(mark)) };
}
