// What a page burner (crisp or sealed) hands on: one page by itself, values only, so that it can be
// kept, and burnt in another thread. Pages become a document in electron/burn/write/.
// Export pages are written as they are DISPLAYED: MediaBox [0 0 width height] is the visible
// CropBox turned upright, /Rotate 0, UserUnit folded into the size. No object of the source is in it.
import type { BurnedPage } from "../../shared/model/burning.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import type { Pool } from "./crisp/fonts/pool.ts";
import type { PageLink, StructureNode } from "./tags/model.ts";

/** One image, not yet in a document: its dictionary, its bytes and its transparency. */
export interface EncodedImage {
  readonly entries: Readonly<Record<string, unknown>>;
  readonly bytes: Uint8Array;
  readonly softMask: EncodedImage | undefined;
}

/** What a page's content names. Codes in hexadecimal strings are those of the page's own pool. */
export type PageResource =
  | { readonly kind: "font"; readonly name: string; readonly pool: Pool }
  /** `key`: pictures of one key are one picture of the document; absent: the page's own. */
  | {
      readonly kind: "image";
      readonly name: string;
      readonly key: string | undefined;
      readonly image: EncodedImage;
    }
  /** The font of invisible words; characters by the page's own codes. */
  | {
      readonly kind: "words";
      readonly name: string;
      readonly texts: readonly (readonly [number, string])[];
    };

export interface PageOutput {
  /** Points, as displayed. */
  readonly width: number;
  readonly height: number;
  /** Uncompressed content operators in ASCII, origin bottom-left of the displayed page. */
  readonly content: string;
  /** In the order of their first use. */
  readonly resources: readonly PageResource[];
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
