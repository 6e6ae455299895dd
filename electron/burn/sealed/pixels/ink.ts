// Reads lines of writing out of pixels: which rows a line takes, where its letters and words stand,
// what rules cut it. Works on upright pictures; knows nothing of marks' meaning or of text.
import { apart, luminance } from "./pixels.ts";
import type { PixelRect, Pixels } from "./pixels.ts";

/** Columns [from, to) that hold ink. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

export interface InkLine {
  readonly inked: (x: number, y: number) => boolean;
  /** Paler than ink, as shadows and smoothed edges are; where the ground is not clean, as inked. */
  readonly tinted: (x: number, y: number) => boolean;
  /** The ground is one shade, as on a drawn page. */
  readonly clean: boolean;
  readonly top: number;
  readonly bottom: number;
  /** Most frequent colour of the ground. */
  readonly ground: number;
  /** Stretches of ink without an empty column: letters, or letters that touch. */
  readonly runs: readonly Run[];
  /** Columns of upright rules that go through the line and beyond it. */
  readonly rules: readonly Run[];
}

const CONTRAST = 70;
const PALE = 8;
/** Share of what is not inked around a line that has the ground's very shade, where it is clean. */
const CLEAN = 0.5;
/** Fewer inked pixels than this in a column or row are dust. */
const DUST = 2;

/** The line of writing that a rectangle lies on; null where there is none to be made out. */
export function inkLine(page: Pixels, rect: PixelRect): InkLine | null {
  const height = rect.y1 - rect.y0;
  if (height < 10 || height > 220 || rect.x1 - rect.x0 < 4) return null;
  const around: PixelRect = page.clip({
    x0: rect.x0 - 4 * height,
    y0: rect.y0 - height,
    x1: rect.x1 + 4 * height,
    y1: rect.y1 + height,
  });
  // A band of colour may be no higher than the line; what is above and below it is another ground.
  const beside = page.clip({ ...rect, x0: rect.x0 - height, x1: rect.x1 + height });
  const ground = groundOf(page, beside);
  const light = luminance(ground);
  const inked = (x: number, y: number) => Math.abs(luminance(page.at(x, y)) - light) > CONTRAST;
  const rows = rowsOf(around, rect, inked);
  if (!rows) return null;
  const [top, bottom] = rows;
  const { runs, rules } = columnsOf(page, top, bottom, inked);
  if (!runs.some((run) => run.from < rect.x1 && run.to > rect.x0)) return null;
  const clean = isClean(page, beside, light);
  const tinted = clean ? (x: number, y: number) => apart(page.at(x, y), ground) > PALE : inked;
  return { inked, tinted, clean, top, bottom, ground, runs, rules };
}

function groundOf(page: Pixels, part: PixelRect): number {
  const bins = new Uint32Array(64);
  const sample = new Uint32Array(64);
  for (let y = part.y0; y < part.y1; y += 2) {
    for (let x = part.x0; x < part.x1; x += 2) {
      const pixel = page.at(x, y);
      const bin = luminance(pixel) >> 2;
      bins[bin]!++;
      sample[bin] = pixel;
    }
  }
  let best = 63;
  for (let bin = 0; bin < 64; bin++) if (bins[bin]! > bins[best]!) best = bin;
  return sample[best] || 0xffffffff;
}

function isClean(page: Pixels, part: PixelRect, light: number): boolean {
  let [own, bare] = [0, 0];
  for (let y = part.y0; y < part.y1; y++)
    for (let x = part.x0; x < part.x1; x++) {
      const by = Math.abs(luminance(page.at(x, y)) - light);
      if (by === 0) own++;
      if (by <= CONTRAST) bare++;
    }
  return own >= CLEAN * bare;
}

