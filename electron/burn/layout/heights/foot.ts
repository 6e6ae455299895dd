// Where the text of a page ends at the lowest and where its foot begins: what stands there stays.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { DisplayList } from "../../crisp/interpret/display-list.ts";
import { boundsIn } from "../lines/frame.ts";
import { marginsOf } from "../paragraphs/find.ts";
import type { Frame, Segment } from "../model.ts";

/** Share of the page's height in which footers stand; they stay. */
export const FOOT = 0.066;
/** A page whose text ends lower than this share of its height is full: its text runs on. */
const FULL = 0.11;
/** Share of the page's height that margins have at the least. */
const MARGIN = 0.02;
/** Notes stand at the foot of the page, this far (em) under the text, in smaller letters. */
const NOTES_APART = 3;
const NOTES_WITHIN = 0.4;
const NOTES_SIZE = 0.92;
/** What stands this far (em) under everything else, low on the page, was placed there. */
const FAR = 10;
const FAR_WITHIN = 0.25;
/** What stands so low that no text runs down to it is a footer, however near (em) the text comes to it. */
const FOOTER = 0.09;
const FOOTER_APART = 2.1;
/** A rule over notes: points of its length and thickness, and share of the text's width that it has at most. */
const RULE = { shortest: 36, thickest: 1.5, most: 0.62 };
/** Notes of a typesetter end this low, in shares of the page's height. */
const LOWEST = 0.17;

/** Where text ends at the lowest: a margin that all letters are clipped to, or what pages usually have. */
export function bottomOf(page: DisplayList, frame: Frame, low: number, high: number): number {
  const clip = marginsOf(page);
  const at = clip ? boundsIn(frame, clip)[1] : low;
  return at > low + (high - low) * MARGIN ? at : low + (high - low) * FULL;
}

/** Where the page's foot begins: the margin's, or the notes' that stand above it. */
export function footOf(
  segments: readonly Segment[],
  low: number,
  high: number,
  bars: readonly Rect[],
): number {
  const foot = low + (high - low) * FOOT;
  const ruled = ruledFoot(segments, low, high, bars);
  if (ruled !== undefined) return ruled;
  const lines = segments.filter((s) => s.v > foot).sort((a, b) => a.v - b.v);
  const most = Math.max(...lines.map((s) => s.size));
  const limit = low + (high - low) * NOTES_WITHIN;
  let size = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const [note, above] = [lines[i]!, lines[i + 1]!];
    size = Math.max(size, note.size);
    const apart = above.v - note.v;
    if (note.v < low + (high - low) * FAR_WITHIN && apart > FAR * most)
      return overDrawings(note.v + 2 * size, above.v - NOTES_APART * above.size, bars);
    // How far a footer stands from the text hangs on how many lines the text has.
    if (note.v < low + (high - low) * FOOTER && apart > FOOTER_APART * most)
      return note.v + Math.min(2 * size, apart - size);
    if (note.v > limit || note.size > NOTES_SIZE * most) return foot;
    if (above.v - note.v > NOTES_APART * size + above.size) return note.v + 2 * size;
  }
  return foot;
}

/** A drawing over what was placed there, such as a bar code over its number, stays with it as a whole. */
function overDrawings(foot: number, limit: number, bars: readonly Rect[]): number {
  let top = foot;
  for (const [, v0, , v1] of bars.toSorted((a, b) => a[1] - b[1]))
    if (v0 < top && v1 >= top && v1 < limit) top = v1 + 1;
  return top;
}

/** Right over the short rule that parts notes from the text: they stay where they are, whatever is over them. */
function ruledFoot(
  segments: readonly Segment[],
  low: number,
  high: number,
  bars: readonly Rect[],
): number | undefined {
  const height = high - low;
  const most = Math.max(...segments.map((s) => s.size));
  const wide = Math.max(...segments.map((s) => s.right)) - Math.min(...segments.map((s) => s.left));
  const rules = bars.filter(
    ([u0, v0, u1, v1]) =>
      v1 - v0 < RULE.thickest &&
      u1 - u0 > RULE.shortest &&
      u1 - u0 < RULE.most * wide &&
      v1 < low + height * NOTES_WITHIN,
  );
  const [rule] = rules;
  if (!rule || rules.length > 1) return undefined;
  const isFooter = (s: Segment) => s.v < low + height * FOOTER;
  const notes = segments.filter((s) => s.v < rule[1] && !isFooter(s));
  if (notes.length === 0 || notes.some((s) => s.size > NOTES_SIZE * most)) return undefined;
  const start = Math.min(...notes.map((s) => s.left));
  const last = Math.min(...notes.map((s) => s.v));
  const starts = Math.abs(rule[0] - start) < 2 * notes[0]!.size;
  return starts && last < low + height * LOWEST ? rule[3] + 1 : undefined;
}
