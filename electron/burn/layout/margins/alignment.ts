// How a line without company is aligned. A burnt word moves one end of its line, or both, so an end
// or a middle proves something only where it meets a place that the word cannot have moved: the
// start, end or middle of other lines, the page's margins, the walls of a cell. Such meetings are
// counted; where none speaks, the line keeps its start on a coarse grid and the certificate says so.
import { withoutNames } from "../lines/any-name.ts";
import type { Segment } from "../model.ts";

export type Align = "left" | "centre" | "right";

/** Other lines or walls prove an alignment; a margin alone is met by chance now and then. */
export type Proof = "lines" | "margin" | "none";

export interface Alignment {
  readonly align: Align;
  readonly anchor: number;
  readonly proof: Proof;
}

/** Places that do not hang on what is burnt, in a fixed order: the first that fits is the anchor. */
export interface Places {
  /** Walls of the cell around the line. */
  readonly cell: { readonly left: number | undefined; readonly right: number | undefined };
  readonly centres: readonly number[];
  readonly rights: readonly number[];
}

/** Points: makers write starts to the last digit, but ends follow from widths that they round. */
const SAME_START = 0.06;
const SAME_END = 0.1;
/** Margins are told from the other side of the page. */
const AT_MARGIN = 0.6;
/** A start on a whole point was chosen, not reckoned from a width. */
const WHOLE = 0.002;
/** Points of the grid on which a start stands that may have been reckoned from a burnt width. */
const GRID = 12;
/** Points by which words run over, in em, whose maker reckoned with kerning and then showed none. */
const UNKERNED = 0.5;
/** What walls show is worth less than what lines show. */
const HINT = 0.5;
/** A margin or the page's middle is worth more than a line, and a burnt line's end less. */
const PLACE = 1.5;
const BURNT = 0.6;
/** Points by which the starts or ends of one text's lines differ, and such as were meant to be the same. */
const SAME = 1;
const CLOSE = 0.1;

/** @param others segments on other lines of the same direction */
export function alignAlone(s: Segment, others: readonly Segment[], places: Places): Alignment {
  const [left, middle, right] = [s.left, centreOf(s), s.right];
  // A line with the same start and the same end proves neither.
  const peers = others.filter((o) => !(startsAt(o, left) && near(o.right, right, SAME_END)));
  // Lines that begin at a place of their own choice end where their words end.
  const starts = new Starts(others);
  const loose = peers.filter((o) => !isWhole(o) && !starts.hasLike(o));
  const between = isCentredBetween(s, others, places.centres);
  const hint = hintOfCell(s, places.cell);
  const late = s.glyphs.some((g) => g.item.face.standard) ? UNKERNED * s.size : AT_MARGIN;
  const centres = places.centres.filter((at) => at < middle + AT_MARGIN && at > middle - late / 2);
  const rights = places.rights.filter((at) => at < right + AT_MARGIN && at > right - late);
  const votes: Record<Align, number> = {
    left:
      (between ? 0 : count(peers, (o) => startsAt(o, left))) +
      (isWhole(s) ? 1 : 0) +
      (hint === "left" ? HINT : 0),
    centre:
      weigh(loose, (o) => near(centreOf(o), middle, SAME_END)) +
      centres.length * PLACE +
      (hint === "centre" ? HINT : 0),
    right: between
      ? 0
      : weigh(loose, (o) => near(o.right, right, SAME_END)) +
        rights.length * PLACE +
        (hint === "right" ? HINT : 0),
  };
  const most = Math.max(votes.left, votes.centre, votes.right);
  // One burnt line's end is met by chance too often.
  if (most === 0 || (most === BURNT && votes.left < BURNT)) {
    return {
      align: "left",
      anchor: Math.round(left / GRID) * GRID,
      proof: s.touched ? "none" : "lines",
    };
  }
  if (votes.left === most) return { align: "left", anchor: left, proof: "lines" };
  const staying = loose.filter((o) => !o.touched);
  if (votes.right === most) {
    const own = staying.map((o) => o.right).filter((at) => near(at, right, AT_MARGIN));
    // Burnt lines meet a margin by chance in one twin and not in another.
    const shown = staying.some((o) => near(o.right, right, SAME_END)) || hint === "right";
    const proof = s.touched && rights.length > 0 && !shown ? "margin" : "lines";
    return { align: "right", anchor: first(rights, own, right), proof };
  }
  const own = staying.map(centreOf).filter((at) => near(at, middle, AT_MARGIN));
  return { align: "centre", anchor: first(centres, own, middle), proof: "lines" };
}

