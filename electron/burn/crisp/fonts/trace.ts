// Turns a stencil into an outline: the exact edge of its pixels, as closed contours whose winding
// leaves holes open. Nothing is smoothed: whoever enlarges it sees the same steps as in the stencil.
import { CLOSE, LINE, MOVE } from "../interpret/path-data.ts";

export interface Stencil {
  readonly width: number;
  readonly height: number;
  /** Rows of packed bits from the top; 0 is ink. */
  readonly data: ArrayLike<number>;
}

/** Larger stencils are pictures, not letters. */
const MOST_PIXELS = 1_000_000;

/** In the unit square, origin bottom-left. @throws where the stencil is no letter */
export function traceStencil({ width, height, data }: Stencil): number[] {
  const row = (width + 7) >> 3;
  if (!(width > 0 && height > 0 && width * height <= MOST_PIXELS) || data.length < row * height) {
    throw new Error("not a letter");
  }
  const inked = (x: number, y: number): boolean =>
    x >= 0 &&
    y >= 0 &&
    x < width &&
    y < height &&
    ((data[y * row + (x >> 3)]! >> (7 - (x & 7))) & 1) === 0;
  // Edges run so that ink lies at their right; every corner knows where its edges lead.
  const across = width + 1;
  const leads = new Map<number, number[]>();
  const edge = (from: number, to: number): void => {
    const known = leads.get(from);
    if (known) known.push(to);
    else leads.set(from, [to]);
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!inked(x, y)) continue;
      const at = y * across + x;
      if (!inked(x, y - 1)) edge(at, at + 1);
      if (!inked(x + 1, y)) edge(at + 1, at + 1 + across);
      if (!inked(x, y + 1)) edge(at + 1 + across, at + across);
      if (!inked(x - 1, y)) edge(at + across, at);
    }
  }
  const out: number[] = [];
  const point = (at: number): [number, number] => [
    (at % across) / width,
    1 - Math.floor(at / across) / height,
  ];
  for (const [start, first] of leads) {
    while (first.length > 0) {
      let operator = MOVE;
      let before = start;
      let at = first.pop()!;
      let step = at - before;
      out.push(MOVE, ...point(start));
      operator = LINE;
      while (at !== start) {
        const next = leads.get(at)!;
        // Where two pixels touch at a corner alone, each keeps a contour of its own.
        const turn =
          next.length > 1 ? next.findIndex((to) => to - at === rightOf(step, across)) : 0;
        const to = next.splice(Math.max(0, turn), 1)[0]!;
        if (to - at !== step) out.push(operator, ...point(at));
        step = to - at;
        before = at;
        at = to;
      }
      out.push(CLOSE);
    }
  }
  return out;
}

/** The step after a turn to the right, seen from the top. */
function rightOf(step: number, across: number): number {
  if (step === 1) return across;
  if (step === across) return -1;
  if (step === -1) return -across;
  return 1;
}
