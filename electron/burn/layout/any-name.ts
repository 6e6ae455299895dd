// What a line is without its burnt words: what decides about a line must be the same however long
// the names on it are.
import type { Segment } from "./model.ts";

/** Width of the letters that stay, in the line's own measure, and how many names are burnt among them. */
export function withoutNames({ glyphs }: Segment): {
  readonly letters: number;
  readonly names: number;
} {
  const letters = glyphs.filter((g) => g.mark < 0).reduce((sum, g) => sum + g.advance, 0);
  const names = new Set(glyphs.map((g) => g.mark).filter((mark) => mark >= 0)).size;
  return { letters, names };
}
