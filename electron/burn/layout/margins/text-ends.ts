// Where the texts of a chain of lines end: at a line that ended without need, at leader dots, or
// before an indent. A line that was broken is full in every twin, whatever was burnt in it, so that
// room left at its end is what tells.
import type { Align } from "./alignment.ts";
import { alignOf, centreOf as centre } from "./alignment.ts";
import { withoutNames } from "../lines/any-name.ts";
import type { Columns } from "./columns.ts";
import { goesOnIn } from "./first-lines.ts";
import type { FirstLines } from "./first-lines.ts";
import { continuesText, listsPeople, startsKnown } from "../lines/line-starts.ts";
import { WIDEST_PADDING } from "../lines/rules.ts";
import type { Segment } from "../model.ts";

const SAME = 1;
/** Points by which starts differ that were set to one place. */
const START = 0.1;
/** Points by which a line must fall short of the margin to have ended early. */
const SHORT = 2;
const SPACE = 0.22;
/** In em: a blank, and what a cell keeps from its walls beyond what shows. */
const BLANK = 0.5;
/** In em: no text hangs further from its first line, and none begins with a wider indent. */
const [HANGING, INDENT] = [6, 4];
/** Where lines run on in small letters, only a line with room for the longest names ended by itself. */
const ROOM_IN_PROSE = 18;
const HALF_EMPTY = 0.62;
/** In em: measures in which lines seldom end just where the next word would not have fitted. */
const WIDE = 24;
/** Lines that show a measure of their own. */
const SHOWING = 3;
/** Share of lines that end by themselves from which a chain of lines is a list. */
const LISTED = 0.5;
/** A line that stays this far (em) from its margin ended, however long a name comes next. */
const ROOM_OF_NAMES = 8;
/** What ends a sentence, and what may stand behind that. */
export const SENTENCE = /^[.?!:;\u2026]$/u;
export const CLOSING = /^[)\]"'\u2019\u201d\u00bb]$/u;

interface Measure {
  readonly left: number;
  readonly right: number;
  /** Lines are set to both margins. */
  readonly even: boolean;
  /** The measure is the longest of the lines themselves. */
  readonly own: boolean;
}

/**
 * Cuts a chain where a line ended without need, or where an indent begins a new text.
 *
 * @param indented where first lines of the chain's texts are told by their indent
 */
export function textsOf(
  chain: readonly Segment[],
  columns: Columns,
  indented?: FirstLines,
): Segment[][] {
  if (chain.length === 1) return [[chain[0]!]];
  const align = alignOf(chain);
  const out: Segment[][] = [];
  let current: Segment[] = [chain[0]!];
  // What stands under an item of a list, without a bullet of its own, goes on with it.
  const marked = align === "left" && columns.isMarked(chain);
  const found = measureOf(chain, align, columns);
  const measure = marked ? { ...found, own: false } : found;
  const prose = chain.slice(1).some(continuesText);
  // Few lines without a burnt word cannot show how wide a narrow text was set.
  const unknown = measure.own && chain.filter((s) => !s.touched).length < SHOWING;
  const listed = !marked && ((unknown && !prose) || endsOften(chain, measure, align));
  const width = measure.right - measure.left;
  const people = listsPeople(chain);
  for (let i = 1; i < chain.length; i++) {
    const a = chain[i - 1]!;
    const b = chain[i]!;
    const ends =
      endsText(a) ||
      setFromRight(a, b, measure) ||
      (people && !startsKnown(b)) ||
      (!continuesText(b) && endsWithAnyName(a, b, measure, align, HALF_EMPTY)) ||
      (!runsOn(a, b) &&
        (ended(a, b, measure, align, listed, prose) ||
          (!prose && !marked && endsWithAnyName(a, b, measure, align, 1))));
    const indents =
      align === "left" && current.length >= 2 && Math.abs(b.left - current[1]!.left) > SAME;
    const outdents =
      align === "left" &&
      current.length === 1 &&
      (b.left - a.left > HANGING * a.size || a.left - b.left > INDENT * a.size);
    const goesOn = indented && !endsText(a) && goesOnIn(indented, a, b, (1 - HALF_EMPTY) * width);
    if (!b.rest && !goesOn && (ends || indents || outdents)) {
      out.push(current);
      current = [];
    }
    current.push(b);
  }
  out.push(current);
  return out;
}

/** Was line `a` ended before its margin? */
function ended(
  a: Segment,
  b: Segment,
  measure: Measure,
  align: Align,
  listed: boolean,
  prose: boolean,
): boolean {
  if (measure.even) return wouldFit(a, b, measure, align);
  // In a list, and where the lines are their own measure, a long name alone makes its line look full.
  const known = startsKnown(b);
  if (a.touched && known) return listed || measure.own || wouldFit(a, b, measure, align);
  // The longest line of a list is its own measure; that it is full says nothing.
  if (known) {
    return (measure.own && listed && !continuesText(b)) || wouldFit(a, b, measure, align);
  }
  // How long the burnt word at the next line's start is must not decide.
  const room = prose || endsBurnt(a) ? ROOM_IN_PROSE : ROOM_OF_NAMES;
  const end = align === "left" ? a.right : measure.left + a.right - a.left;
  // Narrow cells break before a word that has no place at all behind another.
  const need = Math.max(room * a.size, firstWord(b) + BLANK * a.size);
  const roomy = end + need < measure.right;
  // In running text a line that ends within a sentence goes on.
  return roomy || (listed && !endsBurnt(a) && (!prose || endsSentence(a)));
}

