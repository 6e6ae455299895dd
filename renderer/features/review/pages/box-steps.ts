// How a box changes when it, or one of its corners, is moved. Pure; sides never cross.
import type { Box } from "../../../viewer/page-space.ts";

export const CORNERS = ["top-left", "top-right", "bottom-left", "bottom-right"] as const;
export type Corner = (typeof CORNERS)[number];

const LEAST = 4;

/** @param corner null moves the whole box. */
export function boxMoved(box: Box, corner: Corner | null, dx: number, dy: number): Box {
  if (corner === null) return { ...box, left: box.left + dx, top: box.top + dy };
  const right = box.left + box.width;
  const bottom = box.top + box.height;
  const left = corner.endsWith("left") ? Math.min(box.left + dx, right - LEAST) : box.left;
  const top = corner.startsWith("top") ? Math.min(box.top + dy, bottom - LEAST) : box.top;
  const width = corner.endsWith("right") ? Math.max(LEAST, box.width + dx) : right - left;
  const height = corner.startsWith("bottom") ? Math.max(LEAST, box.height + dy) : bottom - top;
  return { left, top, width, height };
}
