// Where text may run to: the right-hand limit of a line, from cell walls, from what stands beside
// it, and from the margin that the page's other lines share. Burnt words have no say in it, so
// that twins get one limit.
import type { Align } from "./alignment.ts";
import type { Segment } from "../model.ts";
import { GUTTER, besideOf } from "./beside.ts";
import type { ReachOf } from "./beside.ts";
import { isNumbered } from "../lines/markers.ts";
import { justifiedEnd } from "./justified.ts";
import { marginOf } from "./margin.ts";
import type { Margin, MarginAt } from "./margin.ts";
import { sharedEnd } from "./shared-ends.ts";
import { markedStart, sharedStart } from "./shared-starts.ts";
import { withoutNames } from "../lines/any-name.ts";
import { WIDEST_PADDING, wallsAround } from "../lines/rules.ts";
import type { Walls } from "../lines/rules.ts";
import { standsIn, textColumns } from "./text-columns.ts";
import type { TextColumns } from "./text-columns.ts";

/** Room that cells keep on their right where their left shows none. */
const CELL_PADDING = 0.3;
const SMALLEST_INDENT = 6;
/** Lines of a block indented on both sides come this close to its right edge, in em. */
const NEAR_INSET = 5;
/** How far (em) before its line a bullet or a number ends at most. */
const MARKER = 4;
/** Points of the left margin of a page that shows none. */
const USUAL_MARGIN = 72;
/** Justified lines in a cell end this close (em) to its wall. */
const NEAR_WALL = 2;

export interface Column {
  /** Where text that is not set from the left may begin. */
  readonly left: number;
  readonly limit: number;
  /** Walls of the cell around it, where there are any. */
  readonly cellLeft: number | undefined;
  readonly cellRight: number | undefined;
  /** The limit is an edge that lines share (a justified margin). */
  readonly sharp: boolean;
  /** Which lines are the longest decided about the limit: that hangs on what is burnt in them. */
  readonly guessed: boolean;
  /** One of two columns of running text. */
  readonly running?: "left" | "right" | undefined;
}

const STRAIGHT = { by: 0, guessed: false };

export class Columns {
  readonly #segments: readonly Segment[];
  readonly #walls: Walls;
  readonly #from: number;
  readonly #to: number;
  readonly #reachOf: ReachOf;
  readonly #hasBullet: (s: Segment) => boolean;

  /**
   * @param from @param to the page's own extent along the lines
   * @param hasBullet whether a drawn one stands before it
   */
  constructor(
    segments: readonly Segment[],
    walls: Walls,
    from: number,
    to: number,
    reachOf: ReachOf,
    hasBullet: (s: Segment) => boolean = () => false,
  ) {
    this.#segments = segments;
    this.#walls = walls;
    this.#from = from;
    this.#to = to;
    this.#reachOf = reachOf;
    this.#hasBullet = hasBullet;
  }

