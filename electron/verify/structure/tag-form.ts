// The form of tags: which may stand in which, levels of headings, heads of tables, descriptions of
// pictures. There is one form for everything, so that no tag can be put in where nothing is read.
import { isDict, isText, nameOf, numberOf } from "../raw/values.ts";
import type { Dict } from "../raw/values.ts";
import { readText } from "../raw/text-string.ts";
import type { Resolve } from "./resources.ts";
import type { TagNode } from "./tag-tree.ts";

const BLOCKS = "P H1 H2 H3 H4 H5 H6 L Table BlockQuote TOC Figure".split(" ");
/** What may stand in a tag; "#" is a piece of the page. */
const MAY_HOLD: Readonly<Record<string, readonly string[]>> = {
  Document: [...BLOCKS, "Link"],
  BlockQuote: BLOCKS,
  L: ["LI"],
  LI: ["Lbl", "LBody"],
  LBody: [...BLOCKS, "Link", "#"],
  TOC: ["TOCI", "TOC"],
  TOCI: BLOCKS,
  Table: ["Caption", "TR"],
  TR: ["TH", "TD"],
  TH: [...BLOCKS, "Link", "#"],
  TD: [...BLOCKS, "Link", "#"],
  Figure: ["#"],
  Link: ["#"],
};
const TEXTS = ["Link", "#"];
const DESCRIBED = "Picture";

export function tagFormProblems(all: readonly TagNode[], resolve: Resolve): string[] {
  const problems = new Set<string>();
  let level = 0;
  for (const node of all) {
    const { role, dict, kids, parent } = node;
    const may = MAY_HOLD[role] ?? TEXTS;
    for (const kid of kids) {
      const held = kid.is === "tag" ? kid.node.role : kid.is === "piece" ? "#" : "link";
      if (held === "link" ? role !== "Link" : !may.includes(held))
        problems.add(`A tag ${role} holds what does not belong there.`);
    }
    if (kids.length === 0 && role !== "TD" && role !== "TH" && role !== "Document")
      problems.add("A tag holds nothing.");
    if ((role === "Document") !== (parent === undefined))
      problems.add("The tags do not begin with one document.");
    if (role !== "Document" && !node.page) problems.add("A tag belongs to no page.");
    if (parent?.page && parent.page !== node.page)
      problems.add("A tag holds tags of another page.");
    const heading = Number(/^H([1-6])$/.exec(role)?.[1] ?? 0);
    if (heading > level + 1) problems.add("A level of headings is left out.");
    if (heading > 0) level = heading;
    const alt = dict.entries.get("Alt");
    const described = isText(alt) && readText(alt.bytes) === DESCRIBED;
    if (role === "Figure" ? !described : alt !== undefined)
      problems.add("A tag has another description than exports give.");
    if (attributesOf(node, resolve) !== wantedAttributes(node, resolve))
      problems.add(`A tag ${role} has other attributes than it needs.`);
  }
  for (const table of all.filter(({ role }) => role === "Table")) {
    const widths = new Set(widthsOf(table, resolve));
    if (widths.size > 1) problems.add("The rows of a table are not of one width.");
  }
  return [...problems];
}

function attributesOf({ dict }: TagNode, resolve: Resolve): string {
  const value = resolve(dict.entries.get("A"));
  if (!isDict(value)) return "";
  return [...value.entries]
    .map(([key, item]) => `${key} ${nameOf(item) ?? String(item)}`)
    .join(", ");
}

/** Spans and ways of counting are a matter of the page; all else follows from the tags. */
function wantedAttributes(node: TagNode, resolve: Resolve): string {
  const { role, dict } = node;
  const value = resolve(dict.entries.get("A"));
  const own = isDict(value) ? value : undefined;
  const numbering = own && nameOf(own.entries.get("ListNumbering"));
  if (role === "L") return numbering ? `O List, ListNumbering ${numbering}` : "";
  if (role !== "TH" && role !== "TD") return "";
  const parts: string[] = [];
  for (const key of ["RowSpan", "ColSpan"]) {
    const span = own ? spanOf(own, key) : 1;
    if (span > 1) parts.push(`${key} ${span}`);
  }
  if (role === "TH") parts.push(`Scope ${scopeOf(node)}`);
  return parts.length > 0 ? ["O Table", ...parts].join(", ") : "";
}

function scopeOf(cell: TagNode): "Row" | "Column" {
  const row = cell.parent!;
  const rows = tagsIn(row.parent).filter(({ role }) => role === "TR");
  const cells = tagsIn(row);
  const heads = cells.every(({ role, kids }) => role === "TH" || kids.length === 0);
  return rows[0] === row || heads ? "Column" : "Row";
}

function tagsIn(node: TagNode | undefined): readonly TagNode[] {
  return (node?.kids ?? []).flatMap((kid) => (kid.is === "tag" ? [kid.node] : []));
}

function spanOf(attribute: Dict, key: string): number {
  return numberOf(attribute.entries.get(key)) ?? 1;
}

/** Columns that each row takes up, those counted that reach down from above. */
function widthsOf(table: TagNode, resolve: Resolve): readonly number[] {
  const rows = tagsIn(table).filter(({ role }) => role === "TR");
  const reaching: number[] = [];
  return rows.map((row) => {
    let width = reaching.reduce((sum, left) => sum + (left > 0 ? 1 : 0), 0);
    const next = reaching.map((left) => Math.max(0, left - 1));
    for (const cell of tagsIn(row)) {
      const attribute = resolve(cell.dict.entries.get("A"));
      const across = isDict(attribute) ? spanOf(attribute, "ColSpan") : 1;
      const down = isDict(attribute) ? spanOf(attribute, "RowSpan") : 1;
      width += across;
      if (down > 1) for (let i = 0; i < across; i++) next.push(down - 1);
    }
    reaching.splice(0, reaching.length, ...next.filter((left) => left > 0));
    return width;
  });
}
