// How far the first line of a page stands under the last one of the page before, had they stood on
// one page: as lines of one text do where the text runs on, and else as lines of their kinds do
// elsewhere in the run.
import { linesAcross } from "../layout/lines/across.ts";
import type { Segment } from "../layout/model.ts";
import type { Paragraph } from "../layout/paragraphs/paragraph.ts";
import { continuesText } from "../layout/lines/line-starts.ts";
import { CLOSING, SENTENCE, firstWord } from "../layout/margins/text-ends.ts";
import type { Body, RunPage } from "./model.ts";

/** Points by which lines start that start alike. */
const SAME = 1;
/** Points by which a line must fall short of the margin to have ended early. */
const SHORT = 2;
const SPACE = 0.22;
/** Points to which distances are one. */
const STEP = 0.02;
const MARKER = 5;

/** A line across the page and what runs through it. */
export interface Across {
  readonly v: number;
  /** Its widest piece. */
  readonly text: Segment;
  readonly paragraph: Paragraph;
  /** A bullet or a number stands before it. */
  readonly marked: boolean;
}

/** The lines of a page's body from the top down. */
export function acrossOf({ found }: RunPage, { head, foot }: Body): readonly Across[] {
  const owner = new Map<Segment, Paragraph>();
  for (const paragraph of found.paragraphs)
    for (const line of paragraph.lines) owner.set(line, paragraph);
  const body = found.segments.filter(({ v }) => v < head && v > foot);
  return linesAcross(body).flatMap((row): Across[] => {
    const text = row.reduce((a, b) => (b.right - b.left > a.right - a.left ? b : a));
    const paragraph = owner.get(text);
    const [first] = row.toSorted((a, b) => a.left - b.left);
    const marked = first !== text && first!.glyphs.filter((g) => !g.blank).length <= MARKER;
    return paragraph ? [{ v: text.v, text, paragraph, marked }] : [];
  });
}

/** Does the first line of a page go on with the text in which the page before ends? */
export function runsOn(a: Across, b: Across): boolean {
  if (b.marked || !isAlike(a.text, b.text)) return false;
  const { paragraph } = a;
  const isFirst = paragraph.lines[0] === a.text;
  const start = isFirst && !a.marked ? b.text.left : paragraph.anchor;
  if (paragraph.align === "left" && Math.abs(b.text.left - start) > SAME) return false;
  if (continuesText(b.text)) return true;
  const { limit } = paragraph.column;
  if (limit - a.text.right > SHORT && isFilled(paragraph)) return false;
  const room = limit - a.text.right - SPACE * a.text.size;
  if (firstWord(b.text) < room) return false;
  return !endsSentence(a.text) || isFilled(paragraph);
}

/** Its other lines run to the margin. */
function isFilled({ justified }: Paragraph): boolean {
  return justified;
}

function isAlike(a: Segment, b: Segment): boolean {
  return Math.abs(a.size - b.size) < 0.05 * a.size && faceOf(a) === faceOf(b);
}

/** What most of its letters are set in. */
function faceOf({ glyphs }: Segment): string {
  const counts = new Map<string, number>();
  for (const { item, blank, mark } of glyphs)
    if (!blank && mark < 0) counts.set(item.face.key, (counts.get(item.face.key) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0] as [string, number])[0];
}

function endsSentence(a: Segment): boolean {
  const last = a.glyphs
    .toSorted((x, y) => x.u - y.u)
    .findLast((g) => !g.blank && !CLOSING.test(g.item.shape.unicode));
  return last !== undefined && SENTENCE.test(last.item.shape.unicode);
}

/** Distances between lines that follow each other on a page, by what they are. */
export class Distances {
  readonly #pairs = new Map<string, number[]>();

  /** @param gap without the rounding of its maker, points */
  add(a: Across, b: Across, gap: number): void {
    for (const key of keysOf(a, b)) {
      const known = this.#pairs.get(key);
      if (known) known.push(gap);
      else this.#pairs.set(key, [gap]);
    }
  }

  /** What lines of these kinds stand apart; undefined where nothing of the run shows it. */
  of(a: Across, b: Across): number | undefined {
    for (const key of keysOf(a, b)) {
      const gaps = this.#pairs.get(key);
      if (gaps) return commonest(gaps);
    }
    return undefined;
  }

  /** What lines of one text stand apart. */
  within(a: Across): number | undefined {
    const gaps = this.#pairs.get(insideOf(a));
    return gaps && commonest(gaps);
  }
}

/** What a line is, wherever it stands: headings of one rank are one kind. */
export function kindOf({ text, marked }: Across): string {
  return `${sizeOf(text)} ${faceOf(text)} ${marked}`;
}

function insideOf({ text }: Across): string {
  return `in ${sizeOf(text)} ${faceOf(text)}`;
}

/** The plainest first: then what begins under anything else. */
function keysOf(a: Across, b: Across): readonly string[] {
  if (a.paragraph === b.paragraph) return [insideOf(a)];
  const to = kindOf(b);
  const from = `${sizeOf(a.text)} ${faceOf(a.text)}`;
  const item = a.marked || a.paragraph.anchor > b.paragraph.column.left + SAME;
  const starts = `${Math.round(a.text.left)} ${Math.round(b.text.left)} ${item}`;
  return [`${from} > ${to} ${starts}`, `${from} > ${to}`, `> ${to}`];
}

function sizeOf({ size }: Segment): number {
  return Math.round(size * 50) / 50;
}

/** Of equals the least. */
function commonest(gaps: readonly number[]): number {
  const sorted = gaps.toSorted((a, b) => a - b);
  let best = sorted[0]!;
  let most = 0;
  let [from, to] = [0, 0];
  for (const gap of sorted) {
    while (gap - sorted[from]! >= STEP) from++;
    while (to < sorted.length && sorted[to]! - gap < STEP) to++;
    if (to - from > most) [best, most] = [gap, to - from];
  }
  return best;
}
