// Finds what each mark of a page meets: the segments of lines that lose glyphs, and the marks that
// meet no glyph a reader sees (pictures, scanned words, drawings, empty paper). A mark over several
// lines speaks on the first; on the others it is a plain box, or nothing where no word is left.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PageMark } from "../../page-output.ts";
import { removedBy } from "../glyphs/hit.ts";
import type { TouchedSegment } from "./line-plan.ts";
import type { Segment } from "../glyphs/lines.ts";
import { stretchOf } from "../glyphs/stretch.ts";

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
    const hits = segment.glyphs.map(
      ({ glyph }) => marks.find((m) => removedBy(m.rect, glyph)) ?? null,
    );
    if (hits.every((mark) => mark === null)) {
      untouched.push(segment);
      continue;
    }
    const words = hits.some((mark) => mark === null);
    const own = new Map<PageMark, PageMark>();
    for (const mark of new Set(hits)) {
      if (!mark) continue;
      own.set(mark, onLine(mark, segment, met.has(mark), words));
    }
    for (const mark of own.keys()) met.add(mark);
    lines.push({ segment, burnt: hits.map((mark) => (mark ? own.get(mark)! : null)) });
  }
  return { lines, untouched, areas: marks.filter((mark) => !met.has(mark)) };
}

/** The mark as it is meant on one line. */
function onLine(mark: PageMark, segment: Segment, spoken: boolean, words: boolean): PageMark {
  const stretch = stretchOf(segment);
  const rect: Rect = [
    Math.max(mark.rect[0], stretch[0]),
    Math.max(mark.rect[1], stretch[1]),
    Math.min(mark.rect[2], stretch[2]),
    Math.min(mark.rect[3], stretch[3]),
  ];
  const whole = mark.rect[2] - mark.rect[0] <= rect[2] - rect[0] + segment.em;
  const flat = mark.rect[3] - mark.rect[1] <= rect[3] - rect[1] + segment.em;
  if (!spoken) return whole && flat ? mark : { ...mark, rect };
  return { ...mark, rect, text: words && mark.text !== "" ? null : "" };
}
