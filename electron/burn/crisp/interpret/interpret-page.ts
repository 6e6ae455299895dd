// Reads one page of the original into a display list. Deny by default: an operator that is not in
// the table below, or a state that cannot be written anew, makes the page not accountable (B4).
// Longer than the house likes because the table of operators is one thing.
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import type { Rotation } from "../../../../shared/model/page.ts";
import { displayedSize, toDisplayed } from "../../../pdfium/display.ts";
import type { Matrix } from "../../../pdfium/display.ts";
import { NotAccountable } from "./display-list.ts";
import type { Clip, DisplayList, Item, SourcePiece } from "./display-list.ts";
import { LoadedFace } from "./faces.ts";
import type { SourceFont, SourceGlyph } from "./faces.ts";
import { concatenate, initialState, moveText, setTextMatrix, IDENTITY } from "./graphics-state.ts";
import type { GraphicsState } from "./graphics-state.ts";
import { linkBorders } from "./annotations.ts";
import { fetchObject, paintImage } from "./image-operators.ts";
import { pdfJs } from "./open-pdf.ts";
import { operatorList } from "./operator-list.ts";
import { rectanglePath } from "./path-data.ts";
import { clipTo, paintPath } from "./path-operators.ts";
import type { PaintKind } from "./path-operators.ts";
import { showText } from "./text-operators.ts";
import { layVeil } from "./veil.ts";
import type { Veil } from "./veil.ts";

type Args = readonly unknown[];
type Operator = (args: Args) => void | Promise<void>;

/** Deeper nesting than any real page needs. */
const MAX_DEPTH = 2_000;
/** More than any real page needs; keeps a hostile page from filling the memory. */
const MAX_ITEMS = 400_000;

/** Loads every font once for a document. */
export class Faces {
  readonly #loaded = new Map<string, LoadedFace>();

  get(id: string, page: PDFPageProxy): LoadedFace {
    let face = this.#loaded.get(id);
    if (!face) {
      const font = page.commonObjs.get(id) as SourceFont | string | null;
      if (typeof font !== "object" || !font || font.isInvalidPDFjsFont) {
        throw new NotAccountable("A font of the page cannot be read");
      }
      if (font.isType3Font) throw new NotAccountable("Letters of the page are drawn as pictures");
      face = new LoadedFace(font);
      this.#loaded.set(id, face);
    }
    return face;
  }
}

interface Layers {
  isVisible(group: unknown): boolean;
}

class Reader {
  readonly items: Item[] = [];
  readonly #page: PDFPageProxy;
  readonly #faces: Faces;
  readonly #stack: GraphicsState[] = [];
  readonly #layers: Layers;
  /** One entry for every open marked content: is what is in it shown? */
  readonly #shown: boolean[] = [];
  /** And what the tags say of it, where they say anything. */
  readonly #pieces: (SourcePiece | undefined)[] = [];
  /** Forms and annotations that are open: their pieces are counted apart from the page's. */
  #inner = 0;
  /** How many states were saved before each open annotation. */
  readonly #underneath: number[] = [];
  readonly #toPage: Matrix;
  readonly #whole: Clip;
  #state: GraphicsState;
  #pendingClip: "nonzero" | "evenodd" | undefined;
  readonly table: Readonly<Record<string, Operator>>;