  /** The column that lines starting at `left` stand in. */
  of(lines: readonly Segment[], left: number, align: Align = "left"): Column {
    const insets = align === "left";
    const first = lines[0]!;
    // In a table laid out anew a text may still be longer than its column is now; and whether a burnt name
    // ran over its cell's wall is nothing that may show.
    const [from, to] = first.recast
      ? [first.recast.anchor, first.recast.anchor]
      : [left, first.touched && insets ? left + first.size : first.right];
    const around = wallsAround(this.#walls, from, to, first.v, first.size);
    const cell = this.#cell(around, left, first.size);
    const beside = besideOf(lines, left, this.#segments, this.#reachOf);
    const justified = insets ? this.#justified(lines, left) : undefined;
    const margin = justified ?? this.#marginOf(lines, { left, size: first.size, beside, cell });
    const inset =
      insets && !justified && cell === undefined && beside === undefined && !this.isMarked(lines)
        ? this.#inset(lines, left, margin.at)
        : STRAIGHT;
    // Between two walls the cell is the measure, whatever stands in the column's other cells.
    const walled = cell !== undefined && around.left !== undefined && around.left > this.#from + 1;
    const open = margin.sharp && margin.at > cell! - NEAR_WALL * first.size;
    const own = walled && !open ? Infinity : margin.at - inset.by;
    const two = around.right === undefined ? this.#textColumns() : undefined;
    const running = two && standsIn(lines, two);
    const even = running === "left" && align === "left" ? two!.limit : Infinity;
    const limit = Math.min(cell ?? Infinity, beside ?? Infinity, own, even);
    return {
      left: this.#left(lines, around.left, align === "right" ? limit : undefined),
      limit,
      cellLeft: around.left,
      cellRight: around.right,
      sharp: margin.sharp && limit === margin.at,
      guessed: limit === own && (inset.guessed || ("stepped" in margin && margin.stepped === true)),
      running,
    };
  }

  /** The body's left edge and, where lines share it, its right one; no burnt word moves them. */
  body(): { readonly left: number; readonly right: number | undefined } {
    this.#right ??= sharedEnd(this.#segments.filter((s) => !s.touched)) ?? "none";
    return { left: this.#bodyLeft(), right: this.#right === "none" ? undefined : this.#right };
  }

  #right: number | "none" | undefined;

  #cell(
    around: { readonly left: number | undefined; readonly right: number | undefined },
    left: number,
    size: number,
  ): number | undefined {
    if (around.right === undefined) return undefined;
    const padding = around.left === undefined ? Infinity : left - around.left;
    // A frame around the whole page says nothing about where lines end.
    if (padding > WIDEST_PADDING * size) return around.right - CELL_PADDING * size;
    return around.right - Math.max(0.5, Math.min(padding, CELL_PADDING * size));
  }

  /** @param limit of lines that are set from the right: their starts show no margin */
  #left(lines: readonly Segment[], wall: number | undefined, limit: number | undefined): number {
    const { size, v, left } = lines[0]!;
    const before = this.#segments.filter(
      (s) => s !== lines[0] && Math.abs(s.v - v) < 0.9 * size && s.right <= left,
    );
    const body = this.#bodyLeft();
    const edges = before.map((s) => this.#reachOf(s)[1] + GUTTER * size);
    if (wall !== undefined && wall > body - size) edges.push(wall + CELL_PADDING * size);
    const mirrored = limit === undefined ? Infinity : this.#from + this.#to - limit;
    return Math.max(Math.min(body, mirrored), ...edges);
  }

  /** A block that is indented on its left may be indented by as much on its right. */
  #inset(lines: readonly Segment[], left: number, margin: number): typeof STRAIGHT {
    const indent = left - this.#bodyLeft();
    if (indent < SMALLEST_INDENT) return STRAIGHT;
    // Where a text was broken its lines are full, burnt or not.
    const peers = this.#segments.filter(
      (s) => (!s.touched || lines.length > 1) && Math.abs(s.left - left) < 0.1,
    );
    const ends = Math.max(...peers.map((s) => s.right));
    const at = margin - indent;
    const near = peers.length > 0 && ends > at - NEAR_INSET * peers[0]!.size;
    // A line that nothing burnt stands in shows that the block is not indented there.
    const guessed = !peers.some((s) => !s.touched && s.right >= at + 1);
    return { by: near && ends < at + 1 ? indent : 0, guessed };
  }

  /** Behind a bullet or a number lines are indented on their left alone. */
  isMarked([first]: readonly Segment[]): boolean {
    const { left, v, size, glyphs } = first!;
    if (this.#hasBullet(first!) || isNumbered(glyphs.filter((g) => !g.blank))) return true;
    return this.#segments.some(
      (s) => Math.abs(s.v - v) < 0.3 * size && s.right <= left && left - s.right < MARKER * size,
    );
  }

  #justified(lines: readonly Segment[], left: number): ReturnType<typeof justifiedEnd> {
    const body = this.#bodyLeft();
    return justifiedEnd(lines, this.#segments, left - body, this.#mirrored());
  }

  /** Most texts of a page begin alike: what was told of one is told of all. */
  readonly #margins = new Map<string, Margin>();

  #margin(at: MarginAt): Margin {
    const key = `${at.left} ${at.size} ${at.beside} ${at.cell}`;
    const known = this.#margins.get(key);
    const margin = known ?? marginOf(this.#segments, at, this.#mirrored(), this.#to);
    if (!known) this.#margins.set(key, margin);
    return margin;
  }

  /** A text that is longer without its names than the lines of a column was never set in that column. */
  #marginOf(lines: readonly Segment[], at: MarginAt): Margin {
    const margin = this.#margin(at);
    const longer = lines.some((s) => at.left + withoutNames(s).letters > margin.at + s.size);
    return longer ? { at: this.#mirrored(), sharp: false, stepped: true } : margin;
  }

  /** Numbers before the texts stand at the page's left margin. */
  #mirrored(): number {
    this.#marked ??= markedStart(this.#segments, this.#bodyLeft());
    return this.#to - (this.#marked - this.#from);
  }

  #marked: number | undefined;

  #two: TextColumns | "none" | undefined;

  #textColumns(): TextColumns | undefined {
    const { left, right = this.#to - (left - this.#from) } = this.body();
    this.#two ??= textColumns(this.#segments, left, right) ?? "none";
    return this.#two === "none" ? undefined : this.#two;
  }

  #body: number | undefined;

  #bodyLeft(): number {
    this.#body ??= sharedStart(this.#segments, this.#walls, this.#from, this.#to);
    return (this.#body ??= this.#from + USUAL_MARGIN);
  }
}
