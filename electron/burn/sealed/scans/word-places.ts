// Where the words of a scan's layer stand by what some recognisers write: a word and the blank behind
// it are one string, spread together over the word's ink alone. Read as told, each word ends a letter
// too early, and whoever marks it by its text leaves the last letter on the paper.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { union } from "../../../../shared/geometry/rect.ts";
import type { OpenPage } from "../../../pdfium/open-page.ts";
import type { PageMark } from "../../page-output.ts";
import type { Term } from "../../sweep/terms.ts";
import type { Glyph } from "../glyphs/glyph.ts";
import { removedBy } from "../glyphs/hit.ts";
import { frameOf, fromFrame, segmentsOf, toFrame } from "../glyphs/lines.ts";
import type { Segment } from "../glyphs/lines.ts";
import type { Pixels } from "../pixels/pixels.ts";
import { scannedWords } from "./scanned-words.ts";
import type { ScannedWords } from "./scanned-words.ts";

/** Share of their mean by which letters of such a layer may differ in width. */
const EVEN = 0.05;

export interface SpreadScan {
  readonly scan: ScannedWords;
  /** The marks, over all the ink of what they meet by the layer's word. */
  readonly over: (marks: readonly PageMark[]) => readonly PageMark[];
}

/** A scan's words, as they are told or spread over their ink: whichever leaves more of its gaps blank. */
export function scanOf(
  hidden: readonly Segment[],
  pixels: Pixels,
  open: OpenPage,
  terms: readonly Term[],
): SpreadScan {
  const told = scannedWords(hidden, pixels, open, terms);
  const places = spreadOut(hidden.flatMap(({ glyphs }) => glyphs.map(({ glyph }) => glyph)));
  if ([...places].every(([glyph, there]) => glyph === there))
    return { scan: told, over: (marks) => marks };
  const segments = segmentsOf([...places.values()], () => false);
  const scan = scannedWords(segments, pixels, open, terms);
  return scan.blank > told.blank
    ? { scan, over: (marks) => overInk(marks, places) }
    : { scan: told, over: (marks) => marks };
}

/** Each letter and the letter spread over its share of the word's ink; the same where nothing tells so. */
function spreadOut(glyphs: readonly Glyph[]): ReadonlyMap<Glyph, Glyph> {
  const objects = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const own = objects.get(glyph.run.handle);
    if (own) own.push(glyph);
    else objects.set(glyph.run.handle, [glyph]);
  }
  const out = new Map<Glyph, Glyph>(glyphs.map((glyph) => [glyph, glyph]));
  for (const word of objects.values()) if (isOneWord(word)) spread(word, out);
  return out;
}

/** Letters of one width, a blank behind the last one and none between them. */
function isOneWord(word: readonly Glyph[]): boolean {
  if (word.length < 2 && !word[0]!.closed) return false;
  if (word.slice(0, -1).some((glyph) => glyph.closed) || !word[word.length - 1]!.closed)
    return false;
  const steps = word
    .slice(1)
    .map((glyph, i) => Math.hypot(glyph.x - word[i]!.x, glyph.y - word[i]!.y));
  const mean = (steps.reduce((a, b) => a + b, 0) || word[0]!.advance) / Math.max(1, steps.length);
  return mean > 0 && steps.every((step) => Math.abs(step - mean) <= EVEN * mean);
}

function spread(word: readonly Glyph[], out: Map<Glyph, Glyph>): void {
  const [first, second] = word as readonly [Glyph, Glyph?];
  const step = second ? Math.hypot(second.x - first.x, second.y - first.y) : first.advance;
  const advance = (step * (word.length + 1)) / word.length;
  const { cos, sin } = frameOf(first.angle);
  for (const [i, glyph] of word.entries()) {
    const [x, y] = [first.x + cos * advance * i, first.y + sin * advance * i];
    // Without ink of its own it stands for the ink beneath.
    out.set(glyph, { ...glyph, x, y, advance, ink: [x, y, x, y] });
  }
}

/** The marks, each over all the ink of the letters that it meets where the layer tells them to be. */
function overInk(
  marks: readonly PageMark[],
  places: ReadonlyMap<Glyph, Glyph>,
): readonly PageMark[] {
  return marks.map((mark) => {
    let { rect } = mark;
    for (const [told, glyph] of places) {
      if (told === glyph || !removedBy(mark.rect, told)) continue;
      rect = union(rect, within(mark.rect, glyph));
    }
    return rect === mark.rect ? mark : { ...mark, rect };
  });
}

/** A letter's place along its line, as high as a mark on that line. */
function within(mark: Rect, glyph: Glyph): Rect {
  const frame = frameOf(glyph.angle);
  const [u] = toFrame(frame, glyph.x, glyph.y);
  const heights = [toFrame(frame, mark[0], mark[1]), toFrame(frame, mark[2], mark[3])].map(
    ([, v]) => v,
  );
  const middle = (heights[0]! + heights[1]!) / 2;
  const [x0, y0] = fromFrame(frame, u, middle);
  const [x1, y1] = fromFrame(frame, u + glyph.advance, middle);
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}
