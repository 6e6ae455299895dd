// Whether it had to be guessed where one text ends and the next begins. Texts that follow each other
// without room between them, and begin where their other lines do, are told apart by the room that
// is left at the end of a line; where a burnt word stands before that end and another begins what
// follows, how much room is left hangs on both. What decides here is the same in every twin.
import type { Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import { isAlike } from "./shared-column.ts";
import { CLOSING, SENTENCE } from "./text-ends.ts";

/** Texts with more room (points, and times their leading) between them stand apart. */
const APART = 0.3;
const WIDER = 1.18;
/** In heights of a line: what is further away shows nothing. */
const NEXT = 3;
/** In em: on one line. */
const BESIDE = 0.3;
/** Points by which starts differ that are one, and the share of their sizes. */
const SAME = 1;
const ONE_SIZE = 0.05;
/** Points by which an indent differs from what it was meant to be. */
const INDENT = 2;

/** @returns at how many places */
export function textsGuessed(
  paragraph: Paragraph,
  paragraphs: readonly Paragraph[],
  segments: readonly Segment[],
): number {
  if (paragraph.align !== "left" || isInTable(paragraph, segments)) return 0;
  const peers = paragraphs.filter((o) => o.align === "left" && isAlike(o, paragraph));
  // Nothing shows for certain how far a single line may reach.
  const singles = paragraphs.filter((o) => o.align === "left" && isSingle(o, paragraph));
  if (standApart([...new Set([...peers, ...singles])])) return 0;
  // A text that ends with a full line looks as if it went on.
  const runs = !paragraph.justified && paragraph.lines.length > 1;
  const meets = (a: Paragraph, b: Paragraph) => follows(a, b) || (runs && isUnder(a, b));
  const ends = [
    peers.some((o) => meets(paragraph, o)),
    peers.some((o) => meets(o, paragraph)),
  ].filter(Boolean);
  return lateStarts(paragraph) + ends.length;
}

/** A line of its own that begins where the other text does, in its size. */
function isSingle({ lines, anchor }: Paragraph, other: Paragraph): boolean {
  const { size } = other.lines[0]!;
  const like = Math.abs(lines[0]!.size - size) < ONE_SIZE * size;
  return lines.length === 1 && like && Math.abs(anchor - other.anchor) < SAME;
}

/** Running text right under another one, at no greater distance than its own lines. */
function isUnder(own: Paragraph, next: Paragraph): boolean {
  const gap = lastOf(own).v - next.lines[0]!.v;
  return next.lines.length > 1 && gap > 0 && gap <= next.leading * WIDER + APART;
}

/** In a cell, or with something beside it: rows and markers tell where a text begins. */
function isInTable({ lines, column, cell }: Paragraph, segments: readonly Segment[]): boolean {
  if (cell !== undefined || (column.cellLeft !== undefined && column.cellRight !== undefined))
    return true;
  const { v, size, frame } = lines[0]!;
  return segments.some(
    (s) => s !== lines[0] && s.frame === frame && Math.abs(s.v - v) < BESIDE * size,
  );
}

/** Texts of a page stand apart, or begin further in than their other lines do. */
function standApart(peers: readonly Paragraph[]): boolean {
  const isIndented = (p: Paragraph) =>
    p.lines.length > 1 && Math.abs(p.firstAnchor - p.anchor) > INDENT;
  return peers.some((p) => isIndented(p) || gapIsWide(p, peers));
}

/** Between a text and the nearest one under it. */
function gapIsWide(above: Paragraph, peers: readonly Paragraph[]): boolean {
  const gaps = peers.map(({ lines }) => lastOf(above).v - lines[0]!.v);
  const gap = Math.min(...gaps.filter((by) => by > 0));
  return gap > above.leading * WIDER + APART && gap < NEXT * above.leading;
}

/** Another text begins with a burnt word right under this one, of which something is burnt. */
function follows(own: Paragraph, next: Paragraph): boolean {
  const gap = lastOf(own).v - next.lines[0]!.v;
  if (gap <= 0 || gap > next.leading * WIDER + APART) return false;
  const first = next.lines[0]!.glyphs.find((g) => !g.blank);
  return first !== undefined && first.mark >= 0 && own.lines.some((line) => line.touched);
}

/** So many sentences in it begin with a burnt word, behind another one. */
function lateStarts({ lines }: Paragraph): number {
  let count = 0;
  let burnt = false;
  let ended = false;
  for (const { glyphs } of lines) {
    for (const g of [...glyphs].sort((a, b) => a.u - b.u)) {
      if (g.blank) continue;
      if (g.mark >= 0) {
        if (burnt && ended) count++;
        burnt = true;
        ended = false;
        continue;
      }
      const letter = g.item.shape.unicode;
      ended = SENTENCE.test(letter) || (ended && CLOSING.test(letter));
    }
  }
  return count;
}

function lastOf({ lines }: Paragraph): Segment {
  return lines[lines.length - 1]!;
}
