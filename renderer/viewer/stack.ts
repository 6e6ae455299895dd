// Where every page of the column begins at a zoom. Pure; the page view scrolls by these numbers.
import type { PageGeometry } from "../../shared/model/page.ts";
import type { Shown } from "./seen.ts";
import { viewSize } from "./page-space.ts";

/** Between pages, and around the column, in CSS pixels. */
export const GAP = 24;
export const PAD = 28;

export interface Stack {
  /** Of each page. */
  readonly zooms: readonly number[];
  readonly tops: readonly number[];
  readonly heights: readonly number[];
  readonly widths: readonly number[];
  /** Width of the widest page. */
  readonly width: number;
  readonly height: number;
}

/** @param room CSS pixels that no page may be wider than, with what is around the column; none: any */
export function stackOf(
  pages: readonly PageGeometry[],
  zoom: number,
  room: number = Infinity,
): Stack {
  const zooms: number[] = [];
  const tops: number[] = [];
  const heights: number[] = [];
  const widths: number[] = [];
  let top = PAD;
  for (const page of pages) {
    const own = Math.min(zoom, zoomInto(viewSize(page, 1).width, room));
    const size = viewSize(page, own);
    zooms.push(own);
    tops.push(top);
    heights.push(size.height);
    widths.push(size.width);
    top += size.height + GAP;
  }
  const width = widths.reduce((most, w) => Math.max(most, w), 0);
  return { zooms, tops, heights, widths, width, height: top + PAD };
}

/** The page at a height of the column, and how far into it, at zoom 1. */
export function placeAt(stack: Stack, y: number): { page: number; offset: number } {
  let low = 0;
  let high = stack.tops.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (stack.tops[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return { page: low + 1, offset: (y - (stack.tops[low] ?? 0)) / (stack.zooms[low] ?? 1) };
}

/** The page of which most is in sight: what a reader would call the page they are on. */
export function pageInSight(stack: Stack, visible: readonly Shown[]): number {
  const seen = ({ page, from, to }: Shown): number => (to - from) * stack.heights[page - 1]!;
  return (
    visible.reduce((most, shown) => (!most || seen(shown) > seen(most) ? shown : most), visible[0])
      ?.page ?? 1
  );
}

/** The zoom at which the commonest width fills the room, within what is comfortable to read. */
export function fitZoom(pages: readonly PageGeometry[], room: number): number {
  const counted = new Map<number, number>();
  for (const page of pages) {
    const { width } = viewSize(page, 1);
    counted.set(width, (counted.get(width) ?? 0) + 1);
  }
  const common = [...counted].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 794;
  return Math.max(0.3, Math.min(1.35, zoomInto(common, room)));
}

/** Rounded down: a page a pixel wider than its room would have to be moved sideways. */
const zoomInto = (width: number, room: number): number =>
  Math.max(0.1, Math.floor(((room - 2 * PAD) / width) * 100) / 100);

/** Which pages, and which part of their height, lie between two heights of the column. */
export function visibleIn(stack: Stack, from: number, to: number): readonly Shown[] {
  const shown: Shown[] = [];
  for (let i = placeAt(stack, from).page - 1; i < stack.tops.length; i++) {
    const top = stack.tops[i]!;
    const height = stack.heights[i]!;
    if (top >= to) break;
    const a = Math.max(0, (from - top) / height);
    const b = Math.min(1, (to - top) / height);
    if (b > a) shown.push({ page: i + 1, from: a, to: b });
  }
  return shown;
}
