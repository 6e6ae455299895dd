// Leaders: a drawn line or a row of dots from a burnt line's last word to what stands at its right.
// Where they begin, and how many dots they have, tells how long the burnt word was; so they are
// drawn anew from where the words end now (B1).
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Item, PathItem } from "../../crisp/interpret/display-list.ts";
import { LINE, MOVE, boundsOf } from "../../crisp/interpret/path-data.ts";
import type { Segment } from "../model.ts";
import { paintsOf } from "../seen/paints.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import type { ResetParagraph } from "../paragraphs/reset.ts";
import { barOf } from "../lines/rules.ts";
import { ROW } from "./rows-of-dots.ts";

/** In em of the line. */
const NEAREST = -0.15;
const FARTHEST = 2;
const SHORTEST = 3;
const LOWEST = -0.3;
const HIGHEST = 0.45;
const THICKEST = 0.2;
const GAP = 0.4;
/** Points by which ends differ that are meant to be one. */
const SAME_END = 1.5;
/** Points to which the length of a drawn line was rounded. */
const LENGTH = 6;
/** In em: dots are no longer than this and stand no further apart. */
const DASH = 0.6;

/** A line drawn from a word on. */
export interface Leader {
  readonly item: PathItem;
  /** It has a length of its own, and ends where nothing else says that it should. */
  readonly ownLength: boolean;
}

/**
 * The drawn leader of an upright line, where it has one.
 *
 * @param limit where lines may run to
 */
export function leaderOf(
  line: Segment,
  items: readonly Item[],
  segments: readonly Segment[],
  limit: number,
): Leader | undefined {
  if (line.frame.key !== "0") return undefined;
  const { size, right } = line;
  const item = paintsOf(items).find((one): one is PathItem => {
    const bar = barBeside(line, one);
    if (!bar) return false;
    const [x0, , x1] = bar;
    return x0 - right < FARTHEST * size && x1 - x0 > SHORTEST * size;
  });
  if (!item) return undefined;
  const [, , end] = barOf(item)!;
  const near = (at: number) => Math.abs(at - end) < FARTHEST * size;
  const leadsTo = segments.some((s) => Math.abs(s.v - line.v) < 0.3 * size && near(s.left));
  const others = items.some((one) => {
    const bar = one !== item && one.kind === "path" && !one.link ? barOf(one) : undefined;
    return bar !== undefined && Math.abs(bar[2] - end) < SAME_END;
  });
  return { item, ownLength: !leadsTo && !others && Math.abs(limit - end) > SAME_END };
}

/** Dots or dashes that are drawn one by one behind the last word of an upright line. */
export function drawnDotsOf(line: Segment, items: readonly Item[]): readonly PathItem[] {
  if (line.frame.key !== "0") return [];
  const dots = paintsOf(items)
    .flatMap((item) => {
      const bar = barBeside(line, item);
      return bar && bar[2] - bar[0] < DASH * line.size ? [{ item: item as PathItem, bar }] : [];
    })
    .sort((a, b) => a.bar[0] - b.bar[0]);
  let end = line.right + FARTHEST * line.size;
  const row = dots.filter(({ bar }) => {
    if (bar[0] > end) return false;
    end = bar[2] + DASH * line.size;
    return true;
  });
  return row.length >= ROW ? row.map(({ item }) => item) : [];
}

/** A low bar that begins at the right of the line's last word. */
function barBeside({ size, right, v }: Segment, item: Item): Rect | undefined {
  if (item.kind !== "path" || item.link) return undefined;
  const bar = barOf(item);
  if (!bar) return undefined;
  const [x0, y0, , y1] = bar;
  const low = y1 - y0 < THICKEST * size && y0 - v > LOWEST * size && y1 - v < HIGHEST * size;
  return low && x0 - right > NEAREST * size ? bar : undefined;
}

/** The leader from where the line ends now; undefined where there is none or no room for it. */
export function leaderAnew(
  found: Leader | undefined,
  paragraph: Paragraph,
  set: ResetParagraph,
): PathItem | undefined {
  if (!found) return undefined;
  const leader = found.item;
  const { size, v } = paragraph.lines[paragraph.lines.length - 1]!;
  const last = set.lines.length - 1;
  const [x0, y0, end, y1] = barOf(leader)!;
  const from = set.lines[last]!.end + GAP * size;
  const length = LENGTH * Math.round((end - x0) / LENGTH);
  const x1 = found.ownLength ? from + length : Math.round(end * 10 + 0.037) / 10;
  if (x1 - from < size) return undefined;
  const y = (y0 + y1) / 2 + set.baselines[last]! - v;
  const data = [MOVE, from, y, LINE, x1, y];
  const { stroke, fill } = leader.paint;
  const drawn = stroke ?? {
    colour: fill!,
    width: y1 - y0,
    cap: 0,
    join: 0,
    mitre: 10,
    dash: [],
    phase: 0,
    pen: undefined,
  };
  const width = stroke ? stroke.width : y1 - y0;
  const [bx0, by0, bx1, by1] = boundsOf(data)!;
  return {
    kind: "path",
    data,
    bounds: [bx0, by0 - width / 2, bx1, by1 + width / 2],
    paint: { fill: undefined, evenOdd: false, stroke: { ...drawn, phase: 0 } },
    clip: leader.clip,
  };
}
