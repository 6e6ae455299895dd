// Lines under each other that one text may run through: one size, one cell, one leading, with no
// bullet, rule or neighbouring row between them. Where such a text ends is decided elsewhere.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Columns } from "./columns.ts";
import type { Segment } from "../model.ts";
import { BULLET, hasDrawnMarker, isMarker, isNumbered } from "../lines/markers.ts";
import { levelBetween, wallsAround } from "../lines/rules.ts";
import type { Walls } from "../lines/rules.ts";
import { firstWord } from "./text-ends.ts";
import { byLeading, leadingsShown, widestLeading } from "./leadings.ts";

const SAME = 1;
/** Baselines of one text are at most this far apart, in em: double-spaced drafts come to 2.45. */
const LEADING = 2.5;
/** Cells narrower than this (em) beside others are rows of a table, not running text. */
const NARROW = 14;
/** Texts beside a line that are shorter than this (em) are cells. */
const SHORT_CELL = 10;
/** In em: a badge or a remark that ends a line stands this close behind its words. */
const NEXT_TO = 1.2;
/** In em: a measure in which lines seldom end by themselves just before its end. */
const WIDE = 24;
const MARKER_ROOM = 4;

export class Chains {
  readonly #segments: readonly Segment[];
  readonly #walls: Walls;
  readonly #columns: Columns;
  readonly #ornaments: readonly Rect[];

  /** @param segments from the top of the page down, on a line from the left */
  constructor(
    segments: readonly Segment[],
    walls: Walls,
    columns: Columns,
    ornaments: readonly Rect[],
  ) {
    this.#segments = segments;
    this.#walls = walls;
    this.#columns = columns;
    this.#ornaments = ornaments;
  }

  /** Lines under each other with one size, one column and one leading. */
  all(): Segment[][] {
    const below = new Map<Segment, Segment>();
    const above = new Map<Segment, Segment>();
    for (const a of this.#segments) {
      const b = this.#isMarker(a) ? undefined : this.#next(a);
      if (!b || above.has(b) || !this.#oneText(a, b)) continue;
      below.set(a, b);
      above.set(b, a);
    }
    const chains: Segment[][] = [];
    for (const top of this.#segments) {
      if (above.has(top)) continue;
      const chain: Segment[] = [];
      for (let s: Segment | undefined = top; s; s = below.get(s)) chain.push(s);
      chains.push(chain);
    }
    const shown = leadingsShown(chains, (a, b) => this.#isBroken(a, b));
    const widest = new Map<number, number>();
    const widestOf = (size: number): number => {
      const known = widest.get(size) ?? widestLeading(size, shown);
      widest.set(size, known);
      return known;
    };
    return chains.flatMap((chain) => byLeading(chain, widestOf(chain[0]!.size)));
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
    if (this.#goesOn(a, b)) return false;
    const cellA = wallsAround(this.#walls, a.left, a.right, a.v, a.size);
    const cellB = wallsAround(this.#walls, b.left, b.right, b.v, b.size);
    if (cellA.left !== cellB.left || cellA.right !== cellB.right) return false;
    if (this.#marker(b)) return false;
    const walled = cellA.left !== undefined && cellA.right !== undefined;
    if (walled) return true;
    return !this.#rowsOfTable(a, b);
  }

  /** A line of a wide text that had no room for the next word: few end by themselves just there. */
  #isBroken(a: Segment, b: Segment): boolean {
    if (!same(a.left, b.left)) return false;
    const { limit } = this.#columns.of([a, b], a.left);
    return limit - a.left > WIDE * a.size && a.right <= limit + 1 && a.right + firstWord(b) > limit;
  }

  /** Something of its own ends the upper line, and the lower one runs on under it, whatever is burnt there. */
  #goesOn(a: Segment, b: Segment): boolean {
    const staying = b.glyphs.reduce((sum, g) => sum + (g.mark < 0 ? g.advance : 0), b.left);
    return this.#beside(a).some(
      (s) => s.left > a.right && s.left - a.right < NEXT_TO * a.size && s.left + a.size < staying,
    );
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
    if (isNumbered(first)) return true;
    if (hasDrawnMarker(b, this.#ornaments)) return true;
    return this.#segments.some(
      (s) => isBefore(s, b) && s.glyphs.filter((g) => !g.blank).length <= 5,
    );
  }

  /** Nothing but the bullet or number of the text beside it: what stands under it goes on with no text. */
  #isMarker(a: Segment): boolean {
    return isMarker(a.glyphs) && this.#segments.some((s) => isBefore(a, s));
  }
}

/** Does one stand before the other as a bullet or number stands before its text? */
function isBefore(a: Segment, b: Segment): boolean {
  const room = b.left - a.right;
  return Math.abs(a.v - b.v) < 0.3 * b.size && a !== b && room >= 0 && room < MARKER_ROOM * b.size;
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME;
}
