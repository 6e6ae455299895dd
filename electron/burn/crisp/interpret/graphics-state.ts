// The graphics state while a page is read: what an operator changes and `q`/`Q` keep.
// Plain values, copied on save; clips are immutable and only ever narrowed.
import type { Matrix } from "../../../pdfium/display.ts";
import { multiply } from "../../../pdfium/display.ts";
import type { SoftMask } from "./soft-mask.ts";
import type { Tiling } from "./tiling.ts";
import type { Clip, Colour } from "./display-list.ts";
import type { Sample } from "./drawn.ts";

export interface GraphicsState {
  ctm: Matrix;
  clip: Clip;
  /** Undefined: a pattern, a shading, or nothing. */
  fill: Colour | undefined;
  /** Where the fill is a gradient. */
  gradient: Sample | undefined;
  /** Where the fill is a small drawing repeated. */
  tiling: Tiling | undefined;
  /** Space of the patterns: that of the page, or of the drawing around. */
  base: Matrix;
  stroke: Colour | undefined;
  fillAlpha: number;
  strokeAlpha: number;
  /** Opacity of the groups around, which fades everything in them. */
  groupAlpha: number;
  normalBlend: boolean;
  /** Darkens what lies beneath, as a highlighter does. */
  multiplies: boolean;
  softMask: SoftMask | undefined;
  transfer: boolean;
  lineWidth: number;
  cap: number;
  join: number;
  mitre: number;
  dash: readonly number[];
  phase: number;
  /** pdf.js' name of the font. */
  font: string | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  /** 1 = 100 %. */
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export function initialState(ctm: Matrix, clip: Clip): GraphicsState {
  return {
    ctm,
    clip,
    fill: "#000000",
    gradient: undefined,
    tiling: undefined,
    base: ctm,
    stroke: "#000000",
    fillAlpha: 1,
    strokeAlpha: 1,
    groupAlpha: 1,
    normalBlend: true,
    multiplies: false,
    softMask: undefined,
    transfer: false,
    lineWidth: 1,
    cap: 0,
    join: 0,
    mitre: 10,
    dash: [],
    phase: 0,
    font: undefined,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}

/** A browser's pixel in the dots that it prints; and by what part it prints a page smaller at most that is seen as large. */
const PRINTED = 3.125;
const TRACE = 1e-4;
/** How far a page's beginning lies from whole pixels at most that begins on one, in pixels. */
const ON_A_PIXEL = 0.02;

/**
 * `cm`: the new matrix acts before what is there. A browser prints a page a trace smaller when words on one of
 * its lines come to a fraction of a pixel more than the line: that would tell of those words on all of the page.
 */
export function concatenate(state: GraphicsState, m: Matrix): void {
  const [a, b, c, d] = m;
  const shrunk = a === d && b === 0 && c === 0 && a < PRINTED && a > PRINTED * (1 - TRACE);
  state.ctm = multiply(shrunk ? enlarged(m) : m, state.ctm);
}

/** Pages of one text lie below each other, those behind tens of thousands of pixels down: that is enlarged as well. */
function enlarged([scale, , , , e, f]: Matrix): Matrix {
  return [PRINTED, 0, 0, PRINTED, placed(e, scale), placed(f, scale)];
}

function placed(offset: number, scale: number): number {
  const pixels = offset / scale;
  const whole = Math.round(pixels);
  return PRINTED * (Math.abs(pixels - whole) < ON_A_PIXEL ? whole : pixels);
}

export function moveText(state: GraphicsState, x: number, y: number): void {
  state.x = state.lineX += x;
  state.y = state.lineY += y;
}

export function setTextMatrix(state: GraphicsState, m: Matrix): void {
  state.textMatrix = m;
  state.x = state.y = state.lineX = state.lineY = 0;
}
