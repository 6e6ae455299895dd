// Finds the paragraphs of a page: lines under each other that one text runs through, told apart by
// leading, indents, walls and by line ends that nothing forced. A paragraph is what is set anew as
// one, so where in doubt lines stay apart: then nothing is re-flowed that was not one text.
import type { Rect } from "../../../shared/geometry/rect.ts";
import { alignAlone, centreOf as centre, reachOf } from "./alignment.ts";
import type { Align, Alignment, Proof } from "./alignment.ts";
import type { Column } from "./columns.ts";
import { Columns } from "./columns.ts";
import type { Segment } from "./model.ts";
import { levelBetween, wallsAround, wallsOver } from "./rules.ts";
import type { Walls } from "./rules.ts";

export interface Paragraph {
  readonly lines: readonly Segment[];
  readonly align: Align;
  /** Start of the first line and of the others; centre or right edge where so aligned. */
  readonly firstAnchor: number;
  readonly anchor: number;
  readonly column: Column;
  /** Lines run to both margins. */
  readonly justified: boolean;
  /** What shows where its line stands. */
  readonly proof: Proof;
  /** Distance of its baselines; a line without company takes it from other paragraphs. */
  readonly leading: number;
  /** False where no paragraph of the page shows a leading. */
  readonly leadingShown: boolean;
  /** The cell that it stands in, where there are walls on all its sides. */
  readonly cell: Cell | undefined;
}

export interface Cell {
  readonly left: number;
  readonly right: number;
  readonly floor: number;
  readonly ceiling: number;
}

const SAME = 1;
/** Points by which a line must fall short of the margin to have ended early. */
const SHORT = 2;
/** Baselines of one text are at most this far apart, in em. */
const LEADING = 2.3;
const SPACE = 0.22;
const USUAL_LEADING = 1.25;
/** How far (em) over or under a drawing its words stand. */
const NEXT_TO = 3;
/** How far (em) makers of documents miss a centre or a margin when they forget kerning. */
const UNSURE = 0.25;
/** Cells narrower than this (em) beside others are rows of a table, not running text. */
const NARROW = 14;
/** Texts beside a line that are shorter than this (em) are cells. */
const SHORT_CELL = 10;
const MARKER_ROOM = 4;
/** Share of lines that end by themselves from which a chain of lines is a list. */
const LISTED = 0.5;
/** A burnt line that stays this far (em) from its margin, labels and all, was ended on purpose. */
const ROOM_OF_NAMES = 8;
const BULLET = /^[\u2022\u2023\u25a0-\u25ff\u2013\u2014\u00b7\u2043\uf0b7\uf0a7*o-]$/u;

export class Paragraphs {
  readonly #segments: readonly Segment[];
  readonly #walls: Walls;
  readonly #columns: Columns;
  readonly #ornaments: readonly Rect[];
  readonly #drawings: readonly Rect[];
  readonly #from: number;
  readonly #to: number;
  readonly #aligned = new Map<Segment, Alignment>();

  constructor(
    segments: readonly Segment[],
    walls: Walls,
    ornaments: readonly Rect[],
    drawings: readonly Rect[],
    from: number,
    to: number,
  ) {
    this.#segments = [...segments].sort((a, b) => b.v - a.v || a.left - b.left);
    this.#walls = walls;
    this.#ornaments = ornaments;
    this.#drawings = drawings;
    this.#columns = new Columns(segments, walls, from, to, (s) => reachOf(s, this.#alignAlone(s)));
    this.#from = from;
    this.#to = to;
  }

