// Marks over an area rather than a line: what is drawn in one is burnt with its letters. The boxes of
// its lines, which are set anew, would leave whatever runs between those (B2).
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { NotAccountable } from "../../crisp/interpret/display-list.ts";
import type { Item } from "../../crisp/interpret/display-list.ts";
import { contains } from "../../crisp/interpret/path-data.ts";
import type { PageMark } from "../../page-output.ts";
import { cutItem, reaches } from "./cut-paths.ts";
import { boundsIn } from "../lines/frame.ts";
import { burntBy } from "../lines/hits.ts";
import type { SeenGlyph } from "../model.ts";
import { barOf } from "../lines/rules.ts";

/** Heights of its letters from which on a mark is meant for an area. */
const HIGH = 2.2;
/** Points; drawings end on a grid, not at the mark's own edges. */
const GRID = 6;
const NO_OVERLAP = () => ({ start: 0, end: 0 });

/** Index of the mark, and where drawings are cut. */
export interface Area {
  readonly mark: number;
  readonly rect: Rect;
}

/** @param rects where the marks lie on the displayed page */
export function areasOf(
  marks: readonly PageMark[],
  rects: readonly Rect[],
  seen: readonly SeenGlyph[],
): readonly Area[] {
  const burnt = seen.filter((glyph) => glyph.mark >= 0 && !glyph.blank);
  return rects.flatMap((rect, mark) => {
    const own = burnt.filter(
      (glyph) => glyph.mark === mark || burntBy(glyph.item, [rect], NO_OVERLAP) === 0,
    );
    // Where no letter stands the box is the mark's own; it covers all.
    if (own.length === 0) return [];
    if (marks[mark]!.reason !== "picture" && own.some((glyph) => !towers(rect, glyph))) return [];
    const [x0, y0, x1, y1] = rect;
    return [{ mark, rect: [down(x0), down(y0), up(x1), up(y1)] }];
  });
}

/** What is left of a drawing outside the areas; `hit` is told which of them it lay in. */
export function outsideAreas(
  item: Item,
  areas: readonly Area[],
  hit: (area: Area) => void,
): readonly Item[] {
  if (item.kind === "glyph") return [item];
  const ground = item.kind === "path" ? barOf(item) : undefined;
  // A ground of one colour on which all of the mark stands is the same everywhere in it.
  const under = areas.filter(
    ({ rect }) => !(ground && contains(ground, rect, 0)) && reaches(item, rect, 0.01),
  );
  if (under.length === 0) return [item];
  under.forEach(hit);
  return cutItem(
    item,
    under.map(({ rect }) => rect),
  );
}

/** Drawings that were read anew stand elsewhere than the marks mean. */
export function mustBeOutside(item: Item, areas: readonly Area[]): void {
  outsideAreas(item, areas, () => {
    throw new NotAccountable("A drawing lies under a box");
  });
}

function towers(rect: Rect, { frame, size }: SeenGlyph): boolean {
  const [, low, , high] = boundsIn(frame, rect);
  return high - low > HIGH * size;
}

function down(n: number): number {
  return Math.floor(n / GRID) * GRID;
}

function up(n: number): number {
  return Math.ceil(n / GRID) * GRID;
}
