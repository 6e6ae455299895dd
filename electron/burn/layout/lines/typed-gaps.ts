// Gaps that somebody typed as so many blanks, to bring what stands behind to its place.
import type { SeenGlyph } from "../model.ts";

/** In em: no blanks between words or sentences are so wide together. */
const WIDE = 1.2;
/** So many blanks at the least: makers of justified lines stretch one. */
const LEAST = 4;

/**
 * Does a letter stand where blanks behind these glyphs brought it? Behind burnt words it is no place of its
 * own: where it stands there tells how long they were.
 */
export function isBroughtBy(run: readonly SeenGlyph[], next: SeenGlyph): boolean {
  if (next.blank || !run.at(-LEAST)?.blank) return false;
  const last = run.findLastIndex((g) => !g.blank);
  if (last < 0 || run.length - 1 - last < LEAST) return false;
  if (next.u - run[last + 1]!.u < WIDE * next.size) return false;
  return run.every((g) => g.mark < 0);
}
