// Whether a line goes on with the text of the one before, by how it begins.
import type { Segment } from "./model.ts";

/** A line that begins with a small letter goes on with the one before; "b. 1955" is a line of its own. */
export function continuesText(b: Segment): boolean {
  const [first, second] = b.glyphs.filter((g) => !g.blank);
  if (first === undefined || first.mark >= 0) return false;
  const isShortened = second?.mark === -1 && second.item.shape.unicode === ".";
  return !isShortened && /^\p{Ll}/u.test(first.item.shape.unicode);
}
