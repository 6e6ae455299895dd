// Re-sets one segment of a line: surviving words at nominal advances with one constant word gap,
// boxes of their label's own width where words were burnt. The result is a function of what stays
// visible and of the place it must fit into, never of what was burnt (B1). Pure arithmetic.

/** A run of glyphs without a space, or a box. */
export type LineItem =
  | { readonly kind: "word"; readonly advances: readonly number[]; readonly spaced: boolean }
  | { readonly kind: "box"; readonly width: number; readonly spaced: boolean };

export type Alignment = "left" | "centre" | "right";

export interface LineRoom {
  readonly alignment: Alignment;
  /** Where the alignment holds the line: its left end, middle or right end. */
  readonly anchor: number;
  /** Nothing may stand before or after these. */
  readonly least: number;
  readonly most: number;
  readonly em: number;
  /** Nominal word gap. */
  readonly gap: number;
}

export interface LineSetting {
  /** Start of each item. */
  readonly starts: readonly number[];
  readonly end: number;
  /** Horizontal scale of all words, 1 unless the line had to be narrowed. */
  readonly scale: number;
  /** False where even the narrowest setting reaches beyond its room. */
  readonly fits: boolean;
}

/** A gap may shrink to this share of the nominal one before letters are narrowed. */
const TIGHTEST_GAP = 0.6;
/** Letters stay readable down to this share of their width. */
const NARROWEST = 0.55;

export function setLine(items: readonly LineItem[], room: LineRoom): LineSetting {
  const words = sum(items.map((i) => (i.kind === "word" ? sum(i.advances) : 0)));
  const boxes = sum(items.map((i) => (i.kind === "box" ? i.width : 0)));
  const gaps = items.filter((item, i) => i > 0 && item.spaced).length;
  // A box never touches a letter: where no space parts them, a hair does.
  const hairs = items.filter((item, i) => i > 0 && !item.spaced && touchesBox(items, i)).length;
  const hair = HAIR * room.em;
  const space = room.most - room.least;
  const fixed = boxes + hairs * hair;
  let gap = room.gap;
  let scale = 1;
  if (words + fixed + gaps * gap > space) {
    gap = Math.max(TIGHTEST_GAP * room.gap, gaps > 0 ? (space - words - fixed) / gaps : 0);
    const over = words + fixed + gaps * gap > space;
    if (over && words > 0) {
      scale = Math.max(NARROWEST, Math.min(1, (space - fixed - gaps * gap) / words));
    }
  }
  const total = words * scale + fixed + gaps * gap;
  const start = Math.max(room.least, Math.min(anchored(room, total), room.most - total));
  let at = start;
  const starts = items.map((item, i) => {
    if (i > 0 && item.spaced) at += gap;
    else if (i > 0 && touchesBox(items, i)) at += hair;
    const own = at;
    at += item.kind === "word" ? sum(item.advances) * scale : item.width;
    return own;
  });
  return { starts, end: at, scale, fits: total <= space + 1e-6 };
}

const HAIR = 0.06;

function touchesBox(items: readonly LineItem[], i: number): boolean {
  return items[i]!.kind === "box" || items[i - 1]!.kind === "box";
}

function anchored(room: LineRoom, total: number): number {
  if (room.alignment === "left") return room.anchor;
  return room.alignment === "right" ? room.anchor - total : room.anchor - total / 2;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
