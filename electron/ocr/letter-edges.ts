// Where the letters of a word stand in its picture. The reading engine is sure of words and tells the
// places of their letters only roughly, now and then by a whole letter: a mark over a name before a
// comma would leave its last letter. So edges are laid anew, where they cut no ink and every letter
// is about as wide as such letters are.
import type { Box } from "./engine.ts";
import type { GreyImage } from "./grey-image.ts";

/** Widths of characters in ems, about alike in all faces that reports are set in. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[.,:;'’‘]/u, 0.2],
  [/[iljI!|]/u, 0.28],
  [/[ftr()[\]{}\-“”"/]/u, 0.37],
  [/[mwMW—…@%]/u, 0.8],
  [/\p{Lu}/u, 0.66],
];
const USUAL = 0.5;
/** Cutting through ink costs as much as a letter of twice its width. */
const CUT = 1;
/** Rows of ink from which on a cut costs all of that. */
const ROWS = 6;
/** A letter is at most so many times as wide as expected. */
const WIDEST = 2.2;

/**
 * Left edge of every unit and right edge of the last one, in pixels of the image.
 * @param units the word's characters, at least one
 */
export function letterEdges(
  units: readonly string[],
  { x0, y0, x1, y1 }: Box,
  image: GreyImage,
): readonly number[] {
  const left = Math.max(0, Math.floor(x0));
  const columns = Math.max(units.length, Math.min(image.width, Math.ceil(x1)) - left);
  const { ink, joined } = columnsOf(image, left, columns, y0, y1);
  const ems = units.map(widthOf);
  const em = columns / ems.reduce((sum, width) => sum + width, 0);
  // The cheapest way to end the units so far at each column, and where the last of them began.
  let costs = Float64Array.from({ length: columns + 1 }, (_, at) => (at === 0 ? 0 : Infinity));
  const begins = ems.map((width, i) => {
    const next = new Float64Array(columns + 1).fill(Infinity);
    const from = new Int32Array(columns + 1);
    const expected = width * em;
    for (let at = i + 1; at <= columns; at++) {
      const cut = at === columns ? 0 : CUT * Math.min(1, joined[at]! / ROWS);
      const nearest = Math.max(i, Math.ceil(at - WIDEST * expected));
      for (let start = nearest; start < at; start++) {
        const cost = costs[start]! + ((at - start) / expected - 1) ** 2 + cut;
        if (cost < next[at]!) {
          next[at] = cost;
          from[at] = start;
        }
      }
    }
    costs = next;
    return from;
  });
  const edges = [columns];
  for (let i = units.length - 1; i >= 0; i--) edges.unshift(begins[i]![edges[0]!]!);
  // Of a gap beside a sign two thirds are the letter's: marks stand a little inside of their edges.
  for (let i = 1; i < units.length; i++) {
    const [before, after] = [isLetter(units[i - 1]!), isLetter(units[i]!)];
    let [from, to] = [edges[i]!, edges[i]!];
    while (from > edges[i - 1]! + 1 && !ink[from - 1]) from--;
    while (to < edges[i + 1]! - 1 && !ink[to]) to++;
    if (before !== after) edges[i] = Math.round(from + ((to - from) * (before ? 2 : 1)) / 3);
  }
  return edges.map((at) => left + at);
}

const isLetter = (unit: string): boolean => /[\p{L}\p{N}]/u.test(unit);

const widthOf = (unit: string): number => WIDTHS.find(([kind]) => kind.test(unit))?.[1] ?? USUAL;

interface Columns {
  /** Rows of ink in each column. */
  readonly ink: Uint16Array;
  /** Rows of ink that a cut before each column would go through. */
  readonly joined: Uint16Array;
}

function columnsOf(
  { grey, width, height }: GreyImage,
  left: number,
  count: number,
  y0: number,
  y1: number,
): Columns {
  const [top, bottom] = [Math.max(0, Math.floor(y0)), Math.min(height, Math.ceil(y1))];
  let [dark, pale] = [255, 0];
  for (let y = top; y < bottom; y++)
    for (let x = left; x < left + count; x++) {
      dark = Math.min(dark, grey[y * width + x]!);
      pale = Math.max(pale, grey[y * width + x]!);
    }
  const shade = (dark + pale) / 2;
  const [ink, joined] = [new Uint16Array(count), new Uint16Array(count)];
  for (let y = top; y < bottom; y++)
    for (let i = 0, before = false; i < count; i++) {
      const inked = grey[y * width + left + i]! < shade;
      if (inked) ink[i]!++;
      if (inked && before) joined[i]!++;
      before = inked;
    }
  return { ink, joined };
}
