// What a page burner (crisp or sealed) hands to the assembler (electron/burn/write/).
// Export pages are written as they are DISPLAYED: MediaBox [0 0 width height] is the visible
// CropBox turned upright, /Rotate 0, UserUnit folded into the size. No object of the source is in it.
import type { PDFRef } from "pdf-lib";
import type { BurnedPage } from "../../shared/model/burning.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import type { PageLink, StructureNode } from "./tags/model.ts";

export interface PageOutput {
  /** Points, as displayed. */
  readonly width: number;
  readonly height: number;
  /** Uncompressed content operators, origin bottom-left of the displayed page. */
  readonly content: Uint8Array;
  readonly fonts: ReadonlyMap<string, PDFRef>;
  readonly images: ReadonlyMap<string, PDFRef>;
  /** Names of the graphics states in use: "A" for filling, "S" for stroking, then the opacity of 255. */
  readonly opacities?: readonly string[];
  /** The page's tags in reading order. */
  readonly structure: readonly StructureNode[];
  /** In the order in which the tags name them. */
  readonly links: readonly PageLink[];
  readonly burned: BurnedPage;
}

/**
 * A plan mark of one page with its rectangle ordered and its label resolved. `text` is what the gap
 * says: null is a plain box of constant width; "" is no box at all: a later piece of a span that a
 * line break cut, whose gap closes up.
 */
export interface PageMark extends PlanMark {
  readonly label: string | undefined;
  readonly text: string | null;
}