/** Grows from the middle of the rectangle to the empty rows above and below. */
function rowsOf(
  around: PixelRect,
  rect: PixelRect,
  inked: (x: number, y: number) => boolean,
): readonly [number, number] | null {
  const height = rect.y1 - rect.y0;
  const from = Math.max(around.x0, rect.x0 - 2 * height);
  const to = Math.min(around.x1, rect.x1 + 2 * height);
  const count = (y: number) => {
    let inks = 0;
    for (let x = from; x < to; x++) if (inked(x, y)) inks++;
    return inks;
  };
  const empty = Math.max(DUST, 0.004 * (to - from));
  const middle = Math.round((rect.y0 + rect.y1) / 2);
  let top = middle;
  while (top > around.y0 && !(top < rect.y0 + 0.3 * height && count(top - 1) <= empty)) top--;
  let bottom = middle;
  while (bottom < around.y1 && !(bottom > rect.y1 - 0.3 * height && count(bottom) <= empty)) {
    bottom++;
  }
  const reached = top > around.y0 && bottom < around.y1;
  return reached && bottom - top > 6 && bottom - top < 2.2 * height ? [top, bottom] : null;
}

function columnsOf(
  page: Pixels,
  top: number,
  bottom: number,
  inked: (x: number, y: number) => boolean,
): { runs: Run[]; rules: Run[] } {
  const runs: Run[] = [];
  const height = bottom - top;
  let from = -1;
  for (let x = 0; x <= page.width; x++) {
    let inks = 0;
    if (x < page.width) for (let y = top; y < bottom; y++) if (inked(x, y)) inks++;
    if (inks >= DUST) {
      if (from < 0) from = x;
    } else if (from >= 0) {
      runs.push({ from, to: x });
      from = -1;
    }
  }
  const through = (run: Run) => {
    if (run.to - run.from > 0.25 * height) return false;
    const y0 = Math.max(0, top - Math.round(0.4 * height));
    const y1 = Math.min(page.height, bottom + Math.round(0.4 * height));
    for (let y = y0; y < y1; y++) {
      let any = false;
      for (let x = run.from; x < run.to && !any; x++) any = inked(x, y);
      if (!any) return false;
    }
    return true;
  };
  const rules = runs.filter(through);
  return { runs: runs.filter((run) => !rules.includes(run)), rules };
}

/** How far the ink of these columns reaches beyond the line's rows: tails, dots, shadows, taller letters. */
export function reach(
  page: Pixels,
  line: InkLine,
  from: number,
  to: number,
): readonly [number, number] {
  const height = line.bottom - line.top;
  const [left, right] = [Math.max(0, from), Math.min(page.width, to)];
  const goesOn = (y: number, by: number) => {
    let pale = 0;
    for (let x = left; x < right; x++) {
      if (line.inked(x, y)) return by <= Math.round((line.clean ? TAIL_ON_CLEAN : TAIL) * height);
      if (line.tinted(x, y)) pale++;
    }
    // A row that has a shade all along is another ground.
    return pale > 0 && pale < ANOTHER * (right - left) && by <= Math.round(SHADOW * height);
  };
  let top = line.top;
  while (top > 0 && goesOn(top - 1, line.top - top + 1)) top--;
  let bottom = line.bottom;
  while (bottom < page.height && goesOn(bottom, bottom - line.bottom + 1)) bottom++;
  return [top, bottom];
}

/** Column at which a shadow of the line's last letters ends, before the limit. */
export function shadowEnd(
  page: Pixels,
  { tinted, top, bottom }: InkLine,
  rows: readonly [number, number],
  last: number,
  limit: number,
): number {
  const most = Math.min(page.width, limit, last + Math.round(SHADOW * (bottom - top)));
  let end = last;
  for (let x = last; x < most; x++) {
    let pale = 0;
    for (let y = rows[0]; y < rows[1]; y++) if (tinted(x, y)) pale++;
    if (pale > 0 && pale < ANOTHER * (rows[1] - rows[0])) end = x + 1;
  }
  return end;
}

/** Share of a row or column from which a shade is the ground's. */
const ANOTHER = 0.9;
/** Share of a line's height by which a shadow may lie beside its letters. */
const SHADOW = 0.6;
/** Share of a line's height by which single letters may reach out of it. */
const TAIL = 0.3;
const TAIL_ON_CLEAN = 0.4;
