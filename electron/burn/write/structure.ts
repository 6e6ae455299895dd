// The tag tree of the export: one Document element, under it the pages' tags in reading order, and
// the index by which readers find a piece's tag. Headings are brought into levels without gaps over
// the whole document. Made from page outputs alone; titles, identifiers and alternative texts of
// the source never reach it.
import { PDFDict, PDFName, PDFNumber } from "pdf-lib";
import type { PDFArray, PDFDocument, PDFObject, PDFRef } from "pdf-lib";
import type { StructureNode } from "../tags/model.ts";
import { levelsOf } from "./heading-levels.ts";
import type { Levels } from "./heading-levels.ts";
import { text } from "./text-string.ts";

/** Writes the annotations of a link and answers with their references; tells them their tag's key. */
export type LinkWriter = (link: number, keyOf: (annotation: PDFRef) => number) => readonly PDFRef[];

export class Structure {
  readonly #doc: PDFDocument;
  readonly #root: PDFRef;
  readonly #document: PDFRef;
  readonly #children: PDFArray;
  readonly #levels: Levels;
  /** Parent tree: page index → tags by the numbers of pieces. */
  readonly #pages = new Map<number, PDFArray>();
  readonly #links: PDFRef[] = [];

  constructor(doc: PDFDocument, pages: readonly (readonly StructureNode[])[]) {
    this.#doc = doc;
    this.#root = doc.context.nextRef();
    this.#document = doc.context.nextRef();
    this.#children = doc.context.obj([]);
    this.#levels = levelsOf(pages.flat());
  }

  page(page: PDFRef, index: number, nodes: readonly StructureNode[], links: LinkWriter): void {
    const parents = new Map<number, PDFRef>();
    for (const node of nodes) {
      this.#children.push(this.#write(node, this.#document, page, parents, links));
    }
    if (parents.size === 0) return;
    const list = this.#doc.context.obj([]);
    for (let piece = 0; piece < parents.size; piece++) list.push(parents.get(piece)!);
    this.#pages.set(index, list);
  }

  finish(pageCount: number): PDFRef {
    const { context } = this.#doc;
    const nums = context.obj([]);
    for (let index = 0; index < pageCount; index++) {
      const parents = this.#pages.get(index);
      if (!parents) continue;
      nums.push(PDFNumber.of(index));
      nums.push(context.register(parents));
    }
    this.#links.forEach((ref, i) => {
      nums.push(PDFNumber.of(LINK_KEYS + i));
      nums.push(ref);
    });
    context.assign(
      this.#document,
      context.obj({ Type: "StructElem", S: "Document", P: this.#root, K: this.#children }),
    );
    context.assign(
      this.#root,
      context.obj({
        Type: "StructTreeRoot",
        K: [this.#document],
        ParentTree: context.register(context.obj({ Nums: nums })),
        ParentTreeNextKey: LINK_KEYS + this.#links.length,
      }),
    );
    return this.#root;
  }

  #write(
    node: StructureNode,
    parent: PDFRef,
    page: PDFRef,
    parents: Map<number, PDFRef>,
    links: LinkWriter,
  ): PDFRef {
    const { context } = this.#doc;
    const role = this.#levels.of(node);
    const element = context.obj({ Type: "StructElem", S: role, P: parent, Pg: page });
    const ref = context.register(element);
    const kids: PDFObject[] = node.kids.map((kid) => {
      if (typeof kid !== "number") return this.#write(kid, ref, page, parents, links);
      parents.set(kid, ref);
      return PDFNumber.of(kid);
    });
    if (node.link !== undefined) {
      const keyOf = () => LINK_KEYS + this.#links.push(ref) - 1;
      for (const annotation of links(node.link, keyOf))
        kids.push(context.obj({ Type: "OBJR", Obj: annotation, Pg: page }));
    }
    const bare = kids.length === 1 && (kids[0] instanceof PDFNumber || kids[0] instanceof PDFDict);
    if (kids.length > 0) element.set(PDFName.of("K"), bare ? kids[0]! : context.obj(kids));
    if (node.alt !== undefined) element.set(PDFName.of("Alt"), text(node.alt));
    const attributes = attributesOf(node);
    if (attributes) element.set(PDFName.of("A"), context.obj(attributes));
    return ref;
  }
}

function attributesOf(node: StructureNode): Record<string, string | number> | undefined {
  if (node.numbering) return { O: "List", ListNumbering: node.numbering };
  const { rowSpan, colSpan, scope } = node;
  if (!rowSpan && !colSpan && !scope) return undefined;
  return {
    O: "Table",
    ...(rowSpan ? { RowSpan: rowSpan } : {}),
    ...(colSpan ? { ColSpan: colSpan } : {}),
    ...(scope ? { Scope: scope } : {}),
  };
}

/** Keys of links start beyond any page's. */
const LINK_KEYS = 10_000;
