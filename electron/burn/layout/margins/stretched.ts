// Whether a line was stretched to its margin, from the room between its words. Typesetters that leave
// lines ragged squeeze some up to the margin all the same: that those end there shows nothing.
import type { Segment } from "../model.ts";
import { unexpanded } from "../lines/frame.ts";
import { continuesText } from "../lines/line-starts.ts";

/** Points by which the blanks of a justified line are wider or narrower than their font has them. */
const STRETCHED = 0.04;
const WIDE = 0.3;
/** Share of their width by which letters are told apart that filled their line. */
const FILLED = 0.0005;
/** Points by which blanks that nothing stretched differ from their font's, and lines from their margin. */
const NATURAL = 0.005;
/** Points by which blanks seem stretched where letters were put on twentieths of a point. */
const TWENTIETHS = 0.08;
const AT_MARGIN = 0.1;
/** In em: by how much bare gaps are wider than those of lines that nothing stretched. */
const WIDER = 0.01;
/** Points by which a line must fall short of the longest to have kept its own gaps. */
const SHORT = 4;
/** Points by which ends of lines set to a margin miss it, where their letters were rounded as well. */
const AT_EDGE = 0.6;
const ROUNDED = 2.2;
/** In em, between baselines of one text. */
const NEXT_LINE = 1.6;
/** In em: where words begin. */
const WORD = 0.13;

/**
 * Was a line set to both margins? Where nothing tells, it may have been.
 *
 * @param page the lines among which it stands
 */
export function isStretched(line: Segment, page: readonly Segment[], by = STRETCHED): boolean {
  if (isFilled(line, page)) return true;
  const extra = blanksOf(line);
  return extra.length > 0 ? middle(extra.map(Math.abs)) > by : !isSqueezed(line, page);
}

/** Do its gaps show that it was not stretched? */
export function isUnstretched(line: Segment, page: readonly Segment[]): boolean {
  if (isFilled(line, page)) return false;
  const extra = blanksOf(line);
  return extra.length > 0 ? middle(extra.map(Math.abs)) <= STRETCHED : isSqueezed(line, page);
}

/**
 * Are all lines but the last set to an edge, or is none of them? Written blanks tell.
 *
 * @param column lines set to the same edge, which show how exactly their maker met it
 */
export function ownEnds(
  lines: readonly Segment[],
  edge: number,
  column: readonly Segment[] = [],
): "even" | "ragged" | undefined {
  const inner = lines.slice(0, -1);
  const extra = inner.map((s) => ({ right: s.right, blanks: blanksOf(s) }));
  if (extra.length === 0 || extra.some(({ blanks }) => blanks.length === 0)) return undefined;
  // Ragged lines are squeezed up to their margin by some, but never stretched.
  const atEdge = ({ right }: { readonly right: number }) => Math.abs(right - edge) < AT_MARGIN;
  const wide = extra.filter(
    (line) => middle(line.blanks) > (atEdge(line) ? STRETCHED : TWENTIETHS),
  );
  // Blanks as wide as their font's do not end a line near its margin but not on it, unless letters were
  // rounded one by one: then no line ends there, and blanks that hardly grew keep their width.
  const exact = column.some((s) => isStretchedShort(s, edge)) ? ROUNDED : AT_MARGIN;
  const isShort = extra.some(
    ({ right, blanks }) => right < edge - (blanks.every(isNatural) ? exact : ROUNDED),
  );
  if (wide.length === 0) return isShort ? "ragged" : undefined;
  const isEven = extra.every(({ right }) => Math.abs(right - edge) < ROUNDED);
  return isEven ? "even" : undefined;
}

/** Was it stretched to an edge, and misses it by what its letters were rounded? */
function isStretchedShort(line: Segment, edge: number): boolean {
  const extra = blanksOf(line);
  const short = edge - line.right;
  return extra.length > 0 && middle(extra) > STRETCHED && short > AT_MARGIN && short < ROUNDED;
}

