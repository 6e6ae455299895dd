// What a page burner (crisp or sealed) hands to the assembler (electron/burn/write/).
// Export pages are written as they are DISPLAYED: MediaBox [0 0 width height] is the visible
// CropBox turned upright, /Rotate 0, UserUnit folded into the size. No object of the source is in it.
import type { PDFRef } from "pdf-lib";
import type { BurnedPage } from "../../shared/model/burning.ts";
import type { PlanMark } from "../../shared/model/plan.ts";

/** One tagged piece of a page, in reading order; becomes a structure element. */
export interface StructureItem {
  /** MCID used in the content's BDC operator; counted from 0 on each page without gaps. */
  readonly mcid: number;
  readonly role: "P" | "H1" | "H2" | "H3" | "Figure" | "TD" | "TH" | "LI" | "Span";
  /** Cells and rows of one table share `table`; cells of one row share `row`. */
  readonly table?: number;
  readonly row?: number;
  readonly alt?: string;
}

export interface PageOutput {
  /** Points, as displayed. */
  readonly width: number;
  readonly height: number;
  /** Uncompressed content operators, origin bottom-left of the displayed page. */
  readonly content: Uint8Array;
  readonly fonts: ReadonlyMap<string, PDFRef>;
  readonly images: ReadonlyMap<string, PDFRef>;
  readonly structure: readonly StructureItem[];
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
