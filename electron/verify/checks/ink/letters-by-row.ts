// Letters of a page by their height on it: a mark has to do with a line or two of them, and a page has
// thousands.
import type { Glyph } from "../../reading/glyph.ts";

/** Points. */
const ROW = 8;
/** A letter over more rows than this is looked at for every place. */
const MOST_ROWS = 32;

export class LettersByRow {
  private readonly glyphs: readonly Glyph[];
  private readonly rows = new Map<number, number[]>();
  /** What is too high, or nowhere. */
  private readonly always: number[] = [];

  constructor(glyphs: readonly Glyph[]) {
    this.glyphs = glyphs;
    for (let i = 0; i < glyphs.length; i++) {
      const { loose } = glyphs[i]!;
      const first = Math.floor(loose[1] / ROW);
      const last = Math.floor(loose[3] / ROW);
      if (last - first >= 0 && last - first <= MOST_ROWS)
        for (let row = first; row <= last; row++) this.add(row, i);
      else this.always.push(i);
    }
  }

  private add(row: number, letter: number): void {
    const list = this.rows.get(row);
    if (list) list.push(letter);
    else this.rows.set(row, [letter]);
  }

  /** In their own order all letters whose boxes reach between two heights (points), and some others. */
  between(low: number, high: number): readonly Glyph[] {
    const first = Math.floor(low / ROW);
    const last = Math.floor(high / ROW);
    if (!(last - first < this.rows.size)) return this.glyphs;
    const found = new Set(this.always);
    for (let row = first; row <= last; row++)
      for (const letter of this.rows.get(row) ?? []) found.add(letter);
    return [...found].sort((a, b) => a - b).map((letter) => this.glyphs[letter]!);
  }
}

const known = new WeakMap<readonly Glyph[], LettersByRow>();

/** @param glyphs stay as they are */
export function byRow(glyphs: readonly Glyph[]): LettersByRow {
  let rows = known.get(glyphs);
  if (!rows) known.set(glyphs, (rows = new LettersByRow(glyphs)));
  return rows;
}