  all(): readonly Paragraph[] {
    const out: Paragraph[] = [];
    for (const chain of this.#chains()) {
      for (const lines of this.#cut(chain)) out.push(this.#paragraph(lines));
    }
    return withLeading(out);
  }

  /** Lines under each other with one size, one column and one leading. */
  #chains(): Segment[][] {
    const below = new Map<Segment, Segment>();
    const above = new Map<Segment, Segment>();
    for (const a of this.#segments) {
      const b = this.#next(a);
      if (!b || above.has(b) || !this.#oneText(a, b)) continue;
      below.set(a, b);
      above.set(b, a);
    }
    const chains: Segment[][] = [];
    for (const top of this.#segments) {
      if (above.has(top)) continue;
      const chain: Segment[] = [];
      for (let s: Segment | undefined = top; s; s = below.get(s)) chain.push(s);
      chains.push(...byLeading(chain));
    }
    return chains;
  }

  /** The one segment right under `a`. */
  #next(a: Segment): Segment | undefined {
    let found: Segment | undefined;
    for (const b of this.#segments) {
      if (b === a || b.v > a.v - 0.5 * a.size || b.v < a.v - LEADING * a.size) continue;
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) <= 0) continue;
      if (found && found.v - b.v > 0.3 * a.size) continue;
      // Two beside each other under one: a table's head, not a text.
      if (found) return undefined;
      found = b;
    }
    return found;
  }

  #oneText(a: Segment, b: Segment): boolean {
    if (Math.abs(a.size - b.size) > 0.05 * a.size) return false;
    const [from, to] = [Math.min(a.left, b.left), Math.max(a.right, b.right)];
    if (levelBetween(this.#walls, a, b.v + 0.5 * b.size, from, to)) return false;
    const cellA = wallsAround(this.#walls, a.left, a.right, a.v, a.size);
    const cellB = wallsAround(this.#walls, b.left, b.right, b.v, b.size);
    if (cellA.left !== cellB.left || cellA.right !== cellB.right) return false;
    if (this.#marker(b)) return false;
    const walled = cellA.left !== undefined && cellA.right !== undefined;
    if (walled) return true;
    return !this.#rowsOfTable(a, b);
  }

  /** Both lines stand in rows: beside them are short texts in columns of their own. */
  #rowsOfTable(a: Segment, b: Segment): boolean {
    const besideA = this.#beside(a);
    const besideB = this.#beside(b);
    if (besideA.length === 0 || besideB.length === 0) return false;
    if (this.#width(a, b) < NARROW * a.size) return true;
    const short = (s: Segment) => s.right - s.left < SHORT_CELL * a.size;
    return besideA.some((s) => short(s) && besideB.some((o) => short(o) && same(o.left, s.left)));
  }

  #width(a: Segment, b: Segment): number {
    return this.#columns.of([a, b], Math.min(a.left, b.left)).limit - Math.min(a.left, b.left);
  }

  #beside(a: Segment): readonly Segment[] {
    return this.#segments.filter((s) => s !== a && Math.abs(s.v - a.v) < 0.3 * a.size);
  }

  /** A bullet or number stands before the line: a new item begins. */
  #marker(b: Segment): boolean {
    const first = b.glyphs.filter((g) => !g.blank);
    if (first.length > 1 && BULLET.test(first[0]!.item.shape.unicode)) {
      const [bullet, next] = [first[0]!, first[1]!];
      if (next.u - bullet.u - bullet.advance > 0.13 * b.size) return true;
    }
    const drawn = this.#ornaments.some(
      ([u0, v0, u1, v1]) =>
        u1 <= b.left &&
        b.left - u0 < MARKER_ROOM * b.size &&
        v0 > b.v - 0.1 * b.size &&
        v1 < b.v + 0.9 * b.size,
    );
    if (drawn) return true;
    return this.#segments.some(
      (s) =>
        s !== b &&
        Math.abs(s.v - b.v) < 0.3 * b.size &&
        s.right <= b.left &&
        b.left - s.right < MARKER_ROOM * b.size &&
        s.glyphs.filter((g) => !g.blank).length <= 5,
    );
  }

  /** Cuts a chain where a line ended without need, or where an indent begins a new text. */
  #cut(chain: readonly Segment[]): Segment[][] {
    if (chain.length === 1) return [[chain[0]!]];
    const align = alignOf(chain);
    const out: Segment[][] = [];
    let current: Segment[] = [chain[0]!];
    const measure = this.#measure(chain, align);
    const listed = endsOften(chain, measure, align);
    for (let i = 1; i < chain.length; i++) {
      const a = chain[i - 1]!;
      const b = chain[i]!;
      const ends = endsText(a) || (!runsOn(a, b) && this.#ended(a, b, measure, align, listed));
      const indents = align === "left" && current.length >= 2 && !same(b.left, current[1]!.left);
      const outdents =
        align === "left" && current.length === 1 && Math.abs(a.left - b.left) > 6 * a.size;
      if (ends || indents || outdents) {
        out.push(current);
        current = [];
      }
      current.push(b);
    }
    out.push(current);
    return out;
  }

  /** Was line `a` ended before its margin? A burnt line is judged by its letters and its labels. */
  #ended(a: Segment, b: Segment, measure: Measure, align: Align, listed: boolean): boolean {
    if (measure.even) return wouldFit(a, b, measure, align);
    // The longest line of a list is its own measure; that it is full says nothing.
    if (knownPair(a, b)) {
      return (measure.own && listed && !continuesText(b)) || wouldFit(a, b, measure, align);
    }
    if (listed) return true;
    if (!a.touched) {
      // How long the burnt word at the next line's start is must not decide.
      return a.right + ROOM_OF_NAMES * a.size < measure.right;
    }
    const [from, to] = reachOf(a, { align, anchor: a.left, proof: "lines" });
    const end = align === "left" ? to : a.left + to - from;
    return end + ROOM_OF_NAMES * a.size < measure.right;
  }

  #measure(chain: readonly Segment[], align: Align): Measure {
    const left = Math.min(...chain.map((s) => s.left));
    const staying = chain.filter((s) => !s.touched);
    const right = Math.max(...(staying.length > 0 ? staying : chain).map((s) => s.right));
    if (align !== "left") return { left, right, even: false, own: false };
    const { limit, sharp } = this.#columns.of(chain, left);
    const full = chain.filter((s) => Math.abs(s.right - limit) < SAME).length;
    if (sharp && full >= 2) return { left, right: limit, even: true, own: false };
    // A text set narrower than its column: its own longest line is the measure.
    const narrow = limit - right > 1.5 * chain[0]!.size && chain.length >= 3;
    return { left, right: narrow ? right : limit, even: false, own: narrow };
  }

  #paragraph(lines: readonly Segment[]): Paragraph {
    const first = lines[0]!;
    const left = Math.min(...lines.map((s) => s.left));
    const column = this.#columns.of(lines, left);
    const cell = this.#cell(first, column);
    if (lines.length === 1) {
      const { align, anchor, proof } = this.#alignAlone(first);
      const set = {
        lines,
        align,
        firstAnchor: anchor,
        anchor,
        column,
        justified: false,
        proof,
        cell,
      };
      return { ...set, leading: first.size * USUAL_LEADING, leadingShown: false };
    }
    const align = alignOf(lines);
    const inner = lines.slice(0, -1);
    const even = inner.filter((s) => Math.abs(s.right - column.limit) < SAME).length;
    const shared = align === "left" ? undefined : this.#shared(lines, align);
    return {
      lines,
      align,
      firstAnchor: shared ?? first.left,
      anchor: shared ?? lines[1]!.left,
      column,
      justified: align === "left" && column.sharp && even >= 1 && even >= inner.length * 0.7,
      proof: "lines",
      leading: (first.v - lines[lines.length - 1]!.v) / (lines.length - 1),
      leadingShown: true,
      cell,
    };
  }

  #cell(first: Segment, { cellLeft, cellRight }: Column): Cell | undefined {
    if (cellLeft === undefined || cellRight === undefined) return undefined;
    const { floor, ceiling } = wallsOver(
      this.#walls,
      (cellLeft + cellRight) / 2,
      first.v + 0.3 * first.size,
    );
    if (floor === undefined || ceiling === undefined) return undefined;
    return { left: cellLeft, right: cellRight, floor, ceiling };
  }

  /** What others show of where a line stands alone; nothing here moves with a burnt word. */
  #alignAlone(s: Segment): Alignment {
    const known = this.#aligned.get(s);
    if (known) return known;
    const others = this.#segments.filter((o) => o !== s && Math.abs(o.v - s.v) > 0.3 * s.size);
    const body = this.#columns.body();
    const cell = wallsAround(this.#walls, s.left, s.right, s.v, s.size);
    const centres = [(this.#from + this.#to) / 2];
    const mirrored = this.#to - (body.left - this.#from);
    const margin = body.right ?? mirrored;
    if (Math.abs(margin - mirrored) > SAME) centres.push((body.left + margin) / 2);
    if (cell.left !== undefined && cell.right !== undefined) {
      const middle = (cell.left + cell.right) / 2;
      if (centres.every((at) => Math.abs(at - middle) > SAME)) centres.push(middle);
    }
    // Words under a drawing are centred on it.
    for (const [u0, v0, u1, v1] of this.#drawings) {
      const beside = v0 < s.v + NEXT_TO * s.size && v1 > s.v - NEXT_TO * s.size;
      if (beside && u1 > s.left && u0 < s.right) centres.push((u0 + u1) / 2);
    }
    const alignment = alignAlone(s, others, { cell, centres, rights: [margin] });
    this.#aligned.set(s, alignment);
    return alignment;
  }

  /** An anchor that lines share is theirs to the last digit; twins must not differ by rounding. */
  #shared(lines: readonly Segment[], align: Align): number {
    const at = align === "right" ? (s: Segment) => s.right : centre;
    const staying = lines.filter((s) => !s.touched);
    const own = staying.length > 0 ? Math.min(...staying.map(at)) : at(lines[0]!);
    const known = this.#segments.filter((o) => !o.touched).map(at);
    const column = (this.#from + this.#to) / 2;
    if (align === "centre" && Math.abs(own - column) < UNSURE * lines[0]!.size) return column;
    const close = known.filter((k) => Math.abs(k - own) <= SAME);
    return close.length > 0 ? Math.min(...close) : Math.round(own);
  }
}

interface Measure {
  readonly left: number;
  readonly right: number;
  /** Lines are set to both margins. */
  readonly even: boolean;
  /** The measure is the longest of the lines themselves. */
  readonly own: boolean;
}

/** Lines without company would stand as far apart as lines of their size do elsewhere. */
function withLeading(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const sizeOf = ({ lines }: Paragraph) => lines[0]!.size;
  const shown = paragraphs.filter((p) => p.leadingShown);
  return paragraphs.map((p) => {
    const alike = shown.find((o) => o !== p && Math.abs(sizeOf(o) - sizeOf(p)) < 0.05 * sizeOf(p));
    // With a shorter word two lines might have been one, and nothing else would show their leading.
    if (p.leadingShown) return p.lines.length > 2 || alike ? p : { ...p, leadingShown: false };
    if (alike) return { ...p, leading: alike.leading, leadingShown: true };
    const other = shown[0];
    return other ? { ...p, leading: (other.leading / sizeOf(other)) * sizeOf(p) } : p;
  });
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME;
}

function alignOf(lines: readonly Segment[]): Align {
  const rest = lines.slice(1);
  const one = rest[0]!;
  const left = rest.every((s) => same(s.left, one.left));
  if (rest.length > 1 ? left : same(lines[0]!.left, one.left)) return "left";
  if (lines.every((s) => Math.abs(centre(s) - centre(lines[0]!)) < 1.5)) return "centre";
  if (lines.every((s) => same(s.right, lines[0]!.right))) return "right";
  return "left";
}

/** Cuts a chain where the distance of baselines grows: the room between two paragraphs. */
function byLeading(chain: readonly Segment[]): Segment[][] {
  const gaps = chain.slice(1).map((s, i) => chain[i]!.v - s.v);
  const out: Segment[][] = [[chain[0]!]];
  for (let i = 0; i < gaps.length; i++) {
    const near = Math.min(gaps[i - 1] ?? Infinity, gaps[i + 1] ?? Infinity);
    const wider = gaps[i]! > near * 1.18 + 0.3;
    if (wider) out.push([]);
    out[out.length - 1]!.push(chain[i + 1]!);
  }
  return out;
}

/** Would the first word of `b` have stood at the end of `a`? Then the line was ended on purpose. */
function wouldFit(a: Segment, b: Segment, measure: Measure, align: Align): boolean {
  // A line of a justified text ends at the margin, or it ends its paragraph.
  if (measure.even && measure.right - a.right > SHORT) return true;
  const blank = a.glyphs.find((g) => g.blank && g.advance > 0.1 * g.size);
  const need = (blank?.advance ?? SPACE * a.size) + firstWord(b);
  if (align === "left") return a.right + need < measure.right - 0.1 * a.size;
  return a.right - a.left + need < measure.right - measure.left - 0.1 * a.size;
}

/** Nothing burnt says where the first line ends or how long the second one's first word is. */
function knownPair(a: Segment, b: Segment): boolean {
  return !a.touched && (b.glyphs.find((g) => !g.blank)?.mark ?? -1) < 0;
}

/** Do lines of a chain end by themselves more often than not, as those of a list do? */
function endsOften(chain: readonly Segment[], measure: Measure, align: Align): boolean {
  const pairs = chain.slice(1).map((b, i) => [chain[i]!, b] as const);
  const known = pairs.filter(([a, b]) => knownPair(a, b));
  const ended = known.filter(([a, b]) => wouldFit(a, b, measure, align));
  return ended.length > 0 && ended.length >= known.length * LISTED;
}

function firstWord(b: Segment): number {
  const glyphs = [...b.glyphs].sort((x, y) => x.u - y.u);
  let end = b.left;
  let started = false;
  for (const g of glyphs) {
    if (g.blank) {
      if (started) break;
      continue;
    }
    if (started && g.u - end > 0.13 * g.size) break;
    started = true;
    end = g.u + g.advance;
  }
  return end - b.left;
}

/**
 * How far a burnt line reached tells nothing about its paragraph, or twins would be read in two
 * ways: there the next line's small letter decides.
 */
function runsOn(a: Segment, b: Segment): boolean {
  return a.touched && continuesText(b);
}

/** A line that begins with a small letter goes on with the one before. */
function continuesText(b: Segment): boolean {
  const first = b.glyphs.find((g) => !g.blank);
  return first !== undefined && first.mark < 0 && /^\p{Ll}/u.test(first.item.shape.unicode);
}

/** A line with leader dots ends its entry. */
function endsText(a: Segment): boolean {
  const string = a.glyphs.map((g) => g.item.shape.unicode).join("");
  return /(?:\.\s?){5,}\s*\S{0,6}\s*$/u.test(string);
}
