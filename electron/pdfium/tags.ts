// Reads the tags of one page: roles, their nesting and the numbers of the pieces they hold, cells'
// spans, and nothing else: no title, no alternative text, no identifier. Values only. Bounded
// against trees that loop or never end.
import type { Pdfium } from "./engine.ts";

export interface SourceTag {
  /** A role's name as its file maps it to the standard ones. */
  readonly role: string;
  /** A tag, the number of a piece of the page's content, or null for what is not on the page. */
  readonly kids: readonly (SourceTag | number | null)[];
  readonly colSpan: number;
  readonly rowSpan: number;
}

const MOST_TAGS = 50_000;
const DEEPEST = 64;
const MOST_KIDS = 20_000;
const WIDEST_SPAN = 50;

/** @param page an open page; an empty list where it has no tags */
export function readTags(pdfium: Pdfium, page: number): readonly SourceTag[] {
  const { api } = pdfium;
  const tree = api.FPDF_StructTree_GetForPage(page);
  if (!tree) return [];
  try {
    const reader = new Reader(pdfium);
    const count = Math.min(api.FPDF_StructTree_CountChildren(tree), MOST_KIDS);
    const top: SourceTag[] = [];
    for (let i = 0; i < count; i++) {
      const tag = reader.read(api.FPDF_StructTree_GetChildAtIndex(tree, i), 0);
      if (tag) top.push(tag);
    }
    return top;
  } finally {
    api.FPDF_StructTree_Close(tree);
  }
}

class Reader {
  readonly #pdfium: Pdfium;
  readonly #seen = new Set<number>();

  constructor(pdfium: Pdfium) {
    this.#pdfium = pdfium;
  }

  read(element: number, depth: number): SourceTag | null {
    const { api } = this.#pdfium;
    if (!element || depth > DEEPEST || this.#seen.has(element)) return null;
    if (this.#seen.size >= MOST_TAGS) return null;
    this.#seen.add(element);
    const role = this.#pdfium.utf16((at, bytes) =>
      api.FPDF_StructElement_GetType(element, at, bytes),
    );
    const kids: (SourceTag | number | null)[] = [];
    const count = Math.min(api.FPDF_StructElement_CountChildren(element), MOST_KIDS);
    for (let i = 0; i < count; i++) {
      const child = api.FPDF_StructElement_GetChildAtIndex(element, i);
      if (child) {
        kids.push(this.read(child, depth + 1));
        continue;
      }
      const piece = api.FPDF_StructElement_GetChildMarkedContentID(element, i);
      kids.push(piece >= 0 ? piece : null);
    }
    const cell = role === "TD" || role === "TH";
    return {
      role,
      kids,
      colSpan: cell ? this.#span(element, "ColSpan") : 1,
      rowSpan: cell ? this.#span(element, "RowSpan") : 1,
    };
  }

  #span(element: number, name: string): number {
    const { api } = this.#pdfium;
    const count = Math.min(api.FPDF_StructElement_GetAttributeCount(element), 16);
    for (let i = 0; i < count; i++) {
      const attribute = api.FPDF_StructElement_GetAttributeAtIndex(element, i);
      const value = attribute && api.FPDF_StructElement_Attr_GetValue(attribute, name);
      if (!value) continue;
      const span = this.#pdfium.scratch(4, (at) =>
        api.FPDF_StructElement_Attr_GetNumberValue(value, at)
          ? Math.round(this.#pdfium.floats(at, 1)[0]!)
          : 1,
      );
      if (span >= 1 && span <= WIDEST_SPAN) return span;
    }
    return 1;
  }
}
