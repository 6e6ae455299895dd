// Words of a sealed page's text that could not be proved to stand for what is seen: they are left to the
// picture, so that one of them does not cost the page the rest of its text.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { union } from "../../../../shared/geometry/rect.ts";
import type { LayerWord } from "./text-layer.ts";

/** @param unproven where such words or letters of them stand, points of the page as shown */
export function withoutWords(words: readonly LayerWord[], unproven: readonly Rect[]): LayerWord[] {
  return words.filter((word) => {
    const own = boxOf(word);
    return !unproven.some((rect) => holds(rect, middleOf(own)) || holds(own, middleOf(rect)));
  });
}

function boxOf({ x, y, angle, length, height }: LayerWord): Rect {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [ex, ey] = [x + cos * length, y + sin * length];
  const line: Rect = [Math.min(x, ex), Math.min(y, ey), Math.max(x, ex), Math.max(y, ey)];
  const [up, left] = [cos * height, -sin * height];
  return union(line, [
    Math.min(line[0], line[0] + left),
    Math.min(line[1], line[1] + up),
    Math.max(line[2], line[2] + left),
    Math.max(line[3], line[3] + up),
  ]);
}

const middleOf = ([x0, y0, x1, y1]: Rect) => [(x0 + x1) / 2, (y0 + y1) / 2] as const;

function holds([x0, y0, x1, y1]: Rect, [x, y]: readonly [number, number]): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}
