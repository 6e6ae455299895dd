// Words of the tags: the roles that an export knows, where in the tree a piece of a page belongs,
// and the tree that is written. Values only; nothing in it refers to an object of the source.
import type { Rect } from "../../../shared/geometry/rect.ts";

export type Leaf = "P" | "H1" | "H2" | "H3" | "H4" | "H5" | "H6" | "Lbl" | "Caption" | "Figure";

export type Role =
  | Leaf
  | "L"
  | "LI"
  | "LBody"
  | "Table"
  | "TR"
  | "TH"
  | "TD"
  | "TOC"
  | "TOCI"
  | "BlockQuote"
  | "Link";

/** One tag; steps of one tag are one object. */
export interface Step {
  readonly role: Role;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Of a row: its cells in order; null is a cell without any content. */
  readonly cells?: readonly (Step | null)[];
}

/** Where a piece belongs: the tags around it from the outermost in, and its turn in the reading. */
export interface Block {
  readonly path: readonly Step[];
  readonly order: number;
}

/** A tag as it is written. */
export interface StructureNode {
  readonly role: Role;
  /** Tags, and numbers of the page's pieces: counted from 0 along the tree without gaps. */
  readonly kids: readonly (StructureNode | number)[];
  readonly alt?: string;
  readonly scope?: "Row" | "Column";
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly numbering?: Numbering;
  /** Place of a Link among the page's links. */
  readonly link?: number;
}

export type Numbering =
  "Disc" | "Decimal" | "LowerAlpha" | "UpperAlpha" | "LowerRoman" | "UpperRoman";

/** A link of the export: where it can be clicked, where it leads, what it says. */
export interface PageLink {
  /** Displayed points; one for each line. */
  readonly rects: readonly Rect[];
  readonly target: LinkTarget;
  readonly text: string;
}

/** A page of the original counts from 1; `top` is a height on it, in its un-rotated user space. */
export type LinkTarget =
  { readonly page: number; readonly top?: number } | { readonly uri: string };
