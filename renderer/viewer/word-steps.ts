// Moving through a page's text by keys, a word or a line at a time. Pure: text, quads and a stretch in,
// a stretch out; the stretch itself where there is nowhere to go.
import { rectOfQuad } from "../../shared/geometry/rect.ts";
import { nearestUnit, wordAt, type Range } from "./quads.ts";

const wordUnit = /[\p{L}\p{N}]/u;

/** The word after a stretch (1) or before it (-1). */
export function wordBeside(text: string, range: Range, direction: 1 | -1): Range {
  let at = direction === 1 ? range.end : range.start - 1;
  while (at >= 0 && at < text.length && !wordUnit.test(text[at]!)) at += direction;
  return at < 0 || at >= text.length ? range : wordAt(text, at);
}

/** The same stretch with one word more at its end, or one less. */
export function stretched(text: string, range: Range, direction: 1 | -1): Range {
  if (direction === 1) return { start: range.start, end: wordBeside(text, range, 1).end };
  const last = wordBeside(text, { start: range.end, end: range.end }, -1);
  const before = wordBeside(text, last, -1);
  return before.end > range.start && before.end < range.end
    ? { start: range.start, end: before.end }
    : range;
}

/** The word under (1) or over (-1) the one that a stretch begins with. Follows the page's own lines. */
export function wordOnLine(
  text: string,
  quads: Float32Array,
  range: Range,
  direction: 1 | -1,
): Range {
  const [x0, y0, x1, y1] = rectOfQuad(quads, range.start * 8);
  const [x, height] = [(x0 + x1) / 2, Math.max(4, y1 - y0)];
  const line = (y0 + y1) / 2;
  for (let step = 1; step <= MOST_LINES; step++) {
    const y = line - direction * step * height * 0.75;
    const unit = nearestUnit(quads, x, y);
    if (unit < 0) return range;
    const found = rectOfQuad(quads, unit * 8);
    const away = (line - (found[1] + found[3]) / 2) * direction;
    if (away > height / 2)
      return wordUnit.test(text[unit]!)
        ? wordAt(text, unit)
        : wordBeside(text, { start: unit, end: unit }, 1);
  }
  return range;
}

/** Looks over gaps between paragraphs, not over half a page. */
const MOST_LINES = 40;

/** The first word of the page whose letters stand below a height in PDF points. */
export function firstWordBelow(text: string, quads: Float32Array, top: number): Range | null {
  for (let unit = 0; unit < text.length; unit++)
    if (wordUnit.test(text[unit]!) && quads[unit * 8 + 1]! < top && quads[unit * 8 + 7]! <= top)
      return wordAt(text, unit);
  return null;
}
