// Which pages hang together by running text: one column of it, with nothing at the foot of a page that
// belongs to a word on it, and no page that ends early on purpose.
import { ON_LINE } from "../layout/lines/across.ts";
import { frameOf } from "../layout/lines/frame.ts";
import { barsIn } from "../layout/heights/flow.ts";
import { FOOT, footOf } from "../layout/heights/foot.ts";
import { numbersLines } from "../layout/lines/line-numbers.ts";
import type { Segment } from "../layout/model.ts";
import { bodiesOf } from "./furniture.ts";
import { acrossOf, kindOf, runsOn } from "./joints.ts";
import type { Body, RunPage } from "./model.ts";

const UPRIGHT = frameOf([1, 0, 0, 1, 0, 0]);
/** Share of the page's height that a page leaves empty which ends on purpose. */
const EARLY = 0.16;
/** Share of the text's width, and lines, from which texts beside each other are columns. */
const WIDE = 0.3;
const MANY = 4;
/** A bullet or number before a text has no more letters. */
const MARKER = 5;
/** Share of the text's size that notes have at most. */
const SMALLER = 0.92;
/** Points by which first lines may differ in height on pages that begin alike. */
const DROP = 30;

/** Is this a page of one column of upright text, without notes at its foot? */
export function isPlain({ list, found, rects }: RunPage): boolean {
  const { segments } = found;
  if (segments.length === 0) return false;
  if (segments.some(({ frame }) => frame !== UPRIGHT)) return false;
  const foot = footOf(segments, 0, list.height, barsIn(list, UPRIGHT));
  if (foot > FOOT * list.height + list.height * 0.05 || numbersLines(segments)) return false;
  if (rects.some(([x0, , x1]) => x1 < 0 || x0 > list.width)) return false;
  const left = Math.min(...segments.map((s) => s.left));
  const width = Math.max(...segments.map((s) => s.right)) - left;
  const wide = segments.filter((s) => s.right - s.left > WIDE * width);
  const beside = wide.filter((s) =>
    wide.some((o) => o !== s && Math.abs(o.v - s.v) < ON_LINE * s.size && o.left > s.right),
  );
  return beside.length < MANY && rowsOfCells(segments) < MANY;
}

/** Lines on which texts stand beside each other, markers and numbers aside: rows of a table, of speakers. */
function rowsOfCells(segments: readonly Segment[]): number {
  const texts = segments.filter(({ glyphs }) => glyphs.filter((g) => !g.blank).length > MARKER);
  return texts.filter((s) =>
    texts.some((o) => o.left > s.right && Math.abs(o.v - s.v) < ON_LINE * s.size),
  ).length;
}

/** Under the text of a page stands smaller print: notes that belong to words on it. */
function hasNotes(segments: readonly Segment[], size: number, { head, foot }: Body): boolean {
  const body = segments.filter(({ v }) => v < head && v > foot);
  const lowest = body.reduce((a, b) => (b.v < a.v ? b : a));
  return lowest.size < SMALLER * size;
}

/** The size that most letters have. */
function sizeOf(pages: readonly RunPage[]): number {
  const counts = new Map<number, number>();
  for (const { found } of pages)
    for (const { size, glyphs } of found.segments)
      counts.set(size, (counts.get(size) ?? 0) + glyphs.length);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

export interface Run {
  readonly pages: readonly RunPage[];
  readonly bodies: readonly Body[];
  /** Nothing but how far its last page is filled tells that the text ends there: in a twin it may run on. */
  readonly open: boolean;
}

/** @returns how many of the pages, from the first on, are one run */
export function runFrom(pages: readonly RunPage[]): Run | undefined {
  if (pages.length < 2) return undefined;
  const bodies = bodiesOf(pages);
  if (!bodies) return undefined;
  const { height } = pages[0]!.list;
  const heights = pages.map(({ found }, i) =>
    found.segments.filter(({ v }) => v < bodies[i]!.head && v > bodies[i]!.foot).map(({ v }) => v),
  );
  if (heights.some((own) => own.length === 0)) return undefined;
  const size = sizeOf(pages);
  if (pages.some(({ found }, i) => hasNotes(found.segments, size, bodies[i]!))) return undefined;
  const ends = heights.map((own) => Math.min(...own));
  const starts = heights.map((own) => Math.max(...own));
  const lowest = Math.min(...ends);
  let count = 1;
  while (count < pages.length && ends[count - 1]! - lowest < EARLY * height) count++;
  const later = starts.slice(1, count);
  if (count < 2 || Math.max(...later) - Math.min(...later) > DROP) return undefined;
  // A head on a page of two cannot be told from its text.
  if (Math.max(...later) > starts[0]! + DROP) return undefined;
  const own = pages.slice(0, count);
  const anew = startAnew(own, bodies);
  if (anew === 1) return undefined;
  const length = anew ?? count;
  return { pages: own.slice(0, length), bodies: bodies.slice(0, length), open: anew === undefined };
}

/**
 * The first of the pages, but for the very first, that begins with a kind of line which stands nowhere
 * but at the top of pages: a chapter that always begins a page.
 */
function startAnew(pages: readonly RunPage[], bodies: readonly Body[]): number | undefined {
  const across = pages.map((page, i) => acrossOf(page, bodies[i]!));
  const inner = new Set(across.flatMap((own) => own.slice(1).map(kindOf)));
  const at = across.findIndex(([first], i) => {
    const before = across[i - 1]?.at(-1);
    return before && first && !inner.has(kindOf(first)) && !runsOn(before, first);
  });
  return at < 0 ? undefined : at;
}

/** Does the last of these pages begin with a kind of line that stands only at the top of pages? */
export function startsAnew(pages: readonly RunPage[]): boolean {
  const bodies = pages.length > 1 ? bodiesOf(pages) : undefined;
  return bodies !== undefined && startAnew(pages, bodies) === pages.length - 1;
}

/** Does the last of these pages end before its foot, unlike the one before? */
export function stopsAfter(pages: readonly RunPage[]): boolean {
  const [before, last] = pages.slice(-2);
  const bodies = before && last && bodiesOf([before, last]);
  if (!bodies) return false;
  const [above, end] = [before, last].map(({ found }, i) => {
    const { head, foot } = bodies[i]!;
    return Math.min(...found.segments.flatMap(({ v }) => (v < head && v > foot ? [v] : [])));
  });
  return end! - above! > EARLY * last.list.height && end! < Infinity;
}
