// What lies under a mark that has to be burnt as pixels: how its writing is turned, told by the
// glyphs that the source has there, seen or not, and whether it is a picture within the page.
import type { PageGeometry } from "../../../shared/model/page.ts";
import type { PageMark } from "../page-output.ts";
import { meets } from "../../../shared/geometry/rect.ts";
import type { PageObject } from "../../pdfium/page-objects.ts";
import type { Glyph } from "./glyphs.ts";
import type { Quarter } from "./turn.ts";

export function quarterOf(
  mark: PageMark,
  glyphs: readonly Glyph[],
  geometry: PageGeometry,
): Quarter {
  const [x0, y0, x1, y1] = mark.rect;
  const votes = [0, 0, 0, 0];
  for (const { x, y, angle } of glyphs) {
    if (x < x0 - 2 || x > x1 + 2 || y < y0 - 2 || y > y1 + 2) continue;
    const turns = Math.round((angle - (geometry.rotation * Math.PI) / 180) / (Math.PI / 2));
    votes[((turns % 4) + 4) % 4]!++;
  }
  const most = Math.max(...votes);
  return most === 0 ? 0 : (votes.indexOf(most) as Quarter);
}

/** "text": words that are covered where they stand, because their line cannot be trusted. */
export type Ground = "picture" | "scan" | "drawn" | "text";

/** What the mark lies on; a picture within the page must not be torn, a scan's words may move. */
export function groundUnder(
  mark: PageMark,
  glyphs: readonly Glyph[],
  objects: readonly PageObject[],
  geometry: PageGeometry,
): Ground {
  const [x0, y0, x1, y1] = mark.rect;
  const images = objects.filter((o) => o.kind === "image" && meets(o.bounds, mark.rect));
  if (images.length === 0) return "drawn";
  if (glyphs.some((g) => g.x >= x0 - 1 && g.x <= x1 && g.y >= y0 - 1 && g.y <= y1)) return "scan";
  const [cx0, cy0, cx1, cy1] = geometry.cropBox;
  const page = (cx1 - cx0) * (cy1 - cy0);
  const small = images.some(
    ({ bounds }) => (bounds[2] - bounds[0]) * (bounds[3] - bounds[1]) < WHOLE_PAGE * page,
  );
  return small ? "picture" : "scan";
}

/** A picture that fills this share of the page is the page: a scan. */
const WHOLE_PAGE = 0.5;
