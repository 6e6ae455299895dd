// Finds the paragraphs of a page: lines under each other that one text runs through, told apart by
// leading, indents, walls and by line ends that nothing forced. A paragraph is what is set anew as
// one, so where in doubt lines stay apart: then nothing is re-flowed that was not one text.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { Column } from "./columns.ts";
import { Columns } from "./columns.ts";
import type { Segment } from "./model.ts";
import { levelBetween, wallsAround } from "./rules.ts";
import type { Walls } from "./rules.ts";

export type Align = "left" | "centre" | "right";

export interface Paragraph {
  readonly lines: readonly Segment[];
  readonly align: Align;
  /** Start of the first line and of the others; centre or right edge where so aligned. */
  readonly firstAnchor: number;
  readonly anchor: number;
  readonly column: Column;
  /** Lines run to both margins. */
  readonly justified: boolean;
}

const SAME = 1;
/** Points by which a line must fall short of the margin to have ended early. */
const SHORT = 2;
/** Baselines of one text are at most this far apart, in em. */
const LEADING = 2.3;
const SPACE = 0.22;
/** How far (em) makers of documents miss a centre or a margin when they forget kerning. */
const UNSURE = 0.25;
/** Cells narrower than this (em) beside others are rows of a table, not running text. */
const NARROW = 14;
/** Texts beside a line that are shorter than this (em) are cells. */
const SHORT_CELL = 10;
const MARKER_ROOM = 4;
const BULLET = /^[\u2022\u2023\u25a0-\u25ff\u2013\u2014\u00b7\u2043\uf0b7\uf0a7*o-]$/u;

export class Paragraphs {
  readonly #segments: readonly Segment[];
  readonly #walls: Walls;
  readonly #columns: Columns;
  readonly #ornaments: readonly Rect[];
  readonly #from: number;
  readonly #to: number;

  constructor(
    segments: readonly Segment[],
    walls: Walls,
    ornaments: readonly Rect[],
    from: number,
    to: number,
  ) {
    this.#segments = [...segments].sort((a, b) => b.v - a.v || a.left - b.left);
    this.#walls = walls;
    this.#ornaments = ornaments;
    this.#columns = new Columns(segments, walls, from, to);
    this.#from = from;
    this.#to = to;
  }

