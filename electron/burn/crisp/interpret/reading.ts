// Where the reading of one page stands: its graphics state, what is open around it, and the items it
// has painted so far. Operators (operators/) act on it; it knows none of them by name.
import type { PDFPageProxy } from "pdfjs-dist";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Matrix } from "../../../pdfium/display.ts";
import { NotAccountable } from "./display-list.ts";
import type { Clip, Item, PathItem, SourcePiece } from "./display-list.ts";
import { initialState } from "./graphics-state.ts";
import type { GraphicsState } from "./graphics-state.ts";
import type { Faces } from "./loaded-faces.ts";
import { numberOf } from "./numbers.ts";
import { rectanglePath } from "./path-data.ts";
import { clipTo } from "./path-operators.ts";
import { throughMask } from "./soft-mask.ts";
import type { SoftMask } from "./soft-mask.ts";
import { layVeil, veiled } from "./veil.ts";
import type { Veil } from "./veil.ts";

/** Deeper nesting than any real page needs. */
const MAX_DEPTH = 2_000;
/** More than any real page needs; keeps a hostile page from filling the memory. */
const MAX_ITEMS = 400_000;

export type Args = readonly unknown[];
export type Operator = (args: Args) => void | Promise<void>;
export type Operators = Readonly<Record<string, Operator>>;

export interface Layers {
  isVisible(group: unknown): boolean;
}

export interface MaskOptions {
  readonly subtype: string;
  readonly backdrop?: string;
  readonly transferMap?: ArrayLike<number>;
}

/** A group that has begun and not ended. */
export interface OpenGroup {
  readonly mask?: MaskOptions;
  /** Of a whole that is see-through or darkens; its things are kept apart until it ends. */
  readonly veil?: Veil | undefined;
  /** Items before those that must not cover one another. */
  readonly from: number;
  readonly into: Item[];
}

export interface ReadingOf {
  readonly page: PDFPageProxy;
  readonly faces: Faces;
  readonly layers: Layers;
  /** Un-rotated user space → displayed page, whose size in points follows. */
  readonly toPage: Matrix;
  readonly width: number;
  readonly height: number;
  /** pdf.js' names of operators, by code. */
  readonly names: readonly string[];
  /** Annotations that are links. */
  readonly links: ReadonlySet<unknown>;
}

export class Reading {
  readonly items: Item[] = [];
  readonly of: ReadingOf;
  readonly whole: Clip;
  readonly groups: OpenGroup[] = [];
  /** Where patterns paint that have letters in their cells. */
  readonly lettered: Rect[] = [];
  state: GraphicsState;
  /** Where items go: the page, or a soft mask that is being read. */
  into: Item[] = this.items;
  /** The soft mask that was read last. */
  mask: SoftMask | undefined;
  /** Forms and annotations that are open: their pieces are counted apart from the page's. */
  inner = 0;
  /** What is painted is the look of a link: its frame. */
  inLink = false;
  readonly #stack: GraphicsState[] = [];
  /** One entry for every open marked content: is what is in it shown? */
  readonly #shown: boolean[] = [];
  /** And what the tags say of it, where they say anything. */
  readonly #pieces: (SourcePiece | undefined)[] = [];
  readonly #table: Operators;

  /** @param tableOf every operator that may be used; one that is not in it seals the page */
  constructor(of: ReadingOf, tableOf: (reading: Reading) => Operators) {
    this.of = of;
    this.whole = { rect: [0, 0, of.width, of.height], paths: [] };
    this.state = initialState(of.toPage, this.whole);
    this.#table = tableOf(this);
  }

  /** @throws NotAccountable where an operator is not known, or what it says cannot be written anew */
  async run(codes: ArrayLike<number>, args: readonly unknown[]): Promise<void> {
    for (let i = 0; i < codes.length; i++) {
      const name = this.of.names[codes[i]!] ?? "";
      const operator = Object.hasOwn(this.#table, name) ? this.#table[name] : undefined;
      if (!operator) throw new NotAccountable("The page uses an operator that is not known");
      const pending = operator((args[i] as Args | null) ?? []);
      if (pending) await pending;
    }
  }

  readonly emit = (item: Item, veil?: Veil): void => {
    // A layer that is switched off is not what a reader sees; it is not carried on.
    if (this.#shown.includes(false)) return;
    const items = this.into;
    if (items.length >= MAX_ITEMS) throw new NotAccountable("The page paints too many things");
    const piece = this.#pieces[this.#pieces.length - 1];
    const own = this.inLink && isFrame(item) ? { ...item, link: true } : item;
    const marked = piece === undefined ? own : { ...own, piece };
    const { softMask } = this.state;
    if (softMask) {
      if (veil?.multiplies) throw new NotAccountable("The page darkens what it has painted");
      const seen = throughMask(veiled(marked, veil), softMask);
      if (seen) items.push(seen);
    } else if (veil && this.groups.some((group) => group.veil)) {
      if (veil.multiplies) throw new NotAccountable("The page darkens what it has painted");
      items.push(veiled(marked, veil));
    } else if (veil) layVeil(items, marked, veil);
    else items.push(marked);
  };

  /** How many states are saved. */
  get depth(): number {
    return this.#stack.length;
  }

  save(): void {
    if (this.#stack.length >= MAX_DEPTH) throw new NotAccountable("The page is nested too deeply");
    this.#stack.push({ ...this.state });
  }

  restore(): void {
    this.state = this.#stack.pop() ?? this.state;
  }

  restoreTo(depth: number): void {
    while (this.#stack.length > depth) this.restore();
  }

  /** Marked content begins. */
  begin(shown: boolean, tag: unknown, piece?: unknown): void {
    this.#shown.push(shown);
    const around = this.#pieces[this.#pieces.length - 1];
    const own = typeof piece === "number" && this.inner === 0 ? piece : around;
    this.#pieces.push(tag === "Artifact" ? "artifact" : own);
  }

  /** Marked content ends. */
  end(): void {
    this.#shown.pop();
    this.#pieces.pop();
  }

  clipToBox(box: unknown): void {
    if (!box) return;
    const [x0, y0, x1, y1] = Array.from(box as ArrayLike<unknown>, numberOf);
    clipTo(this.state, rectanglePath([x0!, y0!, x1!, y1!]), false);
  }
}

function isFrame(item: Item): item is PathItem {
  return item.kind === "path" && item.paint.fill === undefined;
}
