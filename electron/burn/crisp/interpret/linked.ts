// Tells every letter of a page in which link it stands, so that a link goes where its words go.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { transformRect } from "../../../pdfium/display.ts";
import type { PageSource } from "../page-source.ts";
import type { DisplayList, GlyphItem } from "./display-list.ts";

export interface Linked {
  readonly list: DisplayList;
  /** Links on which no letter stands. */
  readonly loose: PageSource["links"];
}

/** Height over the baseline, in em, at which a letter is looked for. */
const MIDDLE = 0.3;

export function linked(list: DisplayList, links: PageSource["links"]): Linked {
  if (links.length === 0) return { list, loose: [] };
  const areas = links.map(({ rects }) => rects.map((rect) => transformRect(list.toPage, rect)));
  const met = new Set<number>();
  const items = list.items.map((item) => {
    if (item.kind !== "glyph") return item;
    const link = linkAt(item, areas);
    if (link < 0) return item;
    met.add(link);
    return { ...item, link };
  });
  return { list: { ...list, items }, loose: links.filter((_, i) => !met.has(i)) };
}

/** The uppermost link over the middle of a letter. */
function linkAt({ shape, matrix }: GlyphItem, areas: readonly (readonly Rect[])[]): number {
  const [a, b, c, d, e, f] = matrix;
  const x = e + (a * shape.advance) / 2 + c * MIDDLE;
  const y = f + (b * shape.advance) / 2 + d * MIDDLE;
  return areas.findLastIndex((rects) =>
    rects.some((r) => x >= r[0] && x <= r[2] && y >= r[1] && y <= r[3]),
  );
}
