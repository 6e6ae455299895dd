// Fonts whose letters are small drawings (Type 3). Letters that are filled shapes, or stencils of one
// bit, have outlines like any other and are written into a new font; letters with colours, lines or
// pictures of their own stay not accountable.
import type { PDFPageProxy } from "pdfjs-dist";
import { multiply } from "../../../pdfium/display.ts";
import type { Matrix } from "../../../pdfium/display.ts";
import { traceStencil } from "../fonts/trace.ts";
import { NotAccountable } from "./display-list.ts";
import type { Face, Shape } from "./display-list.ts";
import type { SourceFont, SourceGlyph } from "./faces.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { asRectangle, boundsOf, contains, intersect, transformPath } from "./path-data.ts";

interface Operators {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: readonly unknown[];
}

type Objects = PDFPageProxy["commonObjs"];

const REASON = "Letters of the page are drawn as pictures";
/** Units of the new font: fine enough for stencils of 1200 dots to the inch. */
const UNITS = 1000;
/** A font's box is about so many em high. */
const BOX = 1.2;
/** Changes nothing that is filled. */
const IDLE = new Set(
  "dependency setCharWidth setCharWidthAndBounds setLineWidth setLineCap setLineJoin setMiterLimit setDash setRenderingIntent setFlatness beginMarkedContent beginMarkedContentProps endMarkedContent".split(
    " ",
  ),
);

export class Type3Face {
  readonly face: Face;
  readonly vertical: boolean;
  /** Of the new font's em to the source's: such fonts may reckon in any unit. */
  readonly unit: number;
  /** -1 where the source's letters stand on their heads until the text's own matrix turns them. */
  readonly up: 1 | -1;
  readonly #matrix: Matrix;
  readonly #procedures: ReadonlyMap<string, Operators>;
  readonly #names: readonly string[];
  readonly #shapes = new Map<string, Shape>();

  /** @param turned the text's own matrix turns the letters over */
  constructor(font: SourceFont, names: readonly string[], turned: boolean) {
    const matrix = (font.fontMatrix ?? [0.001, 0, 0, 0.001, 0, 0]).slice(0, 6) as unknown as Matrix;
    this.vertical = font.vertical === true;
    this.#names = names;
    this.#procedures = (font.charProcOperatorList ?? new Map()) as ReadonlyMap<string, Operators>;
    const high = this.#heightOf(font.bbox) * Math.hypot(matrix[2], matrix[3]);
    const unit = high / BOX;
    this.unit = unit > 0.5 && unit < 2 ? 1 : unit > 0 && Number.isFinite(unit) ? unit : 1;
    this.up = matrix[3] < 0 && turned ? -1 : 1;
    this.#matrix = matrix;
    const upright = matrix[1] === 0 && matrix[2] === 0 && matrix[0] > 0;
    if (!upright) throw new NotAccountable(REASON);
    const family = (font.name ?? "").replace(/^[A-Z]{6}\+/, "");
    this.face = {
      key: `drawn ${family}/${UNITS}`,
      unitsPerEm: UNITS,
      drawn: true,
      ascent: 0.9,
      descent: -0.22,
      bold: font.bold === true || /bold|black|heavy/i.test(family),
      italic: font.italic === true || /italic|oblique/i.test(family),
      monospace: font.isMonospace === true,
      serif: font.isSerifFont === true,
    };
  }

  shape(glyph: SourceGlyph, objects: Objects): Shape {
    const key = `${glyph.operatorListId}|${glyph.unicode}|${glyph.width}`;
    let shape = this.#shapes.get(key);
    if (!shape) this.#shapes.set(key, (shape = this.#make(glyph, objects)));
    return shape;
  }

  #make(glyph: SourceGlyph, objects: Objects): Shape {
    const advance = (glyph.width * this.#matrix[0]) / this.unit;
    if (!Number.isFinite(advance)) throw new NotAccountable("A letter has no width");
    const { unicode } = glyph;
    const procedure = this.#procedures.get(glyph.operatorListId ?? "");
    if (!procedure && /[^\s\u00a0]/u.test(unicode)) throw new NotAccountable(REASON);
    const outline = procedure ? this.#outline(procedure, objects) : [];
    return { outline, bounds: boundsOf(outline), advance, unicode };
  }

