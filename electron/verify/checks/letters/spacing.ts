// How letters stand to one another on lines that were set anew, where no picture is compared: as near as
// in the original, on one height, with blanks that are alike on a line. A blank as wide as the burnt word,
// or a letter a hair higher, could tell of it; a word that went over to the next paragraph says otherwise.
import type { Findings } from "../../findings.ts";
import type { PageFrame } from "../../place.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { hasLetter } from "../../reading/letters.ts";
import type { Line } from "../../reading/lines.ts";
import { whereabouts } from "../where.ts";

export interface Spaced {
  readonly page: number;
  readonly frame: PageFrame;
  /** Letters of the original and of the export. */
  readonly letters: readonly Glyph[];
  readonly shown: readonly Glyph[];
  /** Lines of both as they were read. */
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  /** Candidate glyph → the original's glyph that it stands for. */
  readonly explained: ReadonlyMap<number, number>;
}

/** Font sizes of white that part two cells, and that part two words. */
const CELL = 0.9;
const WORD = 0.13;
/** Font sizes by which letters lie over one another that are drawn twice. */
const OVERLAID = 0.3;
/** Points by which the heights of two neighbours may differ otherwise than they did. */
const HEIGHT = 0.1;
/** Font sizes by which letters of a word may be nearer; kerning is left out. */
const WITHIN_WORD = 0.1;
/** Font sizes by which blanks of one line differ; and by more than which one was none of words. */
const ALIKE = 0.03;
const KERNED = 0.1;
/** Points within which ink ends where the letter's place does. */
const OVER = 0.01;
/** Font sizes of the blanks that lines are set with whose width nothing else gives. */
const USUAL = [0.26, 0.6];
const ABOUT = 0.06;
const SAME = 0.02;
/** So many blanks show what is usual on their line. */
const SEVERAL = 3;
/** Font sizes by which a stretched line ends where another does; a hyphen may hang over. */
const FLUSH = 0.3;
/** Font sizes: lines farther from one another, more than double spaced, are of two paragraphs. */
const PARAGRAPH = 2.7;

/** Where a letter of the original stands. */
interface Stood {
  readonly line: Line;
  /** Place in the reading order. */
  readonly at: number;
  /** Font sizes of the blanks beside it, in its own column; and of the widest. */
  readonly usual: number;
  readonly widest: number;
}

interface Blank {
  /** Font sizes: as it is, without what kerning made of it, and so where most blanks of its line were kerned. */
  readonly white: number;
  readonly wide: number;
  readonly widest: number;
  /** Font sizes by which kerning may have made it narrower than others, where nothing tells. */
  readonly less: number;
  /** Nothing was moved. */
  readonly still: boolean;
}

export function checkSpacing(input: Spaced, findings: Findings): void {
  const { page, frame, before, after } = input;
  const stood = new Map<number, Stood>();
  for (const line of before)
    for (const cell of cellsOf(line)) {
      const blanks = whites(cell);
      const [usual, widest] = [median(blanks), Math.max(0, ...blanks)];
      for (const { index } of cell) stood.set(index, { line, at: stood.size, usual, widest });
    }
  const cells = after.filter(({ angle }) => angle === 0).flatMap(cellsOf);
  const texts = before.filter(({ angle }) => angle === 0).flatMap(cellsOf);
  const set = cells.map((cell) => ({ cell, blanks: blanksOf(cell, input, stood) }));
  const widths = set.map(({ blanks }) => (blanks ? middle(blanks) : NaN));
  const usual = texts.map((text) => median(whites(text)));
  const wrong = set.find(({ cell, blanks }, i) => {
    if (!blanks) return true;
    const own = widths[i]!;
    const moved = blanks.filter(({ still }) => !still);
    if (moved.length < SEVERAL) return false;
    const even = median(moved.map(({ white }) => white));
    const apart = ({ white, wide, widest, less }: Blank): number => {
      const plain = white + Math.min(Math.max(even - white, 0), less);
      return Math.min(...[plain - even, wide - own, widest - own].map(Math.abs));
    };
    if (moved.some((one) => apart(one) > ALIKE)) return true;
    if (USUAL.some((one) => Math.abs(one - own) < ABOUT)) return false;
    const has = (width: number): boolean => Math.abs(width - own) < SAME;
    if (usual.some(has) || widths.some((width, k) => k !== i && has(width))) return false;
    const end = (text: readonly Glyph[]): number => text.at(-1)!.loose[2];
    const flush = FLUSH * cell[0]!.size;
    const others = [...texts, ...cells.filter((other) => other !== cell)];
    return !others.some((other) => Math.abs(end(other) - end(cell)) < flush);
  });
  if (!wrong) return;
  const at = whereabouts(wrong.cell[0]!.loose, frame.width, frame.height);
  findings.add(
    "page-unchanged",
    `Letters ${at} stand otherwise to one another than they did.`,
    page,
  );
}