/** A line that fills its measure starts where all do and has its middle where all have: those beside it tell. */
function isCentredBetween(
  s: Segment,
  others: readonly Segment[],
  centres: readonly number[],
): boolean {
  const at = centres.find((c) => near(c, centreOf(s), AT_MARGIN));
  if (!s.touched || at === undefined) return false;
  const over = others.filter((o) => o.v > s.v).sort((a, b) => a.v - b.v)[0];
  const under = others.filter((o) => o.v < s.v).sort((a, b) => b.v - a.v)[0];
  return [over, under].every(
    (o) => o && near(centreOf(o), at, AT_MARGIN) && o.left > s.left + o.size,
  );
}

/** Alignment between the walls of a cell, where the room on both sides tells it. */
function hintOfCell(s: Segment, { left, right }: Places["cell"]): Align | undefined {
  if (left === undefined || right === undefined) return undefined;
  const before = s.left - left;
  const after = right - s.right;
  if (before <= s.size && before < after - 1) return "left";
  if (after <= s.size && after < before - 1) return "right";
  return undefined;
}

function startsAt(s: Segment, left: number): boolean {
  return near(s.left, left, SAME_START);
}

/** Two lines share a start; such as share their end as well share it by their words. */
function startsLike(a: Segment, b: Segment): boolean {
  return startsAt(a, b.left) && !near(a.right, b.right, SAME_END);
}

/** Lines by their starts: a table of numbers has so many that each cannot be held against all. */
class Starts {
  readonly #near = new Map<number, Segment[]>();

  constructor(lines: readonly Segment[]) {
    for (const line of lines) {
      const at = Math.floor(line.left / SAME_START);
      const known = this.#near.get(at);
      if (known) known.push(line);
      else this.#near.set(at, [line]);
    }
  }

  /** Does another line share its start? */
  hasLike(s: Segment): boolean {
    const at = Math.floor(s.left / SAME_START);
    return [at - 1, at, at + 1].some((place) =>
      this.#near.get(place)?.some((o) => o !== s && startsLike(o, s)),
    );
  }
}

/** Letters of one width make whole starts by themselves. */
function isWhole(s: Segment): boolean {
  if (Math.abs(s.left - Math.round(s.left)) >= WHOLE) return false;
  return !s.glyphs.some((g) => g.mark < 0 && g.item.face.monospace);
}

/** A place that others share is theirs to the last digit; twins must not differ by rounding. */
function first(known: readonly number[], lines: readonly number[], own: number): number {
  return known[0] ?? (lines.length > 0 ? Math.min(...lines) : Math.round(own));
}

function count(list: readonly Segment[], test: (s: Segment) => boolean): number {
  return list.filter(test).length;
}

function weigh(list: readonly Segment[], test: (s: Segment) => boolean): number {
  return list.filter(test).reduce((sum, s) => sum + (s.touched ? BURNT : 1), 0);
}

function near(a: number, b: number, slack: number): boolean {
  return Math.abs(a - b) <= slack;
}

/** How the lines of one text are aligned. */
export function alignOf(lines: readonly Segment[]): Align {
  const rest = lines.slice(1);
  const starts = spread((rest.length > 1 ? rest : lines).map((s) => s.left));
  // Lines of nearly one length start, end and have their middle together: the closest tells.
  const middles = spread(lines.map(centreOf));
  const ends = spread(lines.map((s) => s.right));
  if (starts <= SAME && (starts <= CLOSE || starts <= Math.min(middles, ends))) return "left";
  if (middles < 1.5 && (middles <= ends || ends > SAME)) return "centre";
  if (ends <= SAME) return "right";
  return "left";
}

function spread(places: readonly number[]): number {
  return Math.max(...places) - Math.min(...places);
}

/** Room that a label takes up in a line, in em; only neighbours are kept away by it. */
const LABEL_ROOM = 5;

/**
 * From where to where a line will reach at most, by its surviving letters and its labels alone: its
 * own end, where nothing of it is burnt.
 */
export function reachOf(s: Segment, { align, anchor }: Alignment): readonly [number, number] {
  if (!s.touched) return [s.left, s.right];
  const { letters, names } = withoutNames(s);
  const width = letters + names * LABEL_ROOM * s.size;
  if (align === "left") return [anchor, anchor + width];
  return align === "right" ? [anchor - width, anchor] : [anchor - width / 2, anchor + width / 2];
}

export function centreOf(s: Segment): number {
  return (s.left + s.right) / 2;
}
