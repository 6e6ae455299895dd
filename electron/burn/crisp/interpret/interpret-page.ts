// Reads one page of the original into a display list. Deny by default: an operator that is not in
// the table below, or a state that cannot be written anew, makes the page not accountable (B4).
// Longer than the house likes because the table of operators is one thing.
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import type { Rotation } from "../../../../shared/model/page.ts";
import { displayedSize, toDisplayed } from "../../../pdfium/display.ts";
import type { Matrix } from "../../../pdfium/display.ts";
import { NotAccountable } from "./display-list.ts";
import type { Clip, DisplayList, Item, SourcePiece } from "./display-list.ts";
import type { SourceGlyph } from "./faces.ts";
import {
  concatenate,
  initialState,
  moveText,
  narrow,
  setTextMatrix,
  IDENTITY,
} from "./graphics-state.ts";
import type { GraphicsState } from "./graphics-state.ts";
import { layGroup } from "./faded-group.ts";
import { linkBorders } from "./annotations.ts";
import type { Faces } from "./loaded-faces.ts";
import { fetchObject, paintImage } from "./image-operators.ts";
import { pdfJs } from "./open-pdf.ts";
import { operatorList } from "./operator-list.ts";
import { drawnPicture } from "./drawn.ts";
import type { Sample } from "./drawn.ts";
import { rectanglePath, transformPath } from "./path-data.ts";
import { clipTo, paintPath } from "./path-operators.ts";
import type { PaintKind } from "./path-operators.ts";
import { showText } from "./text-operators.ts";
import { patternMatrix, shadingSample } from "./shading.ts";
import { throughMask } from "./soft-mask.ts";
import type { SoftMask } from "./soft-mask.ts";
import { placesOf, tilingOf } from "./tiling.ts";
import type { Tiling } from "./tiling.ts";
import { layVeil, mustLieApart, veiled } from "./veil.ts";
import type { Veil } from "./veil.ts";

type Args = readonly unknown[];
type Operator = (args: Args) => void | Promise<void>;

