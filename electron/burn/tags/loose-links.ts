// Links that lie on no words: over a picture, over nothing. They stay where they are, unless what
// is there was set anew: where words stood tells how long the burnt word was (B1).
import type { Rect } from "../../../shared/geometry/rect.ts";
import { transformRect } from "../../pdfium/display.ts";
import type { Matrix } from "../../pdfium/display.ts";
import type { PageLink as SourceLink } from "../../pdfium/navigation.ts";
import type { PageLink, StructureNode } from "./model.ts";

/** What a link says that lies on no words. */
export function sayingOf(page: number): string {
  return `Go to page ${page}`;
}

/** Share of a link's height that the area of another line may cover. */
const BRUSHED = 0.4;

export interface Around {
  readonly width: number;
  readonly height: number;
  readonly toPage: Matrix;
  /** Displayed areas that were set anew, and the marks. */
  readonly touched: readonly Rect[];
  /** How far to the right and up something moved that stood there. */
  readonly moveOf?: (rect: Rect) => readonly [number, number];
}

export function looseLinks(links: readonly SourceLink[], around: Around): readonly PageLink[] {
  return links.flatMap(({ rects, page, top }): PageLink[] => {
    if (page === undefined) return [];
    const shown = rects
      .map((rect) => transformRect(around.toPage, rect))
      .filter((r) => r[0] < around.width && r[2] > 0 && r[1] < around.height && r[3] > 0);
    if (shown.length === 0 || !shown.every((rect) => staysPut(rect, around.touched))) return [];
    const lifted = shown.map((rect): Rect => {
      const [dx, dy] = around.moveOf?.(rect) ?? [0, 0];
      return [rect[0] + dx, rect[1] + dy, rect[2] + dx, rect[3] + dy];
    });
    const target = { page, ...(top === undefined ? {} : { top }) };
    return [{ rects: lifted, target, text: sayingOf(page) }];
  });
}

/** Lines next to a link may brush it. */
function staysPut(rect: Rect, touched: readonly Rect[]): boolean {
  return !touched.some((area) => {
    const across = Math.min(area[2], rect[2]) - Math.max(area[0], rect[0]);
    const up = Math.min(area[3], rect[3]) - Math.max(area[1], rect[1]);
    return across > 0 && up > BRUSHED * (rect[3] - rect[1]);
  });
}

/** Tags of links that hold no words, after all that the page says. */
export function linkNodes(links: readonly PageLink[], from: number): readonly StructureNode[] {
  return links.map((_, i) => ({ role: "Link", kids: [], link: from + i }));
}
