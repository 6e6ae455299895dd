// Places as the viewer draws them. Kept per index, so that pages whose marks did not change are
// not drawn again.
import type { MarkShape } from "../../../viewer/mark-shape.ts";
import { burntLabel, type Index, type Place } from "../deciding/places.ts";

const shapeOf = (place: Place): MarkShape => ({
  id: place.id,
  page: place.page,
  rects: place.rects,
  state: place.standing,
  label: burntLabel(place.label, place.reason),
});

const same = (a: MarkShape, b: MarkShape): boolean =>
  a.state === b.state && a.label === b.label && a.rects === b.rects && a.page === b.page;

const known = new Map<string, MarkShape>();
const pagesOf = new WeakMap<Index, Map<number, readonly MarkShape[]>>();
/** The list each page had last: a page whose marks did not change keeps its list, too. */
const lastOn = new Map<number, readonly MarkShape[]>();
const sameList = (a: readonly MarkShape[], b: readonly MarkShape[]): boolean =>
  a.length === b.length && a.every((shape, i) => shape === b[i]);
const NONE: readonly MarkShape[] = [];

/** Shapes of a page, in reading order; equal places keep their object. */
export function shapesOn(index: Index, page: number): readonly MarkShape[] {
  let pages = pagesOf.get(index);
  if (!pages) {
    pages = new Map();
    pagesOf.set(index, pages);
  }
  const made = pages.get(page);
  if (made) return made;
  const places = index.byPage.get(page);
  const shapes = places
    ? places.map((place) => {
        const fresh = shapeOf(place);
        const old = known.get(place.id);
        if (old && same(old, fresh)) return old;
        known.set(place.id, fresh);
        return fresh;
      })
    : NONE;
  const before = lastOn.get(page);
  const kept = before && sameList(before, shapes) ? before : shapes;
  lastOn.set(page, kept);
  pages.set(page, kept);
  return kept;
}

const burntOf = new WeakMap<readonly MarkShape[], readonly MarkShape[]>();

/** Those of them that the public would see: what will be burnt. The same list for the same shapes. */
export function burntShapes(shapes: readonly MarkShape[]): readonly MarkShape[] {
  const made =
    burntOf.get(shapes) ?? shapes.filter((m) => m.state === "accepted" || m.state === "drawn");
  burntOf.set(shapes, made);
  return made;
}

export function forgetShapes(): void {
  known.clear();
  lastOn.clear();
}