/** Deeper nesting than any real page needs. */
const MAX_DEPTH = 2_000;
/** More than any real page needs; keeps a hostile page from filling the memory. */
const MAX_ITEMS = 400_000;

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
  readonly #groups: OpenGroup[] = [];
  /** Where items go: the page, or a soft mask that is being read. */
  #into: Item[] = this.items;
  /** The soft mask that was read last. */
  #mask: SoftMask | undefined;
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
    const items = this.#into;
    if (items.length >= MAX_ITEMS) throw new NotAccountable("The page paints too many things");
    const piece = this.#pieces[this.#pieces.length - 1];
    const marked = piece === undefined ? item : { ...item, piece };
    const { softMask } = this.#state;
    if (softMask) {
      if (veil?.multiplies) throw new NotAccountable("The page darkens what it has painted");
      const seen = throughMask(veiled(marked, veil), softMask);
      if (seen) items.push(seen);
    } else if (veil && this.#groups.some(({ opacity }) => opacity !== undefined)) {
      if (veil.multiplies) throw new NotAccountable("The page darkens what it has painted");
      items.push(veiled(marked, veil));
    } else if (veil) layVeil(items, marked, veil);
    else items.push(marked);
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
      setFillColorN: async ([kind, id, m, ...rest]) => {
        state().fill = undefined;
        state().gradient = undefined;
        state().tiling =
          kind === "TilingPattern" ? tilingOf([kind, id, m, ...rest], state().base) : undefined;
        if (kind !== "Shading") return;
        const told = await fetchObject(this.#page, String(id));
        const toPage = patternMatrix(m as ArrayLike<number> | null, state().base);
        state().gradient = shadingSample(told, toPage);
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
        const loaded = this.#faces.get(id, this.#page, operatorNames);
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
        this.#state.base = this.#state.ctm;
        this.#clipToBox(box);
      },
      paintFormXObjectEnd: () => {
        this.#inner--;
        this.#restore();
      },
      beginGroup: ([group]) => this.#group(group as Group),
      endGroup: () => this.#endGroup(),
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
      shadingFill: async ([id]) => {
        const told = await fetchObject(this.#page, String(id));
        this.#gradient(shadingSample(told, this.#state.ctm), this.#state.clip);
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
      } else if (key === "SMask") state.softMask = value === false ? undefined : this.#mask;
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

  async #path(op: number, data: unknown): Promise<void> {
    const kind = PAINT[operatorNames[op] ?? ""];
    if (!kind) throw new NotAccountable("The page paints a path in an unknown way");
    const raw = data as ArrayLike<number> | null;
    const { gradient, tiling } = this.#state;
    if (raw && kind.fill && this.#state.fill === undefined && gradient) {
      const own = transformPath(raw, this.#state.ctm);
      this.#gradient(gradient, narrow(this.#state.clip, own, kind.evenOdd));
      paintPath(this.#state, raw, { ...kind, fill: false }, this.#emit);
    } else if (raw && kind.fill && this.#state.fill === undefined && tiling) {
      const own = transformPath(raw, this.#state.ctm);
      await this.#tiles(tiling, narrow(this.#state.clip, own, kind.evenOdd));
      paintPath(this.#state, raw, { ...kind, fill: false }, this.#emit);
    } else if (raw) paintPath(this.#state, raw, kind, this.#emit);
    if (this.#pendingClip) {
      clipTo(this.#state, raw ?? [], this.#pendingClip === "evenodd");
      this.#pendingClip = undefined;
    }
  }

  /**
   * A group with nothing but normal paint looks the same painted without the group; one that is
   * see-through as a whole, where none of its things covers another.
   */
  #group(group: Group): void {
    const outer = this.#state;
    if (group.smask) {
      this.#groups.push({ mask: group.smask, from: 0, into: this.#into });
      this.#into = [];
    } else {
      if (!outer.normalBlend || outer.transfer) {
        throw new NotAccountable("The page blends a group of things");
      }
      const whole = outer.softMask || group.knockout;
      const faded = !whole && outer.fillAlpha < 1;
      const opacity = faded ? outer.fillAlpha : undefined;
      this.#groups.push({ from: whole ? this.#into.length : Infinity, into: this.#into, opacity });
      if (faded) this.#into = [];
    }
    this.#save();
    if (group.smask) {
      const bare = { groupAlpha: 1, softMask: undefined, normalBlend: true, clip: this.#whole };
      Object.assign(this.#state, bare);
    } else if (this.#groups.at(-1)!.opacity === undefined) {
      this.#state.groupAlpha *= outer.fillAlpha;
    }
    this.#state.fillAlpha = 1;
    const before = this.#state.ctm;
    if (group.matrix) concatenate(this.#state, matrix(group.matrix));
    this.#clipToBox(group.bbox);
    this.#state.ctm = before;
    this.#state.strokeAlpha = 1;
  }

  #endGroup(): void {
    const group = this.#groups.pop();
    if (!group) throw new NotAccountable("The page ends a group that never began");
    if (group.mask) {
      const { subtype, backdrop, transferMap: transfer } = group.mask;
      const luminosity = subtype === "Luminosity";
      const bounds = this.#state.clip.rect;
      this.#mask = { items: this.#into, luminosity, backdrop, transfer, bounds };
      this.#into = group.into;
    } else if (group.opacity !== undefined) {
      const inner = this.#groups.some(({ opacity, mask }) => mask ?? opacity !== undefined);
      layGroup(group.into, this.#into, group.opacity, inner);
      this.#into = group.into;
    } else mustLieApart(this.#into.slice(group.from));
    this.#restore();
  }

  async #tiles(tiling: Tiling, clip: Clip): Promise<void> {
    const state = this.#state;
    if (!state.normalBlend || state.transfer || state.fillAlpha < 1) {
      throw new NotAccountable("The page paints with a pattern");
    }
    for (const toPage of placesOf(tiling, clip)) {
      this.#save();
      const depth = this.#stack.length;
      const plain = tiling.colour ?? "#000000";
      Object.assign(this.#state, initialState(toPage, clip), { fill: plain, stroke: plain });
      this.#clipToBox(tiling.box);
      await this.run(tiling.codes, tiling.args);
      while (this.#stack.length > depth) this.#restore();
      this.#restore();
    }
  }

  async run(codes: ArrayLike<number>, args: readonly unknown[]): Promise<void> {
    for (let i = 0; i < codes.length; i++) {
      const name = operatorNames[codes[i]!] ?? "";
      const operator = Object.hasOwn(this.table, name) ? this.table[name] : undefined;
      if (!operator) throw new NotAccountable("The page uses an operator that is not known");
      const pending = operator((args[i] as Args | null) ?? []);
      if (pending) await pending;
    }
  }

  #gradient(sample: Sample, clip: Clip): void {
    const state = this.#state;
    if (!state.normalBlend || state.transfer) throw new NotAccountable("The page blends colours");
    const opacity = state.fillAlpha * state.groupAlpha;
    const faded: Sample = (x, y) => {
      const rgba = sample(x, y);
      return ((rgba & 0xffffff00) | Math.round((rgba & 255) * opacity)) >>> 0;
    };
    const item = drawnPicture(clip.rect, clip, opacity < 1 ? faded : sample);
    if (item) this.#emit(item);
  }

  #clipToBox(box: unknown): void {
    if (!box) return;
    const [x0, y0, x1, y1] = Array.from(box as ArrayLike<unknown>, number);
    clipTo(this.#state, rectanglePath([x0!, y0!, x1!, y1!]), false);
  }
}

interface MaskOptions {
  readonly subtype: string;
  readonly backdrop?: string;
  readonly transferMap?: ArrayLike<number>;
}

interface Group {
  readonly matrix: ArrayLike<unknown> | null;
  readonly bbox: ArrayLike<unknown> | null;
  readonly smask: MaskOptions | null;
  readonly knockout: boolean;
}

interface OpenGroup {
  readonly mask?: MaskOptions;
  /** Of a whole that is see-through; its things are kept apart until it ends. */
  readonly opacity?: number | undefined;
  /** Items before those that must not cover one another. */
  readonly from: number;
  readonly into: Item[];
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
    const operators = await operatorList(page);
    await faces.prepare(page, operators);
    const layers = (await pdf.getOptionalContentConfig({ intent: "display" })) as Layers;
    const reader = new Reader(page, faces, layers, toPage, width, height);
    await reader.run(operators.codes, operators.args);
    const borders = await linkBorders(page, toPage, [0, 0, width, height]);
    const followed = number_ < pdf.numPages;
    return { width, height, toPage, items: [...reader.items, ...borders], followed };
  } finally {
    page.cleanup();
  }
}
