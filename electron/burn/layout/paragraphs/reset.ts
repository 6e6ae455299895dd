// Sets a touched paragraph anew, from its first line to its last: words are filled into the lines
// greedily, so that lines break where the surviving words and the labels break them and nowhere
// else (B1). Tightens in fixed steps where the labels need more room than the paragraph has.
import { settled } from "../lines/lift.ts";
import type { Word } from "../model.ts";
import type { Paragraph } from "./paragraph.ts";
import type { MarkOf, SetLine, Tightness } from "../lines/set-line.ts";
import { NATURAL, lineWidth, setLine } from "../lines/set-line.ts";
import { fill, linesInFullSize, linesOfOthers, roomOf } from "./fill.ts";

/** Another name could have asked, or this one did ask, for another number of lines. */
export function isLoose(plan: Plan): boolean {
  return plan.sensitive || plan.otherHeight;
}

/** How a paragraph's words fall into lines. */
export interface Plan {
  readonly paragraph: Paragraph;
  readonly filled: readonly (readonly Word[])[];
  readonly tight: Tightness;
  /** The words, set naturally, need another number of lines than the original had. */
  readonly otherHeight: boolean;
  /** A shorter or longer word in place of a burnt one could have changed the number of lines. */
  readonly sensitive: boolean;
  /** Lines that the longest names would ask for beyond those of the labels, and the shortest at all. */
  readonly growth: number;
  readonly fewest: number;
  /** As many lines as the words ask for; what stands below has to make room. */
  readonly free: boolean;
  /** Where the page's heights are levelled. */
  readonly even?: Even | undefined;
}

/** A paragraph without the rounding of its heights, in points. */
export interface Even {
  readonly leading: number;
  /** From its first baseline to its last. */
  readonly height: number;
}

/** How far up goes what stands below a paragraph. */
export function riseOf({ paragraph: { lines, leading }, filled, even }: Plan): number {
  if (!even) return (lines.length - filled.length) * leading;
  return even.height - (filled.length - 1) * even.leading;
}

export interface ResetParagraph {
  readonly lines: readonly SetLine[];
  /** Baselines of the lines. */
  readonly baselines: readonly number[];
}

const LADDER: readonly Tightness[] = [
  NATURAL,
  { gaps: 0.9, labels: 1, stretch: 1 },
  { gaps: 0.8, labels: 1, stretch: 1 },
  { gaps: 0.8, labels: 0.9, stretch: 1 },
  { gaps: 0.75, labels: 0.8, stretch: 0.98 },
  { gaps: 0.75, labels: 0.8, stretch: 0.95 },
];
const LAST_RESORT: readonly Tightness[] = [
  0.92, 0.88, 0.84, 0.8, 0.75, 0.7, 0.65, 0.6, 0.5, 0.4,
].map((stretch) => ({ gaps: 0.7, labels: 0.75, stretch }));
/** Lines that a name takes which is wider than its line. */
const MANY = 3;
/** Gaps of a justified line grow by at most this, in em. */
const MOST_EXTRA = 0.6;

/**
 * Lines as the words themselves ask for, however many; undefined where a word is wider than the
 * lines.
 */
export function planFreely(
  paragraph: Paragraph,
  words: readonly Word[],
  markOf: MarkOf,
): Plan | undefined {
  const room = roomOf(paragraph);
  const filled = fill(words, room, markOf, NATURAL);
  if (!filled) return undefined;
  const otherHeight = filled.length !== paragraph.lines.length;
  const whole = paragraph.lines.every((line) => line.recast?.whole);
  const others = whole ? [filled.length] : linesOfOthers(words, room, markOf);
  const recast = !whole && paragraph.lines.some((line) => line.recast);
  const inFull = whole ? filled.length : linesInFullSize(words, room, markOf);
  const sensitive = recast || [...others, inFull].some((count) => count !== filled.length);
  const growth = Math.max(0, ...others.map((count) => (count ?? MANY) - filled.length));
  const told = { otherHeight, sensitive, growth, fewest: others[0] ?? 1 };
  return { paragraph, filled, tight: NATURAL, ...told, free: true };
}

