// Whether it had to be guessed how far the lines of a text reach, to both margins or not. Without written blanks
// only stretched lines tell, and those that were left ragged; few burnt lines may show neither in one
// twin and both in the other. What decides here is the same in every twin.
import { withoutNames } from "../lines/any-name.ts";
import type { Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import type { Plan } from "../paragraphs/reset.ts";
import { isAlike, isText, pageEnds } from "./shared-column.ts";
import { endsOf } from "./stretched.ts";

/** So many broken lines show it, whatever the names on them are. */
const MANY = 5;
/** The same where blanks are written out. */
const FEW = 3;

/** Share of blanks among a page's letters from which blanks are written out. */
const WRITTEN = 0.02;

export function endsGuessed(
  plan: Plan,
  paragraphs: readonly Paragraph[],
  segments: readonly Segment[],
): boolean {
  const { paragraph, filled, sensitive } = plan;
  if (paragraph.align !== "left" || paragraph.column.limit === Infinity) return false;
  if (!sensitive && filled.length < 2 && paragraph.lines.length < 2) return false;
  if (paragraph.narrowed || paragraph.column.guessed) return true;
  // Written blanks show it of every line that was not squeezed or stretched by chance alone.
  if (writesBlanks(segments)) return filled.length > 1 && isUnshown(paragraph, paragraphs);
  const peers = paragraphs.filter((o) => o.align === "left" && isAlike(o, paragraph));
  const staying = peers.filter((o) => isText(o) && !isTouched(o)).flatMap(({ lines }) => lines);
  if (endsOf(staying, paragraph.column.limit) !== undefined) return false;
  return peers.reduce((sum, o) => sum + brokenLines(o), 0) < MANY;
}

/** By the segments of a page, which stay as they are: every paragraph asks. */
const writing = new WeakMap<readonly Segment[], boolean>();

function writesBlanks(segments: readonly Segment[]): boolean {
  let known = writing.get(segments);
  if (known === undefined) {
    let [letters, blanks] = [0, 0];
    for (const { glyphs } of segments) {
      for (const { mark, blank } of glyphs) {
        if (mark >= 0) continue;
        letters++;
        if (blank) blanks++;
      }
    }
    writing.set(segments, (known = blanks > WRITTEN * letters));
  }
  return known;
}

function isUnshown(paragraph: Paragraph, paragraphs: readonly Paragraph[]): boolean {
  if (pageEnds(paragraphs) !== undefined) return false;
  const peers = paragraphs.filter((o) => o.align === "left" && isAlike(o, paragraph));
  return peers.reduce((sum, o) => sum + brokenLines(o), 0) < FEW;
}

function isTouched({ lines }: Paragraph): boolean {
  return lines.some((line) => line.touched);
}

/** Lines that break in every twin, by the letters that stay. */
function brokenLines({ lines, anchor, column }: Paragraph): number {
  const letters = lines.reduce((sum, line) => sum + withoutNames(line).letters, 0);
  return Math.floor(letters / (column.limit - anchor));
}
