// Makes the tag tree of a page from its pieces: brings them into reading order, builds the tags
// around them once, fills up rows of tables, and counts the pieces along the tree. Where a piece
// stands in the content and how many there were in the source is not kept.
import type { Block, PageLink, StructureNode, Step } from "./model.ts";
import { numberingOf } from "./numbering.ts";
import { headed, squared } from "./table-form.ts";
import type { DraftCell } from "./table-form.ts";

/** A stretch of the page's content that gets one number. */
export interface Piece {
  readonly block: Block;
  readonly link?: PageLink;
  /** What its letters say; only labels of lists are asked. */
  readonly text: string;
  /** From where to where its words stand across the page. */
  readonly extent?: readonly [number, number];
}

export interface TagTree {
  readonly nodes: readonly StructureNode[];
  /** Numbers of the pieces, in the order in which they were given. */
  readonly numbers: readonly number[];
  readonly links: readonly PageLink[];
}

export const PICTURE = "Picture";

interface Draft extends DraftCell {
  readonly step: Step;
  readonly kids: (Draft | Piece)[];
}

export function tagTree(pieces: readonly Piece[]): TagTree {
  const top: Draft = { step: { role: "P" }, kids: [] };
  const drafts = new Map<Step, Draft>();
  for (const piece of [...pieces].sort((a, b) => a.block.order - b.block.order)) {
    let at = top;
    for (const step of piece.block.path) {
      let draft = drafts.get(step);
      if (!draft) {
        drafts.set(step, (draft = { step, kids: [] }));
        at.kids.push(draft);
      }
      at = draft;
    }
    at.kids.push(piece);
  }
  const numbers = new Map<Piece, number>();
  const links: PageLink[] = [];
  const write = (kid: Draft | Piece): StructureNode | number => {
    if ("block" in kid) {
      const number = numbers.size;
      numbers.set(kid, number);
      if (!kid.link) return number;
      links.push(kid.link);
      return { role: "Link", kids: [number], link: links.length - 1 };
    }
    return nodeOf(kid, write);
  };
  const nodes = top.kids.map((kid) => write(kid) as StructureNode);
  return { nodes, numbers: pieces.map((piece) => numbers.get(piece)!), links };
}

function nodeOf(
  draft: Draft,
  write: (kid: Draft | Piece) => StructureNode | number,
): StructureNode {
  const { role } = draft.step;
  if (role === "Table") {
    squared(draft.kids.filter(isDraft), (cell) => extentOf(cell as Draft));
    headed(draft.kids.filter(isDraft));
  }
  const { colSpan = 1, rowSpan = 1 } = draft.spans ?? draft.step;
  const numbering = role === "L" ? numberingOf(labels(draft)) : undefined;
  return {
    role,
    kids: draft.kids.map(write),
    ...(role === "Figure" ? { alt: PICTURE } : {}),
    ...(draft.scope ? { scope: draft.scope } : {}),
    ...(colSpan > 1 ? { colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(numbering ? { numbering } : {}),
  };
}

function extentOf(draft: Draft): readonly [number, number] | undefined {
  const extents = draft.kids.flatMap((kid) => {
    const own = isDraft(kid) ? extentOf(kid) : kid.extent;
    return own ? [own] : [];
  });
  if (extents.length === 0) return undefined;
  return [Math.min(...extents.map((e) => e[0])), Math.max(...extents.map((e) => e[1]))];
}

function isDraft(kid: Draft | Piece): kid is Draft {
  return "step" in kid;
}

function labels(list: Draft): readonly string[] {
  return list.kids.filter(isDraft).flatMap((item) =>
    item.kids
      .filter(isDraft)
      .filter((kid) => kid.step.role === "Lbl")
      .map((label) => label.kids.map((kid) => ("text" in kid ? kid.text : "")).join("")),
  );
}