/** At most as many lines as the original had, tightened as far as that takes. */
export function planWithin(
  paragraph: Paragraph,
  words: readonly Word[],
  markOf: MarkOf,
  roomBelow: number,
): Plan | undefined {
  const room = roomOf(paragraph);
  const own = paragraph.lines.length;
  const fits = (tight: Tightness, lines: number) => {
    const filled = fill(words, room, markOf, tight);
    return filled && filled.length <= lines ? { filled, tight } : undefined;
  };
  const natural = fill(words, room, markOf, NATURAL)?.length;
  // The words' own number of lines comes first, so that twins with room are set alike.
  const below = Math.floor(roomBelow / paragraph.leading - 0.9);
  let result =
    natural !== undefined && natural <= own + Math.max(0, below)
      ? fits(NATURAL, natural)
      : undefined;
  result ??= first(LADDER, (t) => fits(t, own));
  if (!result && own > 1 && below >= 1) result = first(LADDER, (t) => fits(t, own + 1));
  result ??= first(LAST_RESORT, (t) => fits(t, own));
  if (!result) return undefined;
  const otherHeight = natural !== own && (own > 1 || result.filled.length > 1);
  const whole = paragraph.lines.every((line) => line.recast?.whole);
  const others = whole ? [] : linesOfOthers(words, room, markOf);
  const all = whole ? [] : [...others, linesInFullSize(words, room, markOf)];
  const sensitive = all.some((count) => count !== natural);
  const told = { otherHeight, sensitive, growth: 0, fewest: others[0] ?? 1 };
  return { paragraph, ...result, ...told, free: false };
}

/** @param riseAt how far what stands at a height moves up */
export function placeParagraph(
  plan: Plan,
  markOf: MarkOf,
  riseAt: (v: number) => number,
): ResetParagraph {
  const { paragraph, filled, tight, even } = plan;
  const { lines } = paragraph;
  const leading = even?.leading ?? paragraph.leading;
  const [first, last] = [lines[0]!.v, lines[lines.length - 1]!.v];
  const heightOf = (i: number): number => {
    const own = even === undefined ? lines[i]?.v : undefined;
    if (own !== undefined) return own + riseAt(own);
    const known = even === undefined ? lines.length - 1 : 0;
    const from = known > 0 ? last : first;
    return from + riseAt(from) - (i - known) * leading;
  };
  const baselines = filled.map((_, i) => settled(heightOf(i)));
  const set = filled.map((line, i) =>
    place(line, paragraph, i, i === filled.length - 1, baselines[i]!, markOf, tight),
  );
  return { lines: set, baselines };
}

function first<T, R>(steps: readonly T[], attempt: (step: T) => R | undefined): R | undefined {
  for (const step of steps) {
    const result = attempt(step);
    if (result !== undefined) return result;
  }
  return undefined;
}

function place(
  words: readonly Word[],
  paragraph: Paragraph,
  index: number,
  last: boolean,
  v: number,
  markOf: MarkOf,
  tight: Tightness,
): SetLine {
  const { align, column, justified } = paragraph;
  const anchor = index === 0 ? paragraph.firstAnchor : paragraph.anchor;
  const width = lineWidth(words, markOf, tight);
  const u = align === "left" ? anchor : align === "right" ? anchor - width : anchor - width / 2;
  let extra = 0;
  if (justified && !last && words.length > 1) {
    extra = (column.limit - u - width) / (words.length - 1);
    if (extra > MOST_EXTRA * paragraph.lines[0]!.size || extra < -0.1) extra = 0;
  }
  const { frame } = paragraph.lines[0]!;
  return setLine(words, frame, u, v, markOf, tight, extra);
}
