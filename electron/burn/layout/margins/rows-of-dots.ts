// Rows of dots that lead from a text to its number: as words of a line, and as texts of their own.
import type { Piece, Segment, Word } from "../model.ts";

/** Dots in a row that make a leader. */
export const ROW = 5;

const DOT = /^[.\u2026\u00b7_]$/u;

/** Rows of dots are left out: their number fills what the burnt word left of the line. */
export function withoutRows(words: readonly Word[]): readonly Word[] {
  const out: Word[] = [];
  const first = words.findIndex(({ atoms }) => atoms.some(({ kind }) => kind === "gap"));
  for (let i = 0; i < words.length; i++) {
    // What stands before every burnt word tells nothing.
    if (i < first) {
      out.push(words[i]!);
      continue;
    }
    // ". . . ." is a row of words; "....." is one word, with or without letters before it.
    let to = i;
    while (to < words.length && isOneDot(words[to]!)) to++;
    if (to - i >= ROW) {
      i = to - 1;
      continue;
    }
    const atoms = withoutRow(words[i]!.atoms);
    if (atoms.length > 0) out.push({ atoms });
  }
  return out.length > 0 ? out : words;
}

function isOneDot({ atoms }: Word): boolean {
  return atoms.length === 1 && isDot(atoms[0]!);
}

function withoutRow(atoms: Word["atoms"]): Word["atoms"] {
  const out: Word["atoms"][number][] = [];
  for (let i = 0; i < atoms.length; i++) {
    let to = i;
    while (to < atoms.length && isDot(atoms[to]!)) to++;
    if (to - i >= ROW) i = to - 1;
    else out.push(atoms[i]!);
  }
  return out;
}

function isDot(atom: Word["atoms"][number]): atom is Piece {
  return atom.kind === "glyph" && DOT.test(atom.item.shape.unicode);
}

/** A row of dots that stands by itself between a text and its number. */
export function isRowOfDots(s: Segment): boolean {
  if (s.dots) return true;
  const letters = s.glyphs.filter((g) => !g.blank);
  return (
    letters.length >= ROW && letters.every((g) => g.mark < 0 && DOT.test(g.item.shape.unicode))
  );
}

/** Such rows on the lines of burnt words. */
export function rowsBeside(segments: readonly Segment[]): ReadonlySet<Segment> {
  const touched = segments.filter((s) => s.touched);
  const beside = (row: Segment) =>
    touched.some(
      (s) => s.frame === row.frame && s.left < row.left && Math.abs(s.v - row.v) < 0.3 * s.size,
    );
  return new Set(segments.filter((s) => isRowOfDots(s) && beside(s)));
}
