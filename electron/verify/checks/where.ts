// Tells a reader where on a page something is, in plain words and never by quoting the page.
import type { Rect } from "../../../shared/geometry/rect.ts";

export function whereabouts(rect: Rect, width: number, height: number): string {
  const x = (rect[0] + rect[2]) / 2 / width;
  const y = (rect[1] + rect[3]) / 2 / height;
  const row = y > 0.66 ? "top" : y < 0.33 ? "bottom" : "middle";
  const column = x < 0.33 ? "left" : x > 0.66 ? "right" : "";
  return column ? `near the ${row} ${column}` : `near the ${row}`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  if (count === 1) return `1 ${one}`;
  // By hand: the machine's tables of languages take longer to load than a page to read.
  return `${String(count).replace(/\B(?=(?:\d{3})+$)/g, ",")} ${many}`;
}