/** Without written blanks, and with gaps no wider than those of lines that end before their margin. */
export function isSqueezed(line: Segment, page: readonly Segment[]): boolean {
  const own = bareGap(line);
  if (own === undefined || isFilled(line, page)) return false;
  const natural = naturalGap(line, page);
  return natural !== undefined && own <= natural + WIDER;
}

/** Are its letters wider or narrower than their font has them, and than those of other lines? */
function isFilled(line: Segment, page: readonly Segment[]): boolean {
  const by = lettersOf(line);
  return Math.abs(by - 1) > FILLED && page.some((s) => Math.abs(lettersOf(s) - by) > FILLED);
}

function lettersOf({ glyphs }: Segment): number {
  return unexpanded(glyphs[0]!);
}

/** Do its written blanks show that it was not stretched to an edge near its end? */
export function missesEdge(line: Segment, edge: number): boolean {
  const extra = blanksOf(line);
  if (extra.length === 0) return false;
  return middle(extra) < -NATURAL || (line.right < edge - AT_MARGIN && extra.every(isNatural));
}

function isNatural(by: number): boolean {
  return Math.abs(by) < NATURAL;
}

/** Its written blanks are so much wider than their font's that no rounding explains it. */
export function isWide(line: Segment): boolean {
  const extra = blanksOf(line);
  return extra.length > 0 && middle(extra.map(Math.abs)) > WIDE;
}

/** What the lines that start together show of how they were set. */
export function endsOf(lines: readonly Segment[], edge: number): "even" | "ragged" | undefined {
  const full = lines.filter((s) => Math.abs(s.right - edge) < AT_EDGE);
  if (full.some((s) => isBare(s) && !isSqueezed(s, lines))) return "even";
  const isBroken = (s: Segment) =>
    lines.some((o) => continuesText(o) && s.v > o.v && s.v - o.v < NEXT_LINE * s.size);
  const isShort = (s: Segment) => isBare(s) && s.right < edge - AT_EDGE;
  return lines.some((s) => isShort(s) && isBroken(s)) ? "ragged" : undefined;
}

/** Its words stand apart without written blanks. */
export function isBare(line: Segment): boolean {
  return bareGap(line) !== undefined;
}

const blanks = new WeakMap<Segment, readonly number[]>();

/** Points by which each written blank is wider than its font's. */
function blanksOf(line: Segment): readonly number[] {
  let found = blanks.get(line);
  if (!found) blanks.set(line, (found = readBlanks(line)));
  return found;
}

function readBlanks({ glyphs }: Segment): readonly number[] {
  const ordered = glyphs.toSorted((a, b) => a.u - b.u);
  const found: number[] = [];
  for (let i = 0; i + 1 < ordered.length; i++) {
    const [g, next] = [ordered[i]!, ordered[i + 1]!];
    if (g.blank && !next.blank) found.push(next.u - g.u - g.advance);
  }
  return found;
}

/** The gap (em) between words of lines of its size that end before the longest of them. */
function naturalGap({ size, frame }: Segment, page: readonly Segment[]): number | undefined {
  const alike = page.filter((s) => s.frame === frame && Math.abs(s.size - size) < 0.05 * size);
  const end = Math.max(...alike.map((s) => s.right));
  const gaps = alike.filter((s) => s.right < end - SHORT).flatMap((s) => bareGap(s) ?? []);
  return gaps.length > 0 ? middle(gaps) : undefined;
}

const known = new WeakMap<Segment, number | "none">();

/** In em, between words that have no blanks between them. */
function bareGap(line: Segment): number | undefined {
  let found = known.get(line);
  if (found === undefined) known.set(line, (found = bareGapOf(line) ?? "none"));
  return found === "none" ? undefined : found;
}

function bareGapOf({ glyphs, size }: Segment): number | undefined {
  if (glyphs.some((g) => g.blank && g.mark < 0)) return undefined;
  const ordered = glyphs.filter((g) => !g.blank).toSorted((a, b) => a.u - b.u);
  const gaps = ordered.slice(1).flatMap((g, i) => {
    const gap = (g.u - ordered[i]!.u - ordered[i]!.advance) / size;
    return gap > WORD ? [gap] : [];
  });
  return gaps.length > 0 ? middle(gaps) : undefined;
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
}