/**
 * Would the next word have stood at the end of this burnt line, however long the names in it? No
 * name is so long that it fills the rest of a line that is half empty; of fuller ones it is asked
 * only where no line runs on in small letters.
 *
 * @param share of the measure that counts
 */
function endsWithAnyName(
  a: Segment,
  b: Segment,
  measure: Measure,
  align: Align,
  share: number,
): boolean {
  if (!a.touched || !startsKnown(b)) return false;
  // A full line of a wide text was broken: a line that ends by itself seldom ends just there.
  const wide = measure.right - measure.left > WIDE * a.size;
  if (wide && !wouldFit(a, b, measure, align)) return false;
  const { letters, names } = withoutNames(a);
  const most = letters + names * ROOM_OF_NAMES * a.size + SPACE * a.size + firstWord(b);
  return most < share * (measure.right - measure.left);
}

function measureOf(chain: readonly Segment[], align: Align, columns: Columns): Measure {
  const left = Math.min(...chain.map((s) => s.left));
  const staying = chain.filter((s) => !s.touched);
  const right = Math.max(...(staying.length > 0 ? staying : chain).map((s) => s.right));
  if (align !== "left") return measureAround(chain, align, columns);
  const { limit, sharp, cellLeft = -Infinity, cellRight } = columns.of(chain, left);
  const full = chain.filter((s) => Math.abs(s.right - limit) < SAME).length;
  if (sharp && full >= 2) return { left, right: limit, even: true, own: false };
  // A text set narrower than its column: its own longest line is the measure.
  const longest = Math.max(...chain.map((s) => s.right));
  const narrow =
    limit - longest > 1.5 * chain[0]!.size && chain.length >= 3 && leavesRoom(chain, left, limit);
  if (!narrow) return { left, right: limit, even: false, own: false };
  // Words fill the cell that they stand in, however short those of a list in it are.
  const whole = { left, right: limit, even: false, own: true };
  const celled = cellRight !== undefined && left - cellLeft <= WIDEST_PADDING * chain[0]!.size;
  if (celled && endsOften(chain, whole, align)) return whole;
  return { ...whole, right: staying.length < SHOWING ? longest : right };
}

/** Do lines end where the next word would have fitted? Full lines fall short by less than that word. */
function leavesRoom(chain: readonly Segment[], left: number, right: number): boolean {
  const pairs = chain.slice(1).map((b, i) => [chain[i]!, b] as const);
  const known = pairs.filter(([a, b]) => !a.touched && startsKnown(b));
  const measure = { left, right, even: false, own: false };
  return (known.length > 0 ? known : pairs).some(([a, b]) => wouldFit(a, b, measure, "left"));
}

/** Lines that are not set from the left have the room of their column on the side that is free. */
function measureAround(chain: readonly Segment[], align: Align, columns: Columns): Measure {
  const own = Math.min(...chain.map((s) => s.left));
  const { left, limit } = columns.of(chain, own, align);
  const at = { even: false, own: false };
  if (align === "right") return { left, right: Math.max(...chain.map((s) => s.right)), ...at };
  const middle = centre(chain[0]!);
  const half = Math.min(limit - middle, middle - left);
  return { left: middle - half, right: middle + half, ...at };
}

/** Would the first word of `b` have stood at the end of `a`? Then the line was ended on purpose. */
function wouldFit(a: Segment, b: Segment, measure: Measure, align: Align): boolean {
  // A line of a justified text ends at the margin, or it ends its paragraph.
  if (measure.even && measure.right - a.right > SHORT) return true;
  const blank = a.glyphs.find((g) => g.blank && g.advance > 0.1 * g.size);
  const need = (blank?.advance ?? SPACE * a.size) + firstWord(b);
  // A small letter goes on with the text, unless there was room enough and to spare.
  const slack = (continuesText(b) ? 1 : 0.1) * a.size;
  if (align === "left") return a.right + need < measure.right - slack;
  return a.right - a.left + need < measure.right - measure.left - slack;
}

function endsBurnt(a: Segment): boolean {
  return (a.glyphs.findLast((g) => !g.blank)?.mark ?? -1) >= 0;
}

function endsSentence(a: Segment): boolean {
  const last = a.glyphs.findLast((g) => !g.blank && !CLOSING.test(g.item.shape.unicode));
  return last !== undefined && SENTENCE.test(last.item.shape.unicode);
}

/** Do lines of a chain end by themselves more often than not, as those of a list do? */
function endsOften(chain: readonly Segment[], measure: Measure, align: Align): boolean {
  const pairs = chain.slice(1).map((b, i) => [chain[i]!, b] as const);
  const known = pairs.filter(([a, b]) => !a.touched && startsKnown(b));
  const over = known.filter(([a, b]) => wouldFit(a, b, measure, align));
  return over.length > 0 && over.length >= known.length * LISTED;
}

/** How long the first word of a line is, in its own measure. */
export function firstWord(b: Segment): number {
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

/** Lines that end together and begin a quarter in, each elsewhere, are set from the right: names move their starts. */
function setFromRight(a: Segment, b: Segment, { left, right, even }: Measure): boolean {
  if (even || Math.abs(a.right - b.right) > SAME || Math.abs(a.left - b.left) < START) return false;
  return Math.min(a.left, b.left) - left > Math.max((right - left) / 4, firstWord(b) + a.size);
}

/** A line with leader dots ends its entry. */
function endsText(a: Segment): boolean {
  if (a.leads) return true;
  const string = a.glyphs.map((g) => g.item.shape.unicode).join("");
  return /(?:\.\s?){5,}\s*\S{0,6}\s*$/u.test(string);
}
