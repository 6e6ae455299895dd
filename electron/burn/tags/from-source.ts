// Reads the source's tags as blocks: for every tagged piece of a page the headings, paragraphs,
// lists, tables and quotations around it, brought into one plain form. Nesting that the roles do
// not allow is mended, roles that only group or decorate are passed over; no text, title or
// identifier of a tag is ever looked at.
import type { SourceTag } from "../../pdfium/tags.ts";
import type { Block, Role, Step } from "./model.ts";

const LEAVES: ReadonlySet<Role> = new Set<Role>([
  "P",
  "H1",
  "H2",
  "H3",
  "H4",
  "H5",
  "H6",
  "Lbl",
  "Caption",
  "Figure",
]);
/** Content may stand in these without a paragraph of its own. */
const HOLDS_TEXT: ReadonlySet<Role> = new Set<Role>([...LEAVES, "LBody", "TH", "TD"]);
const DEEPEST_HEADING = 6;
/** Roles within a paragraph: what they hold belongs to the tag around them. */
const INLINE: ReadonlySet<string> = new Set(
  "Span Quote Link Reference Annot NonStruct Private Em Strong Sub BibEntry Code Lbl Ruby RB RT RP Warichu WT WP".split(
    " ",
  ),
);
const GROUPS: ReadonlySet<string> = new Set("Document DocumentFragment Part Sect Art".split(" "));

type Path = readonly Step[];

/** @returns blocks by the numbers of the pieces */
export function sourceBlocks(tags: readonly SourceTag[]): ReadonlyMap<number, Block> {
  const reader = new Reader();
  for (const tag of tags) reader.visit(tag, [], tag, 0);
  return reader.blocks;
}

class Reader {
  readonly blocks = new Map<number, Block>();
  readonly #implied = new Map<object, Map<Role, Step>>();
  #last: Step | undefined;
  #order = 0;

  /** @param holder the tag that loose text belongs to */
  visit(tag: SourceTag, around: Path, holder: SourceTag, sections: number): void {
    const path = this.#enter(tag, around, sections);
    const deeper = sections + (tag.role === "Sect" || tag.role === "Art" ? 1 : 0);
    const row = path === around ? undefined : path[path.length - 1];
    const own = INLINE.has(tag.role) && !GROUPS.has(holder.role) ? holder : tag;
    for (const kid of tag.kids) {
      if (typeof kid === "number") this.#place(kid, path, own);
      else if (kid) this.visit(kid, path, own, deeper);
      else if (row?.role === "TR") (row.cells as (Step | null)[]).push(null);
    }
  }

  #place(piece: number, around: Path, holder: SourceTag): void {
    if (this.blocks.has(piece)) return;
    const path = this.#forText(around, holder);
    const leaf = path[path.length - 1]!;
    if (leaf !== this.#last) this.#order++;
    this.#last = leaf;
    this.blocks.set(piece, { path, order: this.#order });
  }

  /** The path on which text of a tag stands. */
  #forText(around: Path, holder: SourceTag): Path {
    const last = around[around.length - 1];
    if (last && HOLDS_TEXT.has(last.role)) return around;
    if (last?.role === "Table") return [...around, this.#imply(last, "Caption")];
    const path = this.#forBlock(around);
    const inner = path[path.length - 1];
    if (inner && HOLDS_TEXT.has(inner.role)) return path;
    const loose = this.#imply(holder, "P");
    // Where something else stood between, what follows is a paragraph of its own.
    return [...path, loose === this.#last ? loose : this.#imply(holder, "P", true)];
  }

  /** The path on which a paragraph, a list or a table stands: never within a paragraph. */
  #forBlock(around: Path): Path {
    const last = around[around.length - 1];
    if (!last) return around;
    if (LEAVES.has(last.role)) return this.#forBlock(around.slice(0, -1));
    if (last.role === "L") {
      const item = this.#imply(last, "LI");
      return [...around, item, this.#imply(item, "LBody")];
    }
    if (last.role === "LI") return [...around, this.#imply(last, "LBody")];
    if (last.role === "TOC") return [...around, this.#imply(last, "TOCI")];
    if (last.role === "Table") return this.#forBlock(around.slice(0, -1));
    if (last.role === "TR") return [...around, this.#cell(last, this.#imply(last, "TD"))];
    return around;
  }

  #enter(tag: SourceTag, around: Path, sections: number): Path {
    const last = around[around.length - 1]?.role;
    switch (tag.role) {
      case "P":
      case "Formula":
      case "Code":
        return last === "Caption" || last === "Lbl" ? around : this.#open(around, { role: "P" });
      case "H":
        return this.#heading(around, Math.max(1, sections));
      case "L":
      case "Table":
      case "BlockQuote":
        return this.#open(around, { role: tag.role });
      case "TOC":
        return last === "TOC" ? [...around, { role: "TOC" }] : this.#open(around, { role: "TOC" });
      case "Figure":
        return last === "Figure" ? around : this.#open(around, { role: "Figure" });
      case "Caption":
        if (last === "Table") return [...around, { role: "Caption" }];
        return this.#open(around, { role: "P" });
      case "LI":
        return [...this.#within(around, "L", tag), { role: "LI" }];
      case "TOCI":
        return [...this.#within(around, "TOC", tag), { role: "TOCI" }];
      case "Lbl":
        return last === "LI" ? [...around, { role: "Lbl" }] : around;
      case "LBody":
        return last === "LI"
          ? [...around, this.#imply(around[around.length - 1]!, "LBody")]
          : around;
      case "TR":
        return [...this.#within(around, "Table", tag), { role: "TR", cells: [] }];
      case "TH":
      case "TD": {
        const row = around[around.length - 1];
        if (row?.role !== "TR") return around;
        const { colSpan, rowSpan } = tag;
        return [...around, this.#cell(row, { role: tag.role, colSpan, rowSpan })];
      }
      default: {
        const level = /^H([1-9])$/.exec(tag.role)?.[1];
        return level ? this.#heading(around, Number(level)) : around;
      }
    }
  }

  #open(around: Path, step: Step): Path {
    return [...this.#forBlock(around), step];
  }

  #heading(around: Path, level: number): Path {
    const role = `H${Math.min(level, DEEPEST_HEADING)}` as Role;
    const path = this.#forBlock(around);
    const inList = path.some((step) => step.role === "TOCI");
    return [...path, { role: inList ? "P" : role }];
  }

  /** Items without a list, and rows without a table, get one together. */
  #within(around: Path, role: "L" | "TOC" | "Table", tag: SourceTag): Path {
    const last = around[around.length - 1];
    if (last?.role === role) return around;
    const path = this.#forBlock(around);
    return [...path, this.#imply(path[path.length - 1] ?? tag, role)];
  }

  #cell(row: Step, cell: Step): Step {
    const cells = row.cells as (Step | null)[];
    if (!cells.includes(cell)) cells.push(cell);
    return cell;
  }

  /** A tag that the source left out; one for each place, unless it is asked for afresh. */
  #imply(holder: object, role: Role, afresh = false): Step {
    let own = this.#implied.get(holder);
    if (!own) this.#implied.set(holder, (own = new Map()));
    let step = own.get(role);
    if (!step || afresh) own.set(role, (step = { role }));
    return step;
  }
}
