// Says of everything that is painted on a page where in its tags it belongs: as the source's own
// tags have it, or as the page itself shows where it has none. Nothing about a burnt word decides
// but where it stood.
import type { GlyphItem, ImageItem, PathItem } from "../crisp/interpret/display-list.ts";
import type { LaidOut } from "../layout/lay-out.ts";
import type { Paragraph } from "../layout/paragraphs/paragraph.ts";
import type { SourceTag } from "../../pdfium/tags.ts";
import { Figures } from "./figures.ts";
import { sourceBlocks } from "./from-source.ts";
import { inferBlocks } from "./infer.ts";
import { ItemLabels } from "./item-labels.ts";
import type { Block } from "./model.ts";

/** Undefined: no content, but decoration or what repeats on every page. */
export type Place = Block | undefined;

export interface Tagging {
  ofGlyph(glyph: GlyphItem, paragraph: Paragraph): Place;
  /** @param order when it is painted */
  ofPaint(item: PathItem | ImageItem, order: number): Place;
  /** A label that stands on no line. @param order when the text over it is painted */
  ofLabel(order: number): Block;
  readonly labels: ItemLabels;
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export function taggingOf(page: LaidOut, size: PageSize, tags: readonly SourceTag[]): Tagging {
  const blocks = sourceBlocks(tags);
  const inferred = inferBlocks(page);
  const figures = new Figures(size, page.texts.length === 0);
  return blocks.size > 0
    ? new SourceTagging(blocks, page, inferred, figures)
    : new OwnTagging(inferred, figures);
}

class OwnTagging implements Tagging {
  readonly labels: ItemLabels;
  readonly #inferred: ReadonlyMap<Paragraph, Block>;
  readonly #figures: Figures;

  constructor(inferred: ReadonlyMap<Paragraph, Block>, figures: Figures) {
    this.labels = new ItemLabels(inferred.values());
    this.#inferred = inferred;
    this.#figures = figures;
  }

  ofGlyph(_: GlyphItem, paragraph: Paragraph): Place {
    return this.#inferred.get(paragraph);
  }

  ofLabel(order: number): Block {
    return { path: [{ role: "P" }], order };
  }

  ofPaint(item: PathItem | ImageItem, order: number): Place {
    return item.kind === "image" ? this.#figures.of(item, order) : undefined;
  }
}

class SourceTagging implements Tagging {
  readonly labels: ItemLabels;
  readonly #blocks: ReadonlyMap<number, Block>;
  readonly #inferred: ReadonlyMap<Paragraph, Block>;
  readonly #figures: Figures;
  /** Turns in the reading of what is tagged, by when it is painted. */
  readonly #turns: readonly (readonly [number, number])[];
  readonly #loose = new Map<object, Block>();

  constructor(
    blocks: ReadonlyMap<number, Block>,
    page: LaidOut,
    inferred: ReadonlyMap<Paragraph, Block>,
    figures: Figures,
  ) {
    this.labels = new ItemLabels(blocks.values());
    this.#blocks = blocks;
    this.#inferred = inferred;
    this.#figures = figures;
    const turns: [number, number][] = [];
    for (const { order, lines } of page.texts) {
      let before: Block | undefined;
      for (const line of lines) {
        for (const glyph of line) {
          const block = this.#own(glyph);
          if (block && block !== before) turns.push([order, block.order]);
          before = block ?? before;
        }
      }
    }
    this.#turns = turns.sort((a, b) => a[0] - b[0]);
  }

  ofGlyph(glyph: GlyphItem, paragraph: Paragraph): Place {
    if (glyph.piece === "artifact") return undefined;
    const block = this.#own(glyph);
    if (block && block.path[block.path.length - 1]!.role !== "Figure") return block;
    // Text in a figure would be silent behind the figure's own description.
    if (block) return this.#after(block.path[block.path.length - 1]!, block.order);
    const own = this.#inferred.get(paragraph);
    return own && this.#after(paragraph, this.#turnAt(paragraph.lines[0]!.order));
  }

  ofLabel(order: number): Block {
    return { path: [{ role: "P" }], order: this.#turnAt(order) };
  }

  ofPaint(item: PathItem | ImageItem, order: number): Place {
    if (item.piece === "artifact") return undefined;
    const block = this.#own(item);
    if (block?.path.at(-1)!.role === "Figure") return block;
    if (item.kind === "path") return undefined;
    return this.#figures.of(item, block ? block.order : this.#turnAt(order));
  }

  #own({ piece }: GlyphItem | PathItem | ImageItem): Block | undefined {
    return typeof piece === "number" ? this.#blocks.get(piece) : undefined;
  }

  #after(what: object, order: number): Block {
    let block = this.#loose.get(what);
    if (!block) this.#loose.set(what, (block = { path: [{ role: "P" }], order }));
    return block;
  }

  /** The turn of what is tagged and painted last before. */
  #turnAt(order: number): number {
    let turn = 0;
    for (const [painted, own] of this.#turns) {
      if (painted > order) break;
      turn = own;
    }
    return turn;
  }
}
