// Marks over areas of letters and drawings, where they can be burnt whole while the lines above and
// below them are set anew: no other mark may lie in the rows of an area.
import { inflate } from "../../../../shared/geometry/rect.ts";
import type { PageObject } from "../../../pdfium/page-objects.ts";
import type { PageMark } from "../../page-output.ts";
import { removedBy } from "../glyphs/hit.ts";
import type { Segment } from "../glyphs/lines.ts";
import { overDrawing } from "../glyphs/under-mark.ts";

/** Points around an area that its box may take. */
const AROUND = 6;

export interface AreasApart {
  readonly areas: readonly PageMark[];
  /** The other marks, and the lines that no area holds. */
  readonly marks: readonly PageMark[];
  readonly segments: readonly Segment[];
}

/** Undefined where an area and something else of the page cannot be told apart. */
export function areasApart(
  all: readonly PageMark[],
  segments: readonly Segment[],
  objects: readonly PageObject[],
): AreasApart | undefined {
  const areas = all.filter((mark) => overDrawing(mark, segments, objects));
  if (areas.length === 0) return { areas, marks: all, segments };
  const marks = all.filter((mark) => !areas.includes(mark));
  const boxes = areas.map(({ rect }) => inflate(rect, AROUND));
  const beside = (mark: PageMark): boolean =>
    boxes.some((box) => mark.rect[1] < box[3] && mark.rect[3] > box[1]);
  // Rows that run otherwise than level are not told apart by height.
  if (marks.some(beside) || segments.some(({ angle }) => Math.abs(Math.sin(angle)) > 0.01))
    return undefined;
  const burnt = ({ glyphs }: Segment): boolean =>
    glyphs.every(({ glyph }) => areas.some(({ rect }) => removedBy(rect, glyph)));
  // A line that reaches into an area stays where it is and loses the words that the box takes.
  return { areas, marks, segments: segments.filter((segment) => !burnt(segment)) };
}
