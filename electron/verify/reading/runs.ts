// Small questions about stretches of text that both engines' readings are asked: how a span's words
// join, how a text reads without its blanks, and what is left of a run where marks cut it.
import { meets } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { PlacedMark } from "./coverage.ts";
import { CUT, foldGlyph } from "./fold.ts";

/** Joins the words of a span; a hyphen at a line's end goes. */
export function joinWords(words: readonly string[]): string {
  let text = "";
  for (const word of words)
    text = /[\p{L}][-\u00AD]$/u.test(text) ? text.slice(0, -1) + word : `${text} ${word}`;
  return text.trim();
}

export function compact(text: string): string {
  return [...text].map((char) => (char === CUT ? CUT : foldGlyph(char))).join("");
}

/** A run of text with its characters under marks cut out, as far as even spacing tells their places. */
export function cutRun(text: string, box: Rect, marks: readonly PlacedMark[]): string {
  const near = marks.filter((mark) => meets(box, mark.rect));
  if (near.length === 0 || text.length === 0) return text;
  const flat = box[2] - box[0] >= box[3] - box[1];
  const [from, to] = flat ? [box[0], box[2]] : [box[1], box[3]];
  const step = (to - from) / text.length;
  let cut = "";
  for (const [i, char] of [...text].entries()) {
    const at = from + (i + 0.5) * step;
    const hit = near.some(({ rect }) =>
      flat ? at > rect[0] && at < rect[2] : at > rect[1] && at < rect[3],
    );
    cut += hit ? CUT : char;
  }
  return cut;
}