  #outline({ fnArray, argsArray }: Operators, objects: Objects): number[] {
    const [a, , , d, e, f] = this.#matrix;
    const high = this.unit * this.up;
    let ctm: Matrix = [a / this.unit, 0, 0, d / high, e / this.unit, f / high];
    let clip = EVERYWHERE;
    let clips = false;
    const stack: (readonly [Matrix, Rect])[] = [];
    const out: number[] = [];
    const paint = (shape: readonly number[]): void => {
      const bounds = boundsOf(shape);
      if (bounds && !contains(clip, bounds, GRAZED)) throw new NotAccountable(REASON);
      out.push(...shape);
    };
    for (let i = 0; i < fnArray.length; i++) {
      const name = this.#names[fnArray[i]!] ?? "";
      const args = (argsArray[i] ?? []) as readonly unknown[];
      if (IDLE.has(name)) continue;
      if (name === "save") stack.push([ctm, clip]);
      else if (name === "restore") [ctm, clip] = stack.pop() ?? [ctm, clip];
      else if (name === "transform") ctm = multiply(args as unknown as Matrix, ctm);
      else if (name === "clip" || name === "eoClip") clips = true;
      else if (name === "constructPath") {
        paint(this.#filled(args, ctm));
        if (clips) clip = narrowed(clip, args, ctm);
        clips = false;
      } else if (name === "paintImageMaskXObject") paint(traced(args[0], ctm, objects));
      else if (name === "paintSolidColorImageMask") paint(transformPath(SQUARE, ctm));
      else if (name !== "setGState" || !plainly(args[0])) throw new NotAccountable(REASON);
    }
    return out;
  }

  #filled([op, data]: readonly unknown[], ctm: Matrix): number[] {
    const path = (data as unknown[] | undefined)?.[0] as ArrayLike<number> | null | undefined;
    const kind = this.#names[op as number];
    if (kind === "endPath" || !path || path.length === 0) return [];
    if (kind !== "fill" && kind !== "rawFillPath" && kind !== "eoFill")
      throw new NotAccountable(REASON);
    // Letters are filled by their winding; another rule is the same for a single contour alone.
    if (kind === "eoFill" && contours(path) > 1) throw new NotAccountable(REASON);
    return transformPath(path, ctm);
  }

  #heightOf(box: readonly number[] | undefined): number {
    if (box && box.length === 4 && box[3]! > box[1]!) return box[3]! - box[1]!;
    let [low, high] = [0, 0];
    for (const { fnArray, argsArray } of this.#procedures.values()) {
      if (this.#names[fnArray[0] ?? -1] !== "setCharWidthAndBounds") continue;
      const [, , , bottom, , top] = argsArray[0] as readonly number[];
      low = Math.min(low, bottom!, top!);
      high = Math.max(high, bottom!, top!);
    }
    return high - low;
  }
}

const EVERYWHERE: Rect = [-Infinity, -Infinity, Infinity, Infinity];
/** In em: a clip that cuts off no more cuts nothing off a letter. */
const GRAZED = 0.01;

function narrowed(clip: Rect, [, data]: readonly unknown[], ctm: Matrix): Rect {
  const path = (data as unknown[] | undefined)?.[0] as ArrayLike<number> | null | undefined;
  const rect = path ? asRectangle(transformPath(path, ctm)) : undefined;
  if (!rect) throw new NotAccountable(REASON);
  return intersect(clip, rect);
}

const SQUARE = [0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 4];

function traced(image: unknown, ctm: Matrix, objects: Objects): number[] {
  const told = image as { readonly data?: unknown } | null;
  const held =
    typeof told?.data === "string"
      ? objects.has(told.data)
        ? objects.get(told.data)
        : null
      : told;
  const stencil = held as { width: number; height: number; data: Uint8Array } | null;
  if (!stencil?.data || typeof stencil.data === "string") throw new NotAccountable(REASON);
  try {
    return transformPath(traceStencil(stencil), ctm);
  } catch {
    throw new NotAccountable(REASON);
  }
}

/** Opaque and normal, as letters are by default. */
function plainly(entries: unknown): boolean {
  return (entries as readonly (readonly [string, unknown])[]).every(
    ([key, value]) => /^(?:ca|CA)$/.test(key) && value === 1,
  );
}

function contours(path: ArrayLike<number>): number {
  const arity = [2, 2, 6, 4, 0];
  let count = 0;
  for (let i = 0; i < path.length; i += 1 + (arity[path[i]!] ?? 0)) if (path[i] === 0) count++;
  return count;
}