  all(): readonly Paragraph[] {
    const out: Paragraph[] = [];
    for (const chain of this.#chains()) {
      for (const lines of this.#cut(chain)) out.push(this.#paragraph(lines));
    }
    return out;
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
    const cellA = wallsAround(this.#walls, a.left, a.v, a.size);
    const cellB = wallsAround(this.#walls, b.left, b.v, b.size);
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
    for (let i = 1; i < chain.length; i++) {
      const a = chain[i - 1]!;
      const b = chain[i]!;
      const ends = endsText(a) || (!runsOn(a, b) && wouldFit(a, b, measure, align));
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

  #measure(chain: readonly Segment[], align: Align): Measure {
    const left = Math.min(...chain.map((s) => s.left));
    const staying = chain.filter((s) => !s.touched);
    const right = Math.max(...(staying.length > 0 ? staying : chain).map((s) => s.right));
    if (align !== "left") return { left, right, even: false };
    const { limit, sharp } = this.#columns.of(chain, left);
    const full = chain.filter((s) => Math.abs(s.right - limit) < SAME).length;
    if (sharp && full >= 2) return { left, right: limit, even: true };
    // A text set narrower than its column: its own longest line is the measure.
    const narrow = limit - right > 1.5 * chain[0]!.size && chain.length >= 3;
    return { left, right: narrow ? right : limit, even: false };
  }

  #paragraph(lines: readonly Segment[]): Paragraph {
    const first = lines[0]!;
    const rest = lines[1] ?? first;
    let align: Align = lines.length > 1 ? alignOf(lines) : "left";
    if (lines.length === 1) align = this.#alignAlone(first);
    const left = Math.min(...lines.map((s) => s.left));
    const column = this.#columns.of(lines, left);
    const shared = (s: Segment) => this.#shared(s, align, column);
    const inner = lines.slice(0, -1);
    const even = inner.filter((s) => Math.abs(s.right - column.limit) < SAME).length;
    return {
      lines,
      align,
      firstAnchor: shared(first),
      anchor: align === "left" ? shared(rest) : shared(first),
      column,
      justified: align === "left" && column.sharp && even >= 1 && even >= inner.length * 0.7,
    };
  }

  /**
   * How a line without company is aligned. What other burnt lines share says nothing, because
   * their ends move with what was burnt; only where nothing else speaks does it count.
   */
  #alignAlone(s: Segment): Align {
    const column = this.#columns.of([s], s.left);
    const inCell = alignInCell(s, column);
    if (inCell) return inCell;
    const others = this.#segments.filter((o) => o !== s && Math.abs(o.v - s.v) > 0.3 * s.size);
    const staying = others.filter((o) => !o.touched);
    if (staying.some((o) => same(o.left, s.left))) return "left";
    if (staying.some((o) => same(o.right, s.right))) return "right";
    const leftTogether = others.some((o) => same(o.left, s.left));
    if (!leftTogether && near(this.#centres(s, column), centre(s), s)) return "centre";
    if (near(this.#rights(s, column), s.right, s)) return "right";
    return "left";
  }

  /** Where centred text would have its middle; nothing here moves with a burnt word. */
  #centres(s: Segment, column: Column): readonly number[] {
    const out: number[] = [];
    const { cellLeft, cellRight } = column;
    if (cellLeft !== undefined && cellRight !== undefined) out.push((cellLeft + cellRight) / 2);
    out.push((this.#from + this.#to) / 2);
    const body = textExtent(this.#staying(s));
    if (body) out.push((body[0] + body[1]) / 2);
    return [...out, ...this.#staying(s).map(centre)];
  }

  /** Where text set to the right would end. */
  #rights(s: Segment, column: Column): readonly number[] {
    const body = textExtent(this.#staying(s));
    const margins = body ? [column.limit, body[1]] : [column.limit];
    return [...margins, ...this.#staying(s).map((o) => o.right)];
  }

  #staying(s: Segment): readonly Segment[] {
    return this.#segments.filter((o) => !o.touched && Math.abs(o.v - s.v) > 0.3 * s.size);
  }

  /** An anchor that others share is theirs to the last digit; twins must not differ by rounding. */
  #shared(s: Segment, align: Align, column: Column): number {
    if (align === "left") return s.left;
    const own = align === "right" ? s.right : centre(s);
    const known = align === "right" ? this.#rights(s, column) : this.#centres(s, column);
    return near(known, own, s) ?? Math.round(own * 2) / 2;
  }
}

/** The first of the known places that a line's own place is close to. */
function near(known: readonly number[], own: number, s: Segment): number | undefined {
  const slack = Math.max(1.5, UNSURE * s.size);
  return known.find((k) => Math.abs(k - own) < slack);
}

/** Alignment between the walls of a cell, where the room on both sides tells it. */
function alignInCell(s: Segment, column: Column): Align | undefined {
  const { cellLeft, cellRight } = column;
  if (cellLeft === undefined || cellRight === undefined) return undefined;
  const before = s.left - cellLeft;
  const after = cellRight - s.right;
  if (before <= s.size && before < after - 1) return "left";
  if (after <= s.size && after < before - 1) return "right";
  if (Math.abs(before - after) < 1.5 && before > 0.8 * s.size) return "centre";
  return undefined;
}

interface Measure {
  readonly left: number;
  readonly right: number;
  /** Lines are set to both margins. */
  readonly even: boolean;
}

function textExtent(segments: readonly Segment[]): readonly [number, number] | undefined {
  if (segments.length < 3) return undefined;
  return [Math.min(...segments.map((s) => s.left)), Math.max(...segments.map((s) => s.right))];
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME;
}

function centre(s: Segment): number {
  return (s.left + s.right) / 2;
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
  if (!a.touched) return false;
  const first = b.glyphs.find((g) => !g.blank);
  return first !== undefined && first.mark < 0 && /^\p{Ll}/u.test(first.item.shape.unicode);
}

/** A line with leader dots ends its entry. */
function endsText(a: Segment): boolean {
  const string = a.glyphs.map((g) => g.item.shape.unicode).join("");
  return /(?:\.\s?){5,}\s*\S{0,6}\s*$/u.test(string);
}
