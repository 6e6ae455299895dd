// Whether a line goes on with the text of the one before, by how it begins.
import type { Segment } from "../model.ts";

/** Lines in running text seldom begin with a name, so many under one another never. */
const PEOPLE = 3;

/** A line that begins with a small letter goes on with the one before; "b. 1955" is a line of its own. */
export function continuesText(b: Segment): boolean {
  const [first, second] = b.glyphs.filter((g) => !g.blank);
  if (first === undefined || first.mark >= 0) return false;
  const isShortened = second?.mark === -1 && second.item.shape.unicode === ".";
  return !isShortened && /^\p{Ll}/u.test(first.item.shape.unicode);
}

/** Nothing burnt says how long the line's first word is. */
export function startsKnown(b: Segment): boolean {
  return (b.glyphs.find((g) => !g.blank)?.mark ?? -1) < 0;
}

/** A list of people: every line begins with a burnt word, but for those that go on in small letters or in a name. */
export function listsPeople([, ...all]: readonly Segment[]): boolean {
  const lines = all.filter((s) => !s.rest);
  const named = lines.filter((s) => !startsKnown(s));
  return named.length >= PEOPLE && lines.every((s) => !startsKnown(s) || continuesText(s));
}
