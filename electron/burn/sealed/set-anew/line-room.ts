// What room a touched line has and which edge holds it: from untouched neighbours, borders and the
// page, never from the burnt words (B1).
import type { Segment } from "../glyphs/lines.ts";
import type { Alignment, LineRoom } from "./reset-line.ts";

export interface Beside {
  /** Segments without a mark, of the same page. */
  readonly untouched: readonly Segment[];
  /** Ends of the page along this line. */
  readonly page: readonly [number, number];
  /** Upright borders that cross the line, ascending. */
  readonly crossings: readonly number[];
  /** Nominal space of the line's font in points; 0 where unknown. */
  readonly space: number;
}

const SAME_EDGE = 0.9;

/** The column's own room first; then whatever is free up to the next word, border or page edge. */
export function roomsFor(segment: Segment, around: Beside): readonly LineRoom[] {
  const { em } = segment;
  const gap = around.space > 0.15 * em && around.space < 0.6 * em ? around.space : 0.25 * em;
  const [alignment, anchor] = alignmentOf(segment, around);
  let least = around.page[0] + 0.5 * em;
  let most = around.page[1] - 0.5 * em;
  for (const other of around.untouched) {
    if (other.angle !== segment.angle || Math.abs(other.v - segment.v) > 0.6 * em) continue;
    if (other.end <= segment.start) least = Math.max(least, other.end + 0.4 * em);
    if (other.start >= segment.end) most = Math.min(most, other.start - 0.4 * em);
  }
  for (const u of around.crossings) {
    if (u <= segment.start + 0.3 * em) least = Math.max(least, u + 0.15 * em);
    else if (u >= segment.end - 0.3 * em) most = Math.min(most, u - 0.15 * em);
  }
  if (alignment === "left") least = Math.min(anchor, most);
  if (alignment === "right") most = Math.max(anchor, least);
  const base = { alignment, anchor, em, gap };
  const wide: LineRoom = { ...base, least, most };
  const column = around.untouched.filter(
    (s) => s.angle === segment.angle && Math.abs(s.start - anchor) < SAME_EDGE,
  );
  if (alignment !== "left" || column.length < 2) {
    const margin = anchor - around.page[0];
    const mirrored = around.page[1] - margin;
    return alignment === "left" && mirrored < most && mirrored > anchor + 8 * em
      ? [{ ...wide, most: mirrored }, wide]
      : [wide];
  }
  const right = Math.max(...column.map((s) => s.end));
  if (right >= most || right <= anchor) return [wide];
  // A line that is a little too long keeps to the inner half of the margin.
  return [{ ...wide, most: right }, { ...wide, most: (right + most) / 2 }, wide];
}

function alignmentOf(segment: Segment, { untouched, page }: Beside): readonly [Alignment, number] {
  const others = untouched.filter((s) => s.angle === segment.angle);
  const near = others.filter((s) => Math.abs(s.v - segment.v) < 8 * segment.em);
  const left = others.find((s) => Math.abs(s.start - segment.start) < SAME_EDGE);
  if (left) return ["left", left.start];
  const middle = (segment.start + segment.end) / 2;
  const pageMiddle = (page[0] + page[1]) / 2;
  if (Math.abs(middle - pageMiddle) < 1.2) return ["centre", pageMiddle];
  const centred = near.find((s) => Math.abs((s.start + s.end) / 2 - middle) < SAME_EDGE);
  if (centred) return ["centre", (centred.start + centred.end) / 2];
  const right = others.find((s) => Math.abs(s.end - segment.end) < SAME_EDGE);
  if (right) return ["right", right.end];
  // Alone at the right margin: the margin is as wide as the left one of the other lines.
  const margin = Math.min(...others.map((s) => s.start)) - page[0];
  if (margin > 0 && Math.abs(page[1] - margin - segment.end) < 1.2) {
    return ["right", page[1] - margin];
  }
  return ["left", segment.start];
}
