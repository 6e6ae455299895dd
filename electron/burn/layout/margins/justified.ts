// Where the lines of one text end that were set to both margins.
import type { Segment } from "../model.ts";
import { LENGTHS, lengthOf } from "./shared-ends.ts";
import { endsOf, isSqueezed, isStretched, isWide } from "./stretched.ts";

const SAME = 0.8;
/** Points between a shared line end and the mirrored left margin that are rounding. */
export const MIRRORED = 1.5;
/** Points by which the ends of justified lines differ. */
const JUSTIFIED = 0.3;
/** Ends that differ by less (points) are told to the twentieth of a point, as those of a page are. */
const EXACT = 0.03;
const TWENTIETH = 20;
const HALF = 2;
/** Points by which ends differ whose letters were rounded one by one, and blanks that are wider there. */
const ROUNDED = 2.2;
const WIDE = 0.07;
/** Points by which makers miss the margin of justified lines when they put it on a pixel. */
const AT_EDGE = 0.6;

/**
 * Lines that all end at one place, whatever their lengths, were set to it: burnt ones as well.
 *
 * @param segments of the page
 * @param indent from the body's left edge to the text's
 * @param mirrored where the body's left edge would be on the right
 */
export function justifiedEnd(
  lines: readonly Segment[],
  segments: readonly Segment[],
  indent: number,
  mirrored: number,
): { readonly at: number; readonly sharp: boolean } | undefined {
  const inner = lines.slice(0, -1);
  if (inner.length === 0) return undefined;
  const ends = inner.map((s) => s.right);
  const at = Math.max(...ends);
  const spread = at - Math.min(...ends);
  const edges = [mirrored, mirrored - Math.max(0, indent)];
  const rough = edges.find((e) => inner.every((s) => Math.abs(s.right - e) < ROUNDED));
  const last = lines[lines.length - 1]!.right;
  const stretched = (by?: number) => inner.some((s) => isStretched(s, segments, by));
  // Lines that were all squeezed may have been set either way: others of their column tell.
  const squeezed = (edge: number) =>
    inner.every((s) => isSqueezed(s, segments)) && endsAt(lines, segments, edge) !== "ragged";
  if (rough !== undefined && last < rough + AT_EDGE && stretched(WIDE))
    return { at: rough, sharp: true };
  if (last > at + JUSTIFIED || spread > JUSTIFIED) return undefined;
  // Few lines meet by chance now and then, and letters of one width often do: not at a margin.
  const edge = edges.find((e) => Math.abs(at - e) < AT_EDGE);
  if (edge !== undefined)
    return stretched() || squeezed(edge) ? { at: edge, sharp: true } : undefined;
  const monospace = inner.some((s) => s.glyphs.some((g) => g.mark < 0 && g.item.face.monospace));
  const shown = inner.every(isWide) && !isWide(lines[lines.length - 1]!);
  const few = new Set(inner.map(lengthOf)).size < LENGTHS;
  if (monospace || (few && !shown)) return undefined;
  const near = Math.abs(at - mirrored) < MIRRORED;
  const grid = spread < EXACT ? TWENTIETH : HALF;
  return { at: near ? mirrored : Math.round(at * grid) / grid, sharp: true };
}

function endsAt(
  [first]: readonly Segment[],
  segments: readonly Segment[],
  edge: number,
): "even" | "ragged" | undefined {
  const { left, size } = first!;
  const alike = segments.filter(
    (s) => Math.abs(s.left - left) < SAME && Math.abs(s.size - size) < 0.05 * size,
  );
  return endsOf(alike, edge);
}
