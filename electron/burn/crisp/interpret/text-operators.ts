// Shows text: turns a text operator's glyphs into glyph items on the page and moves the text
// position on, exactly as PDF 32000 9.4.4 says. Denies what cannot be written anew:
// vertical writing and text that clips. Invisible text has no paint: where something is drawn at its
// place, it is denied once all of the page is known.
import { multiply } from "../../../pdfium/display.ts";
import type { Matrix } from "../../../pdfium/display.ts";
import { NotAccountable } from "./display-list.ts";
import type { Face, GlyphItem, GlyphStroke, Shape } from "./display-list.ts";
import type { SourceGlyph } from "./faces.ts";
import type { GraphicsState } from "./graphics-state.ts";
import type { Veil } from "./veil.ts";

const FILL = 0;
const STROKE = 1;
const FILL_STROKE = 2;
/** Neither filled nor outlined. */
const INVISIBLE = 3;

/** The part of a loaded font that showing its letters needs. */
interface ShownFace {
  readonly face: Face;
  readonly vertical: boolean;
  readonly unit: number;
  readonly up: 1 | -1;
}

type Emit = (item: GlyphItem, veil?: Veil) => void;
type ShapeOf = (glyph: SourceGlyph) => Shape;

export function showText(
  state: GraphicsState,
  glyphs: readonly (SourceGlyph | number)[],
  loaded: ShownFace,
  shapeOf: ShapeOf,
  emit: Emit,
): void {
  if (loaded.vertical) throw new NotAccountable("The page is written vertically");
  const { size, stretch } = state;
  if (size === 0) return;
  const text = multiply(state.textMatrix, state.ctm);
  for (const glyph of glyphs) {
    if (typeof glyph === "number") {
      state.x -= (glyph / 1000) * size * stretch;
      continue;
    }
    if (glyph.isRotated) throw new NotAccountable("The page holds letters that are turned");
    const shape = shapeOf(glyph);
    const unit = size * loaded.unit;
    const em: Matrix = [unit * stretch, 0, 0, unit * loaded.up, state.x, state.y + state.rise];
    if (shape.outline.length > 0 || glyph.unicode !== "")
      paint(state, shape, loaded, em, text, emit);
    const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
    state.x += (shape.advance * unit + spacing) * stretch;
  }
}

function paint(
  state: GraphicsState,
  shape: Shape,
  loaded: ShownFace,
  em: Matrix,
  text: Matrix,
  emit: Emit,
): void {
  const inked = shape.outline.length > 0;
  if (state.mode > INVISIBLE) throw new NotAccountable("Text cuts out what is painted after it");
  const matrix = multiply(em, text);
  if (!matrix.every(Number.isFinite)) throw new NotAccountable("A letter has no place on the page");
  const fills = state.mode === FILL || state.mode === FILL_STROKE || !inked;
  const strokes = inked && (state.mode === STROKE || state.mode === FILL_STROKE);
  const veil = inked ? mustBePlain(state, fills, strokes) : undefined;
  const item: GlyphItem = {
    kind: "glyph",
    face: loaded.face,
    shape,
    matrix,
    fill: fills ? (state.fill ?? "#000000") : undefined,
    stroke: strokes ? strokeOf(state) : undefined,
    clip: state.clip,
  };
  emit(item, veil);
}

function strokeOf(state: GraphicsState): GlyphStroke {
  const scale = Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]));
  return { colour: state.stroke!, width: state.lineWidth * scale };
}

/** Denies paint that is not one colour laid over what is there; says where it is see-through. */
export function mustBePlain(
  state: GraphicsState,
  fills: boolean,
  strokes: boolean,
): Veil | undefined {
  if (!state.normalBlend && !state.multiplies) throw new NotAccountable("The page blends colours");
  if (state.transfer) throw new NotAccountable("The page changes colours by a function");
  if ((fills && state.fill === undefined) || (strokes && state.stroke === undefined)) {
    throw new NotAccountable("The page paints with a pattern");
  }
  const fill = fills ? state.fillAlpha * state.groupAlpha : 1;
  const stroke = strokes ? state.strokeAlpha * state.groupAlpha : 1;
  if (fill === 1 && stroke === 1 && !state.multiplies) return undefined;
  return { fill, stroke, multiplies: state.multiplies };
}
