import { expect, it } from "vitest";
import type { PathItem } from "../../crisp/interpret/display-list.ts";
import { CLOSE, CUBIC, LINE, MOVE } from "../../crisp/interpret/path-data.ts";
import { withEvenBullet } from "./bullets.ts";
import { NO_CLIP } from "./set-line.ts";

function path(data: readonly number[]): PathItem {
  const paint = { fill: "#000000", evenOdd: false, stroke: undefined };
  return { kind: "path", data: [...data], bounds: [0, 0, 0, 0], paint, clip: NO_CLIP } as PathItem;
}

/** A disc in eight curves, whose numbers are off by so much in the last digits. */
function disc(x: number, y: number, off: number): PathItem {
  const r = 1.5;
  const k = (4 / 3) * Math.tan(Math.PI / 16) * r;
  const data: number[] = [MOVE, x + r, y + off];
  for (let i = 0; i < 8; i++) {
    const [a, b] = [(i * Math.PI) / 4, ((i + 1) * Math.PI) / 4];
    data.push(CUBIC, x + r * Math.cos(a) - k * Math.sin(a), y + off + r * Math.sin(a));
    data.push(x + r * Math.cos(b) + k * Math.sin(b), y + r * Math.sin(b) - k * Math.cos(b));
    data.push(x + r * Math.cos(b), y - off + r * Math.sin(b));
  }
  return path([...data, CLOSE]);
}

it("B1 a round bullet is the same disc whatever its maker's last digits are", () => {
  const [one, other] = [disc(97.5, 606.57, 0), disc(97.5, 606.5698, 0.0004)];
  expect(one.data).not.toEqual(other.data);
  expect(withEvenBullet(other).data).toEqual(withEvenBullet(one).data);
  const [x0, y0, x1, y1] = withEvenBullet(one).bounds;
  expect([x0, y0, x1, y1].map((n) => Math.round(n * 10))).toEqual([960, 6051, 990, 6081]);
});

it("what is no small disc stays as it was drawn", () => {
  const square = path([MOVE, 0, 0, LINE, 3, 0, LINE, 3, 3, LINE, 0, 3, CLOSE]);
  expect(withEvenBullet(square)).toBe(square);
  const large = disc(100, 100, 0);
  const wide = { ...large, data: [...large.data].map((n, i) => (i % 7 === 0 ? n : n * 9)) };
  expect(withEvenBullet(wide)).toBe(wide);
});
