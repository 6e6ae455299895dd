// What lies under a mark that has to be burnt as pixels: how its writing is turned, told by the
// glyphs that the source has there, seen or not, and whether it is a picture within the page.
import type { PageGeometry } from "../../../../shared/model/page.ts";
import type { PageMark } from "../../page-output.ts";
import { height, inflate, meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PageObject } from "../../../pdfium/page-objects.ts";
import type { Glyph } from "./glyph.ts";
import { removedBy } from "./hit.ts";
import type { Segment } from "./lines.ts";
import type { Quarter } from "../pixels/turn.ts";

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
  const images = picturesUnder(mark, objects);
  if (images.length === 0) return "drawn";
  const own = glyphs.filter((g) => g.x >= x0 - 1 && g.x <= x1 && g.y >= y0 - 1 && g.y <= y1);
  const [cx0, cy0, cx1, cy1] = geometry.cropBox;
  const page = (cx1 - cx0) * (cy1 - cy0);
  const small = images.some(
    ({ bounds }) => (bounds[2] - bounds[0]) * (bounds[3] - bounds[1]) < WHOLE_PAGE * page,
  );
  // Words with a picture of their shadow are drawn all the same.
  if (own.length > 0) return small && own.some((g) => !g.run.hidden) ? "drawn" : "scan";
  return small ? "picture" : "scan";
}

/**
 * True of a mark over an area rather than a line: it holds letters, and drawings or pictures that no
 * line of them accounts for. Setting its lines anew would leave those where they are (B2).
 */
export function overDrawing(
  { rect, reason }: PageMark,
  segments: readonly Segment[],
  objects: readonly PageObject[],
): boolean {
  const ems: number[] = [];
  const inks: Rect[] = [];
  for (const { em, glyphs } of segments) {
    const removed = glyphs.filter(({ glyph }) => removedBy(rect, glyph));
    if (removed.length > 0) ems.push(em);
    inks.push(...removed.map(({ glyph }) => glyph.ink));
  }
  if (ems.length === 0) return false;
  const drawn = objects.filter(({ kind, bounds }) => kind !== "text" && meets(bounds, rect));
  // A signature beside the words that are burnt with it.
  if (drawn.some((one) => standsBeside(one, rect, inks))) return true;
  return (reason === "picture" || height(rect) > AREA * Math.max(...ems)) && drawn.length > 0;
}

/** A picture, or a drawing that lies wholly under the mark, and nowhere at the letters there. */
function standsBeside({ kind, bounds }: PageObject, mark: Rect, inks: readonly Rect[]): boolean {
  if (kind !== "image" && !contains(mark, bounds)) return false;
  const [wide, high] = [bounds[2] - bounds[0], height(bounds)];
  // A rule of a line or a cell says nothing.
  if (kind !== "image" && Math.min(wide, high) < THIN) return false;
  return !inks.some((ink) => meets(inflate(ink, THIN), bounds));
}

function contains(outer: Rect, [x0, y0, x1, y1]: Rect): boolean {
  return x0 >= outer[0] && y0 >= outer[1] && x1 <= outer[2] && y1 <= outer[3];
}

/** Points: a drawing that is thinner is a rule. */
const THIN = 2;

/** Heights of its letters from which on a mark is meant for an area. */
const AREA = 2.2;

export function picturesUnder(
  { rect }: PageMark,
  objects: readonly PageObject[],
): readonly PageObject[] {
  return objects.filter(({ kind, bounds }) => kind === "image" && meets(bounds, rect));
}

/** Points around a mark within which letters matter to its box. */
const NEAR = 72;

/** The ink of letters that are seen: for each mark what it removes, and what no mark does. */
export function lettersAt(
  marks: readonly PageMark[],
  glyphs: readonly Glyph[],
): readonly { readonly own: readonly Rect[]; readonly beside: readonly Rect[] }[] {
  const letters = marks.map((): { own: Rect[]; beside: Rect[] } => ({ own: [], beside: [] }));
  for (const glyph of glyphs) {
    const { ink, run } = glyph;
    if (run.hidden || ink[2] <= ink[0] || ink[3] <= ink[1]) continue;
    const near = marks.map(({ rect }) => meets(inflate(rect, NEAR), ink));
    if (!near.includes(true)) continue;
    const removed = marks.map(({ rect }, i) => near[i]! && removedBy(rect, glyph));
    const kept = !removed.includes(true);
    for (const [i, list] of letters.entries())
      if (removed[i]) list.own.push(ink);
      else if (kept && near[i]) list.beside.push(ink);
  }
  return letters;
}

/** A picture that fills this share of the page is the page: a scan. */
const WHOLE_PAGE = 0.5;
