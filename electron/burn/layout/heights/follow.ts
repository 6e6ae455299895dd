// Takes what is painted along with the text that it stands by: the flow says how far, bars and boxes
// that it reaches in part become longer or shorter.
import { normalise } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { DisplayList, ImageItem, PathItem } from "../../crisp/interpret/display-list.ts";
import { canStretch, isBackground } from "./flow.ts";
import type { Flow } from "./flow.ts";
import { boundsIn, toPage } from "../lines/frame.ts";
import { liftItem, settled, shiftOf, stretchItem, unclipped } from "../lines/lift.ts";
import type { Shift } from "../lines/lift.ts";

/** A drawing or picture where the flow takes it. */
export function follow(
  item: PathItem | ImageItem,
  flow: Flow,
  page: DisplayList,
): PathItem | ImageItem {
  const { frame, riseAt } = flow;
  if (!frame || isBackground(page, item)) return item;
  const [, bottom, , top] = boundsIn(frame, item.bounds);
  const settles = flow.fine && top < flow.from!;
  const rise = (v: number) => (settles ? settled(v + riseAt(v)) - v : riseAt(v));
  const moved =
    riseAt(bottom) !== riseAt(top) && canStretch(item)
      ? stretchItem(unclipped(item), frame, rise)
      : lifted(item, shiftOf(frame, riseAt(top)));
  return settles ? lifted(moved, unevenOf(flow, moved.bounds)) : moved;
}

function lifted(item: PathItem | ImageItem, by: Shift): PathItem | ImageItem {
  return by[0] === 0 && by[1] === 0 ? item : liftItem(unclipped(item), by);
}

/** How far something stands from the tenths of a point that twins share. */
export function unevenOf({ frame }: Flow, rect: Rect): Shift {
  const [left, bottom] = boundsIn(frame!, rect);
  return toPage(frame!, settled(left) - left, settled(bottom) - bottom);
}

export function moveOf({ frame, riseAt }: Flow, rect: Rect): Shift {
  return frame ? shiftOf(frame, riseAt(boundsIn(frame, rect)[3])) : [0, 0];
}

/** The part of the page in which anything may have moved. */
export function movedBy({ frame, from }: Flow, page: DisplayList): Rect | undefined {
  if (!frame || from === undefined) return undefined;
  const [u0, v0, u1] = boundsIn(frame, [0, 0, page.width, page.height]);
  return normalise(...toPage(frame, u0, v0), ...toPage(frame, u1, from));
}
