// The burnt terms of a document as its text model tells them, before anything is burnt: what stands
// under the marks, and what beside them is too common to betray anybody. Pure.
import { rectOfQuad } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { PageText } from "../../../shared/model/page.ts";
import type { PageMark } from "../page-output.ts";
import { documentTexts } from "./marked-text.ts";
import { termsOf } from "./terms.ts";
import type { Term } from "./terms.ts";

/** Units of a text, [start, end). */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface ReadMarks {
  readonly text: PageText;
  readonly marks: readonly PageMark[];
  /** Those of the marks whose texts count. */
  readonly own: readonly PageMark[];
  /** Text that counts for nothing. */
  readonly passedOver: readonly Stretch[];
}

/** @param pages of the whole document */
export function termsUnder(pages: readonly ReadMarks[]): readonly Term[] {
  const texts = pages.map(({ text, marks, own, passedOver }) => {
    const under = own.map(({ rect }) => textUnder(text, rect));
    return {
      texts: { under, joined: [], beside: textBeside(text, marks, passedOver) },
      marks: own,
    };
  });
  const { marked, unmarked } = documentTexts(texts);
  const telling = marked.filter(({ text }) => /[\p{Lu}\p{N}]/u.test(text));
  return termsOf(telling, unmarked);
}

function textUnder({ text, quads }: PageText, mark: Rect): string {
  let under = "";
  for (let i = 0; i < text.length; i++) {
    const rect = unitRect(quads, i);
    if (rect && isInside(mark, rect)) under += text[i];
    else if (!rect && under !== "" && !/\s$/u.test(under)) under += " ";
    // A word broken at the line's end goes on below; whatever stands between is not under the mark.
  }
  return under.trim();
}

function textBeside(
  { text, quads }: PageText,
  marks: readonly PageMark[],
  passedOver: readonly Stretch[],
): string {
  let beside = "";
  for (let i = 0; i < text.length; i++) {
    if (passedOver.some((line) => i >= line.start && i < line.end)) continue;
    const rect = unitRect(quads, i);
    beside += rect && marks.some((mark) => isInside(mark.rect, rect)) ? " " : text[i];
  }
  return beside;
}

function isInside(mark: Rect, unit: Rect): boolean {
  const x = (unit[0] + unit[2]) / 2;
  const y = (unit[1] + unit[3]) / 2;
  return x > mark[0] && x < mark[2] && y > mark[1] && y < mark[3];
}

export function unitRect(quads: ArrayLike<number>, unit: number): Rect | undefined {
  return Number.isNaN(quads[unit * 8] ?? Number.NaN) ? undefined : rectOfQuad(quads, unit * 8);
}
