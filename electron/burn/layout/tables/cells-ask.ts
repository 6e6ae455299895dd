// How long the texts in the columns of a table are, and whether its columns may be as wide as those ask
// for: a browser's table of which this page shows a part only, or of which somebody chose the widths,
// has columns that no name could have made so wide.
import { widthsOf } from "./column-widths.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";

/** In em. */
const SPACE = 0.25;
/** Share and points by which a column may be wider than it is reckoned. */
const MORE = 1.15;
const SLACK = 4;
/** A browser's pixel, on which it puts every wall. */
const PIXEL = 0.75;

/** As one line. */
export function wholeLength({ lines }: Paragraph): number {
  return lines.reduce((sum, s) => sum + s.right - s.left + SPACE * s.size, -SPACE * lines[0]!.size);
}

export function longestWord({ lines }: Paragraph): number {
  let most = 0;
  for (const { glyphs } of lines) {
    let [from, end] = [Infinity, -Infinity];
    for (const g of [...glyphs].sort((x, y) => x.u - y.u)) {
      if (g.blank || g.u - end > 0.13 * g.size) from = Infinity;
      if (g.blank) continue;
      from = Math.min(from, g.u);
      end = g.u + g.advance;
      most = Math.max(most, end - from);
    }
  }
  return most;
}

export function areOnPixels(edges: readonly number[]): boolean {
  return edges.every((edge) => {
    const pixels = (edge - edges[0]!) / PIXEL;
    return Math.abs(pixels - Math.round(pixels)) * PIXEL < 0.01;
  });
}

/**
 * Is a column without a burnt word wider than its cells could ever ask for, where those with one asked
 * for nothing? It was not made for what stands in it on this page.
 * @param edges left edges of the walls
 */
export function isOutgrown(edges: readonly number[], cells: readonly Paragraph[]): boolean {
  const columns = edges.slice(1).map((right, i) => {
    const left = edges[i]!;
    const own = cells.filter(({ lines: [s] }) => s!.left >= left && s!.left < right);
    const staying = own.filter(({ lines }) => !lines.some((line) => line.touched));
    const pad = own.length === 0 ? 0 : 2 * (Math.min(...own.map((c) => c.lines[0]!.left)) - left);
    const most = pad + Math.max(0, ...staying.map(wholeLength));
    const least = pad + Math.max(0, ...staying.map(longestWord));
    const told = own.length > 0 && staying.length === own.length;
    return { given: right - left, most, least, told };
  });
  const widths = widthsOf(columns, edges[edges.length - 1]! - edges[0]!, true);
  return columns.some(
    ({ given, told }, i) => told && given > MORE * (widths?.[i] ?? given) + SLACK,
  );
}
