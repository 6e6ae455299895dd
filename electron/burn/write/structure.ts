// The tag tree of the export: one Document element, under it the pages' items in reading order,
// tables rebuilt from their cells' row and table numbers, links with their annotation. Made from
// page outputs alone; titles, identifiers and alternative texts of the source never reach it.
import { PDFName, PDFNumber } from "pdf-lib";
import type { PDFArray, PDFDict, PDFDocument, PDFRef } from "pdf-lib";
import type { StructureItem } from "../page-output.ts";
import { text } from "./text-string.ts";

export class Structure {
  readonly #doc: PDFDocument;
  readonly #root: PDFRef;
  readonly #document: PDFRef;
  readonly #children: PDFArray;
  /** Parent tree: page index → elements by MCID. */
  readonly #pages = new Map<number, PDFArray>();
  readonly #links: PDFRef[] = [];

  constructor(doc: PDFDocument) {
    this.#doc = doc;
    this.#root = doc.context.nextRef();
    this.#document = doc.context.nextRef();
    this.#children = doc.context.obj([]);
  }

  page(page: PDFRef, index: number, items: readonly StructureItem[]): void {
    const { context } = this.#doc;
    const parents = context.obj([]);
    const tables = new Map<number, { table: PDFDict; ref: PDFRef; rows: Map<number, PDFDict> }>();
    for (const item of items) {
      const cell = item.table !== undefined;
      const parent = cell ? this.#row(tables, item, page) : undefined;
      const ref = this.#element(item.role, parent?.ref ?? this.#document, page);
      const element = context.lookup(ref) as PDFDict;
      element.set(PDFName.of("K"), PDFNumber.of(item.mcid));
      if (item.alt !== undefined) element.set(PDFName.of("Alt"), text(item.alt));
      if (parent) (parent.dict.get(PDFName.of("K")) as PDFArray).push(ref);
      else this.#children.push(ref);
      parents.push(ref);
    }
    this.#pages.set(index, parents);
  }

  /** Tags a link annotation after its page's items; answers its key in the parent tree, counted after all pages. */
  link(page: PDFRef, annotation: PDFRef): number {
    const { context } = this.#doc;
    const ref = this.#element("Link", this.#document, page);
    (context.lookup(ref) as PDFDict).set(
      PDFName.of("K"),
      context.obj({ Type: "OBJR", Obj: annotation, Pg: page }),
    );
    this.#children.push(ref);
    return LINK_KEYS + this.#links.push(ref) - 1;
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

  #element(role: string, parent: PDFRef, page: PDFRef): PDFRef {
    return this.#doc.context.register(
      this.#doc.context.obj({ Type: "StructElem", S: role, P: parent, Pg: page }),
    );
  }

  #row(
    tables: Map<number, { table: PDFDict; ref: PDFRef; rows: Map<number, PDFDict> }>,
    item: StructureItem,
    page: PDFRef,
  ): { ref: PDFRef; dict: PDFDict } {
    const { context } = this.#doc;
    let table = tables.get(item.table!);
    if (!table) {
      const ref = this.#element("Table", this.#document, page);
      const dict = context.lookup(ref) as PDFDict;
      dict.set(PDFName.of("K"), context.obj([]));
      this.#children.push(ref);
      table = { table: dict, ref, rows: new Map() };
      tables.set(item.table!, table);
    }
    const key = item.row ?? 0;
    let row = table.rows.get(key);
    if (!row) {
      const ref = this.#element("TR", table.ref, page);
      row = context.lookup(ref) as PDFDict;
      row.set(PDFName.of("K"), context.obj([]));
      (table.table.get(PDFName.of("K")) as PDFArray).push(ref);
      table.rows.set(key, row);
    }
    const rowRef = context.getObjectRef(row)!;
    return { ref: rowRef, dict: row };
  }
}

/** Keys of links start beyond any page's. */
const LINK_KEYS = 10_000;