  constructor(
    page: PDFPageProxy,
    faces: Faces,
    layers: Layers,
    toPage: Matrix,
    width: number,
    height: number,
  ) {
    this.#page = page;
    this.#layers = layers;
    this.#faces = faces;
    this.#toPage = toPage;
    this.#whole = { rect: [0, 0, width, height], paths: [] };
    this.#state = initialState(toPage, this.#whole);
    this.table = { ...this.#stateOperators(), ...this.#textOperators(), ...this.#paintOperators() };
  }

  readonly #emit = (item: Item, veil?: Veil): void => {
    // A layer that is switched off is not what a reader sees; it is not carried on.
    if (this.#shown.includes(false)) return;
    if (this.items.length >= MAX_ITEMS) throw new NotAccountable("The page paints too many things");
    const piece = this.#pieces[this.#pieces.length - 1];
    const marked = piece === undefined ? item : { ...item, piece };
    if (veil) layVeil(this.items, marked, veil);
    else this.items.push(marked);
  };

  #begin(shown: boolean, tag: unknown, piece?: unknown): void {
    this.#shown.push(shown);
    const around = this.#pieces[this.#pieces.length - 1];
    const own = typeof piece === "number" && this.#inner === 0 ? piece : around;
    this.#pieces.push(tag === "Artifact" ? "artifact" : own);
  }

  #save(): void {
    if (this.#stack.length >= MAX_DEPTH) throw new NotAccountable("The page is nested too deeply");
    this.#stack.push({ ...this.#state });
  }

