// The box over a place that cannot be set anew: a picture, a drawing, words whose line cannot be
// trusted. It stands on a coarse grid, so that its size says little; where that would cover a letter
// that no mark means, it ends before the letter instead, and whoever asks is told so.
import type { PixelRect, Pixels } from "../pixels/pixels.ts";

/** Letters at the mark, in pixels of the page made upright. */
export interface Around {
  /** Those that the mark removes. */
  readonly own: readonly PixelRect[];
  /** Those that no mark removes. */
  readonly beside: readonly PixelRect[];
}

export interface AreaBox {
  readonly box: PixelRect;
  /** A neighbour stands so near that the box's length may be what the mark covers. */
  readonly exact: boolean;
}

/** Pixels; boxes over pictures begin and end on this grid. */
const GRID = 24;
/** Pixels between a box and a letter beside it. */
const APART = 1;

/** @param echo pixels around the mark in which a compressed picture may echo what it covers */
export function areaBox(page: Pixels, rect: PixelRect, echo: number, around: Around): AreaBox {
  // Of a mark over letters only they must go: its own edges may reach into the line above.
  const core = around.own.reduce(joined, around.own[0] ?? rect);
  const whole = around.own.length > 0 ? joined(rect, core) : rect;
  // Along the line on the grid; across it no further than needed, for the lines above and below.
  let box = {
    x0: Math.floor((whole.x0 - echo) / GRID) * GRID,
    y0: Math.floor(whole.y0 - echo),
    x1: Math.ceil((whole.x1 + echo) / GRID) * GRID,
    y1: Math.ceil(whole.y1 + echo),
  };
  const reach = { ...box, x0: whole.x0 - echo - GRID, x1: whole.x1 + echo + GRID };
  let exact = false;
  for (const letter of around.beside) {
    if (!meets(letter, reach)) continue;
    const side = sideOf(letter, core);
    if (side === undefined) continue;
    if (side === "x0" || side === "x1") exact = true;
    if (meets(letter, box)) box = before(box, core, letter, side);
  }
  return { box: page.clip(box), exact };
}

type Side = keyof PixelRect;

/** On which side of the core a letter stands; undefined where it stands on it. */
function sideOf(letter: PixelRect, core: PixelRect): Side | undefined {
  const gaps: readonly (readonly [Side, number])[] = [
    ["x0", core.x0 - letter.x1],
    ["x1", letter.x0 - core.x1],
    ["y0", core.y0 - letter.y1],
    ["y1", letter.y0 - core.y1],
  ];
  const [side, gap] = gaps.reduce((a, b) => (b[1] > a[1] ? b : a));
  return gap >= 0 ? side : undefined;
}

/** The box ended before a letter, never within what has to go. */
function before(box: PixelRect, core: PixelRect, letter: PixelRect, side: Side): PixelRect {
  if (side === "x0") return { ...box, x0: Math.max(box.x0, Math.min(core.x0, letter.x1 + APART)) };
  if (side === "x1") return { ...box, x1: Math.min(box.x1, Math.max(core.x1, letter.x0 - APART)) };
  if (side === "y0") return { ...box, y0: Math.max(box.y0, Math.min(core.y0, letter.y1 + APART)) };
  return { ...box, y1: Math.min(box.y1, Math.max(core.y1, letter.y0 - APART)) };
}

function joined(a: PixelRect, b: PixelRect): PixelRect {
  return {
    x0: Math.min(a.x0, b.x0),
    y0: Math.min(a.y0, b.y0),
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
  };
}

function meets(a: PixelRect, b: PixelRect): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}