/** The blanks of a cell; undefined where letters stand otherwise to one another than they may. */
function blanksOf(
  cell: readonly Glyph[],
  { letters, explained }: Spaced,
  stood: ReadonlyMap<number, Stood>,
): readonly Blank[] | undefined {
  const blanks: Blank[] = [];
  for (const [i, b] of cell.entries()) {
    const a = cell[i - 1];
    const [from, to] = [explained.get(a?.index ?? -1), explained.get(b.index)];
    if (!a || from === undefined || to === undefined || a.invisible) continue;
    const [one, other] = [letters[from]!, letters[to]!];
    const [first, second] = [stood.get(from), stood.get(to)];
    if (!first || !second || one.angle !== 0 || other.angle !== 0) continue;
    const follows = second.at === first.at + 1;
    const near = second.line === first.line;
    // Raised numbers, and letters of another cell or laid over one another, stand as they like.
    if (!follows || isOther(a, b) || isOther(one, other)) continue;
    if (!near && one.y - other.y > PARAGRAPH * other.size) return undefined;
    if (near && Math.abs(b.y - a.y - (other.y - one.y)) > HEIGHT) return undefined;
    // Behind a bullet the text begins.
    if (i === 1 && !hasLetter(a.text)) continue;
    const [white, was] = [whiteOf(a, b), whiteOf(one, other)];
    if (Math.min(white, was) < -OVERLAID || (near && was > CELL)) continue;
    const moved = Math.abs(b.x - a.x - (other.x - one.x)) / a.size;
    if (white < WORD) {
      if (near && was < WORD && Math.min(moved, Math.abs(white)) > WITHIN_WORD) return undefined;
      continue;
    }
    const kerned = near ? was - first.usual : 0;
    // What was another white than that of words, before a fraction or a cell, may be one still.
    if (Math.abs(kerned) > KERNED) continue;
    // Kerning widens no blank: one that was wider, as behind a sentence, does not show it.
    const less = kerned > ALIKE || overhangs(a) ? KERNED : 0;
    const widest = near ? white + first.widest - was : white;
    const still = near && moved < SAME / 2;
    blanks.push({ white, wide: white - kerned, widest, less, still });
  }
  return blanks;
}

/** A slanted letter that reaches over its end: so much of the white behind it is hidden. */
const overhangs = ({ box, loose }: Glyph): boolean => box[2] > loose[2] - OVER;

const isOther = (a: Glyph, b: Glyph): boolean => Math.abs(a.size - b.size) > 0.05 * a.size;

/** What stands near one another on a line. */
export function cellsOf({ glyphs, size }: Line): Glyph[][] {
  const cells: Glyph[][] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    if (last && glyph.loose[0] - last.loose[2] <= CELL * size) cells.at(-1)!.push(glyph);
    else cells.push([glyph]);
    last = glyph;
  }
  return cells;
}

const whiteOf = (a: Glyph, b: Glyph): number => (b.loose[0] - a.loose[2]) / a.size;

function whites(glyphs: readonly Glyph[]): number[] {
  const all = glyphs.slice(1).map((glyph, i) => whiteOf(glyphs[i]!, glyph));
  return all.filter((white) => white > WORD && white < CELL);
}

function middle(blanks: readonly Blank[]): number {
  const moved = blanks.filter(({ still }) => !still);
  return median(moved.map(({ wide }) => wide));
}

/** 0 of none. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
