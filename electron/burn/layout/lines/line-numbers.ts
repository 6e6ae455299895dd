// Numbers of lines beside a text, as transcripts have them: they count the lines that its words took,
// so that which line has which number shows how long burnt words were, however the text is set anew.
import { linesAcross } from "./across.ts";
import type { Segment } from "../model.ts";

/** Numbers that follow each other: where only some lines have one, and where each has. */
const FEWEST = 3;
/** By so many, and multiples of that, two are enough. */
const USUAL = 5;
const FEWEST_BY_ONE = 8;
const DIGITS = /^\d{1,5}$/u;
/** Lines of a text are mostly this wide, as shares of the widest; those of a list are not. */
const WIDE = 0.6;

/** Points by which starts of lines differ that are one. */
const SAME = 1;

type Row = readonly Segment[];

interface Numbered {
  readonly at: number;
  readonly value: number;
  readonly wide: boolean;
}

/** Are the lines of the page counted, though only every fifth may say its number? */
export function numbersLines(segments: readonly Segment[]): boolean {
  const rows = linesAcross(segments);
  const widest = Math.max(0, ...segments.map((s) => s.right - s.left));
  const leftmost = (row: Row): Segment => row.reduce((a, b) => (b.left < a.left ? b : a));
  const rightmost = (row: Row): Segment => row.reduce((a, b) => (b.right > a.right ? b : a));
  const apart = [leftmost, rightmost].some((outer) => {
    const numbers = rows.flatMap((row, at): Numbered[] => {
      const number = outer(row);
      const value = row.length > 1 ? numberIn(number) : undefined;
      if (value === undefined) return [];
      const text = row.find((s) => s !== number)!;
      const wide = row.length === 2 && text.right - text.left > WIDE * widest;
      return [{ at, value, wide }];
    });
    return isCount(numbers);
  });
  if (apart) return true;
  const start = commonStart(segments);
  return isCount(
    rows.flatMap((row, at): Numbered[] => {
      const s = leftmost(row);
      const value = numberBefore(s, start);
      return value === undefined
        ? []
        : [{ at, value, wide: row.length === 1 && s.right - start > WIDE * widest }];
    }),
  );
}

/** Where most lines begin. */
function commonStart(segments: readonly Segment[]): number {
  const like = (left: number) => segments.filter((s) => Math.abs(s.left - left) < SAME).length;
  const lefts = [...new Set(segments.map(({ left }) => left))];
  return lefts.reduce((a, b) => (like(b) > like(a) ? b : a), lefts[0] ?? 0);
}

/** The number with which a line begins whose words begin where other lines do: no wide gap parts the two. */
function numberBefore({ glyphs, left }: Segment, start: number): number | undefined {
  if (left > start - SAME) return undefined;
  const letters = glyphs.filter((g) => !g.blank).toSorted((a, b) => a.u - b.u);
  const first = letters.findIndex(({ u }) => u > start - SAME);
  if (first < 1 || letters[first]!.u > start + SAME) return undefined;
  const text = letters.slice(0, first).map(({ item }) => item.shape.unicode);
  return DIGITS.test(text.join("")) ? Number(text.join("")) : undefined;
}

function numberIn({ glyphs }: Segment): number | undefined {
  const text = glyphs.map(({ item, blank }) => (blank ? "" : item.shape.unicode)).join("");
  return DIGITS.test(text) ? Number(text) : undefined;
}

function isCount(numbers: readonly Numbered[]): boolean {
  let [some, each, wide] = [1, 1, 0];
  for (let i = 1; i < numbers.length; i++) {
    const [a, b] = [numbers[i - 1]!, numbers[i]!];
    const [step, lines] = [b.value - a.value, b.at - a.at];
    // A heading may count or not.
    some = step > 1 && lines >= step && lines <= step + 1 ? some + 1 : 1;
    if (step === 1 && lines === 1) each++;
    else [each, wide] = [1, 0];
    if (some === 2 && step % USUAL === 0 && a.value % step === 0) return true;
    if (b.wide) wide++;
    if (some >= FEWEST || (each >= FEWEST_BY_ONE && 2 * wide >= each)) return true;
  }
  return false;
}