  #restore(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #stateOperators(): Record<string, Operator> {
    const state = () => this.#state;
    const set =
      <K extends keyof GraphicsState>(key: K): Operator =>
      ([value]) => {
        state()[key] = number(value) as GraphicsState[K];
      };
    return {
      dependency: () => {},
      save: () => this.#save(),
      restore: () => this.#restore(),
      transform: (m) => concatenate(state(), matrix(m)),
      setLineWidth: set("lineWidth"),
      setLineCap: set("cap"),
      setLineJoin: set("join"),
      setMiterLimit: set("mitre"),
      setDash: ([dash, phase]) => {
        state().dash = (dash as unknown[]).map(number);
        state().phase = number(phase);
      },
      setRenderingIntent: () => {},
      setFlatness: () => {},
      setGState: ([entries]) => this.#graphicsState(entries as [string, unknown][]),
      setFillRGBColor: ([colour]) => {
        state().fill = String(colour);
      },
      setStrokeRGBColor: ([colour]) => {
        state().stroke = String(colour);
      },
      setFillColorN: () => {
        state().fill = undefined;
      },
      setStrokeColorN: () => {
        state().stroke = undefined;
      },
      beginMarkedContent: ([tag]) => this.#begin(true, (tag as { name?: string } | null)?.name),
      beginMarkedContentProps: ([tag, props]) =>
        this.#begin(tag !== "OC" || this.#layers.isVisible(props), tag, props),
      endMarkedContent: () => {
        this.#shown.pop();
        this.#pieces.pop();
      },
    };
  }

  #textOperators(): Record<string, Operator> {
    const state = () => this.#state;
    return {
      beginText: () => setTextMatrix(state(), IDENTITY),
      endText: () => {},
      setCharSpacing: ([n]) => {
        state().charSpacing = number(n);
      },
      setWordSpacing: ([n]) => {
        state().wordSpacing = number(n);
      },
      setHScale: ([n]) => {
        state().stretch = number(n) / 100;
      },
      setLeading: ([n]) => {
        state().leading = -number(n);
      },
      setFont: ([id, size]) => this.#font(id, size),
      setTextRenderingMode: ([n]) => {
        state().mode = number(n);
      },
      setTextRise: ([n]) => {
        state().rise = number(n);
      },
      moveText: ([x, y]) => moveText(state(), number(x), number(y)),
      setLeadingMoveText: ([x, y]) => {
        state().leading = number(y);
        moveText(state(), number(x), number(y));
      },
      setTextMatrix: ([m]) => setTextMatrix(state(), matrix(m as ArrayLike<unknown>)),
      nextLine: () => moveText(state(), 0, state().leading),
      showText: ([glyphs]) => {
        const id = state().font;
        if (id === undefined) throw new NotAccountable("Text is shown without a font");
        const loaded = this.#faces.get(id, this.#page);
        const shapeOf = (glyph: SourceGlyph) => loaded.shape(glyph, this.#page.commonObjs);
        showText(state(), glyphs as (SourceGlyph | number)[], loaded, shapeOf, this.#emit);
      },
    };
  }

  #paintOperators(): Record<string, Operator> {
    return {
      clip: () => {
        this.#pendingClip = "nonzero";
      },
      eoClip: () => {
        this.#pendingClip = "evenodd";
      },
      constructPath: ([op, data]) => this.#path(number(op), (data as unknown[])[0]),
      paintFormXObjectBegin: ([m, box]) => {
        this.#inner++;
        this.#save();
        if (m) concatenate(this.#state, matrix(m as ArrayLike<unknown>));
        this.#clipToBox(box);
      },
      paintFormXObjectEnd: () => {
        this.#inner--;
        this.#restore();
      },
      beginGroup: ([group]) => this.#group(group as Group),
      endGroup: () => this.#restore(),
      paintImageXObject: async ([id]) =>
        paintImage(this.#state, await fetchObject(this.#page, String(id)), false, this.#emit),
      paintInlineImageXObject: ([image]) => paintImage(this.#state, image, false, this.#emit),
      paintImageMaskXObject: async ([image]) => {
        const { data } = image as { data: unknown };
        const mask = typeof data === "string" ? await fetchObject(this.#page, data) : image;
        paintImage(this.#state, mask, true, this.#emit);
      },
      paintSolidColorImageMask: () =>
        paintPath(this.#state, rectanglePath([0, 0, 1, 1]), PAINT.fill!, (item, veil) =>
          this.#emit({ ...item, stencil: this.#state.ctm }, veil),
        ),
      shadingFill: () => {
        throw new NotAccountable("The page paints with a shading");
      },
      // Comments and form fields that show something: their looks are painted over the page.
      beginAnnotation: ([, box, transform, m]) => {
        this.#inner++;
        this.#underneath.push(this.#stack.length);
        this.#save();
        this.#state = initialState(this.#toPage, this.#whole);
        this.#clipToBox(box);
        concatenate(this.#state, matrix(transform as ArrayLike<unknown>));
        concatenate(this.#state, matrix(m as ArrayLike<unknown>));
      },
      endAnnotation: () => {
        const depth = this.#underneath.pop();
        if (depth === undefined) throw new NotAccountable("A comment ends that never began");
        this.#inner--;
        while (this.#stack.length > depth) this.#restore();
      },
    };
  }

  #font(id: unknown, size: unknown): void {
    this.#state.font = String(id);
    this.#state.size = number(size);
  }

  #graphicsState(entries: readonly (readonly [string, unknown])[]): void {
    const state = this.#state;
    for (const [key, value] of entries) {
      if (key === "LW") state.lineWidth = number(value);
      else if (key === "LC") state.cap = number(value);
      else if (key === "LJ") state.join = number(value);
      else if (key === "ML") state.mitre = number(value);
      else if (key === "CA") state.strokeAlpha = number(value);
      else if (key === "ca") state.fillAlpha = number(value);
      else if (key === "BM") {
        state.normalBlend = value === "source-over";
        state.multiplies = value === "multiply";
      } else if (key === "SMask") state.softMask = value !== false;
      else if (key === "TR") state.transfer = value !== null;
      else if (key === "Font") this.#font(...(value as [unknown, unknown]));
      else if (key === "D") {
        const [dash, phase] = value as [unknown[], unknown];
        state.dash = dash.map(number);
        state.phase = number(phase);
      } else if (key !== "RI" && key !== "FL") {
        throw new NotAccountable(`The page changes an unknown setting`);
      }
    }
  }

  #path(op: number, data: unknown): void {
    const kind = PAINT[operatorNames[op] ?? ""];
    if (!kind) throw new NotAccountable("The page paints a path in an unknown way");
    const raw = data as ArrayLike<number> | null;
    if (raw) paintPath(this.#state, raw, kind, this.#emit);
    if (this.#pendingClip) {
      clipTo(this.#state, raw ?? [], this.#pendingClip === "evenodd");
      this.#pendingClip = undefined;
    }
  }

  /** A group whose content is opaque and normal looks the same painted without the group. */
  #group(group: Group): void {
    if (group.smask) throw new NotAccountable("The page paints through a soft mask");
    const state = this.#state;
    const plain = state.fillAlpha === 1 && state.normalBlend && !state.softMask && !state.transfer;
    if (!plain || group.knockout || group.hasSoftMask) {
      throw new NotAccountable("The page blends a group of things");
    }
    this.#save();
    const before = this.#state.ctm;
    if (group.matrix) concatenate(this.#state, matrix(group.matrix));
    this.#clipToBox(group.bbox);
    this.#state.ctm = before;
    this.#state.strokeAlpha = 1;
  }

  #clipToBox(box: unknown): void {
    if (!box) return;
    const [x0, y0, x1, y1] = Array.from(box as ArrayLike<unknown>, number);
    clipTo(this.#state, rectanglePath([x0!, y0!, x1!, y1!]), false);
  }
}

interface Group {
  readonly matrix: ArrayLike<unknown> | null;
  readonly bbox: ArrayLike<unknown> | null;
  readonly smask: unknown;
  readonly knockout: boolean;
  readonly hasSoftMask?: boolean;
}

const PAINT: Readonly<Record<string, PaintKind>> = {
  endPath: { fill: false, evenOdd: false, stroke: false },
  fill: { fill: true, evenOdd: false, stroke: false },
  eoFill: { fill: true, evenOdd: true, stroke: false },
  stroke: { fill: false, evenOdd: false, stroke: true },
  closeStroke: { fill: false, evenOdd: false, stroke: true },
  fillStroke: { fill: true, evenOdd: false, stroke: true },
  closeFillStroke: { fill: true, evenOdd: false, stroke: true },
  eoFillStroke: { fill: true, evenOdd: true, stroke: true },
  closeEOFillStroke: { fill: true, evenOdd: true, stroke: true },
};

let operatorNames: string[] = [];

function number(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new NotAccountable("The page holds a broken number");
  }
  return value;
}

function matrix(m: ArrayLike<unknown>): Matrix {
  return Array.from({ length: 6 }, (_, i) => number(m[i])) as unknown as Matrix;
}

/** @throws NotAccountable */
export async function interpretPage(
  pdf: PDFDocumentProxy,
  number_: number,
  faces: Faces,
): Promise<DisplayList> {
  const { OPS } = await pdfJs();
  if (operatorNames.length === 0) {
    operatorNames = [];
    for (const [name, code] of Object.entries(OPS)) operatorNames[code as number] = name;
  }
  const page = await pdf.getPage(number_);
  try {
    const box = page.view as [number, number, number, number];
    const rotation = (((page.rotate % 360) + 360) % 360) as Rotation;
    const geometry = {
      page: number_,
      mediaBox: box,
      cropBox: box,
      rotation,
      userUnit: page.userUnit,
    };
    const { width, height } = displayedSize(geometry);
    const toPage = toDisplayed(geometry);
    const { codes, args } = await operatorList(page);
    const layers = (await pdf.getOptionalContentConfig({ intent: "display" })) as Layers;
    const reader = new Reader(page, faces, layers, toPage, width, height);
    for (let i = 0; i < codes.length; i++) {
      const name = operatorNames[codes[i]!] ?? "";
      const run = Object.hasOwn(reader.table, name) ? reader.table[name] : undefined;
      if (!run) throw new NotAccountable("The page uses an operator that is not known");
      const pending = run((args[i] as Args | null) ?? []);
      if (pending) await pending;
    }
    const borders = await linkBorders(page, toPage, [0, 0, width, height]);
    return { width, height, toPage, items: [...reader.items, ...borders] };
  } finally {
    page.cleanup();
  }
}
