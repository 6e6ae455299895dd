// What a line is without its burnt words: what decides about a line must be the same however long
// the names on it are.
import type { Segment } from "../model.ts";

/** How far (em) a long name reaches. */
export const LONG_NAME = 15;

/** Width of the letters that stay, in the line's own measure, and how many names are burnt among them. */
export function withoutNames(line: Segment): WithoutNames {
  let found = known.get(line);
  if (!found) known.set(line, (found = read(line)));
  return found;
}

/** Where a line ends at the latest, whatever names are burnt on it. */
export function longestEnd(line: Segment): number {
  const { letters, names } = withoutNames(line);
  return names === 0 ? line.right : line.left + letters + names * LONG_NAME * line.size;
}

interface WithoutNames {
  readonly letters: number;
  readonly names: number;
}

/** Of lines, which stay as they are: every paragraph of a page asks for those of the others. */
const known = new WeakMap<Segment, WithoutNames>();

function read({ glyphs }: Segment): WithoutNames {
  let letters = 0;
  const names = new Set<number>();
  for (const { mark, advance } of glyphs) {
    if (mark < 0) letters += advance;
    else names.add(mark);
  }
  return { letters, names: names.size };
}
