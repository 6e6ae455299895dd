// How a label stands in its box on a page of text, to the last digit: white, as high as the text that was
// burnt, on the line of that text. All of it follows from the label and the line. A box a point higher, or a
// label in a shade of its own, is none that a label asks for, and could tell something; one in black on black
// tells nobody whose place it is.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Findings } from "../../findings.ts";
import { boxAround } from "../../reading/glyph.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { hasLetter } from "../../reading/letters.ts";
import type { Looks } from "../looks.ts";
import { whereabouts } from "../where.ts";
import type { Gaps } from "./gaps-alike.ts";
import { boxOf, isOverArea, labelBoxes, runsOf } from "./label-runs.ts";

const WHITE = 0xffffff;
/** Font sizes of the burnt text: from its line to the foot and to the head of a box, and a label's size. */
const FOOT = 0.23;
const HEIGHT = 1.02;
const SIZE = 0.8;
/** The same from the foot of a box to the line of its label; one set smaller stands higher. */
const LINE = 0.25;
const SMALLER = 0.8 / 3;
/** Font sizes of a label alone in the middle of a box over an area: by how much more it rises than it sinks. */
const RISE = 0.54;
/** Points by which places and sizes come out otherwise, and lines that were told anew. */
const EXACT = 0.03;
const ANEW = 0.06;
/** Em: how high letters that are drawings are taken to be, which say the height of their font's box. */
const DRAWN = 1.2;

/** @param before the original's letters */
export function checkLabelBoxes(
  looks: Looks,
  before: readonly Glyph[],
  gaps: Gaps,
  findings: Findings,
): void {
  const { labels, frame, page, sealed, marks } = looks;
  if (sealed || labels.size === 0) return;
  const boxes = labelBoxes(gaps.objects);
  const { coverage, explained } = gaps;
  const sizes = new Set(before.map(({ size }) => size));
  const near = (a: number, b: number): boolean => Math.abs(a - b) < EXACT;
  const isWhole = (n: number): boolean => near(n, Math.round(n));
  const isSize = (size: number): boolean =>
    isWhole(size) || [...sizes].some((s) => [s, s / DRAWN].some((one) => near(one, size)));
  const tells = (run: readonly Glyph[], box: Rect, line: readonly Glyph[]): string | undefined => {
    const text = (box[3] - box[1]) / HEIGHT;
    const own = run[0]!;
    const smaller = 1 - own.size / (SIZE * text);
    if (Math.abs(own.y - box[1] - (LINE + smaller * SMALLER) * text) > EXACT) {
      const isMiddle = Math.abs(2 * own.y - box[1] - box[3] + RISE * own.size) < EXACT;
      if (isMiddle && isWhole(box[1]) && isWhole(box[3])) return undefined;
      return "does not stand in its box as labels do";
    }
    if (!isSize(text)) return "has a box that is higher or lower than the text was";
    const at = box[1] + FOOT * text;
    const isLine = (y: number): boolean => Math.abs(y - at) < ANEW;
    const beside = line.filter(({ index }) => explained.has(index));
    if (beside.length === 0 || beside.some(({ y }) => isLine(y))) return undefined;
    // Cells of one row stand on lines of their own: as far from one another as they did.
    const moves = beside.map(({ index, y }) => y - before[explained.get(index)!]!.y);
    const stood = before.filter(({ index }) => coverage.state[index] === 2);
    return stood.some(({ y }) => moves.some((by) => isLine(y + by)))
      ? undefined
      : "does not stand on its line";
  };
  for (const { glyphs, angle } of gaps.lines) {
    if (angle !== 0) continue;
    for (const run of runsOf(glyphs, labels, boxes)) {
      const around = boxAround(run);
      const box = boxOf(around, boxes);
      const told = run.some(({ text, colour = WHITE }) => hasLetter(text) && colour !== WHITE)
        ? "is not white"
        : box && !isOverArea(box, marks, coverage)
          ? tells(run, box, glyphs)
          : undefined;
      if (!told) continue;
      findings.add(
        "labels-placed",
        `A label ${whereabouts(around, frame.width, frame.height)} ${told}.`,
        page,
      );
      return;
    }
  }
}
