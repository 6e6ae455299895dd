// Drawings that stand on a line like a word, or around some of its words: badges, keys, frames, icons.
// They move with their words: signs without ink take their room, beside the words or in their stead.
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { HIGH, LOW, TALLEST, THINNEST } from "../../among-words.ts";
import type { Item, PathItem } from "../../crisp/interpret/display-list.ts";
import { asRectangle, contains } from "../../crisp/interpret/path-data.ts";
import { glyphFor } from "./bars.ts";
import { boundsIn, toFrame, toPage } from "./frame.ts";
import { reshape, unclipped } from "./lift.ts";
import { barOf } from "./rules.ts";
import { NO_CLIP } from "./set-line.ts";
import type { Frame, InlineShape, SeenGlyph } from "../model.ts";

/** In em. */
const WIDEST = 30;
/** In em: how near the words of the line are. */
const BESIDE = 1.2;
/** Points: a drawing that is this near belongs to another, and what hugs its words has no room of its own. */
const TOGETHER = 0.5;
/** Points to which browsers round where such drawings begin and end. */
const PIXEL = 0.75;

/**
 * The glyphs with signs for the room of every such drawing.
 *
 * @param items what is drawn, without what stands for itself
 * @param order places in the painting order
 */
export function withInlineShapes(
  glyphs: readonly SeenGlyph[],
  items: readonly Item[],
  order: ReadonlyMap<Item, number>,
): readonly SeenGlyph[] {
  const frame = glyphs.find(({ frame: { sin } }) => sin === 0)?.frame;
  if (!frame) return glyphs;
  const letters = glyphs.filter((g) => g.frame === frame && !g.blank);
  const before = new Map<SeenGlyph, SeenGlyph[]>();
  for (const [box, paths] of groupsIn(frame, items, letters)) {
    const line = letters.filter((g) => standsOn(box, g)).toSorted((a, b) => a.u - b.u);
    const within = line.filter((g) => g.u > box[0] - TOGETHER && endOf(g) < box[2] + TOGETHER);
    const crossed = line.some(
      (g) => !within.includes(g) && g.u < box[2] - 1 && endOf(g) > box[0] + 1,
    );
    const left = line.findLast((g) => endOf(g) < box[0] + 1);
    const right = line.find((g) => g.u > box[2] - 1);
    const near = (gap: number, g: SeenGlyph): boolean => gap < BESIDE * g.size;
    const follows = left !== undefined && near(box[0] - endOf(left), left);
    const leads = right !== undefined && near(right.u - box[2], right);
    if (crossed || !(follows || (leads && within.length > 0))) continue;
    const host = within[0] ?? left!;
    const shape: InlineShape = {
      paths,
      from: box[0],
      to: box[2],
      v: host.v,
      rigid: !within.length,
    };
    const sign = (u0: number, u1: number, wide: number): SeenGlyph => {
      const one = glyphFor([u0, box[1], u1, box[3]], host, order.get(paths[0]!)!);
      return { ...one, advance: Math.max(PIXEL, Math.round(wide / PIXEL + 0.037) * PIXEL), shape };
    };
    if (within.length === 0) {
      const last = glyphs.findLastIndex(
        (g) => g.frame === frame && Math.abs(g.v - left!.v) < 1 && g.u + g.advance / 2 < box[0],
      );
      const next = glyphs[last + 1];
      if (next)
        before.set(next, [...(before.get(next) ?? []), sign(box[0], box[2], box[2] - box[0])]);
      continue;
    }
    const end = within[within.length - 1]!;
    const after = glyphs[glyphs.indexOf(end) + 1];
    const [start, rest] = [within[0]!.u - box[0], box[2] - endOf(end)];
    if (Math.min(start, rest) < TOGETHER || !after) continue;
    const even = Math.abs(start - rest) < 2 * PIXEL ? (start + rest) / 2 : undefined;
    const first = sign(box[0], within[0]!.u, even ?? start);
    before.set(within[0]!, [...(before.get(within[0]!) ?? []), first]);
    before.set(after, [sign(endOf(end), box[2], even ?? rest), ...(before.get(after) ?? [])]);
  }
  return before.size === 0 ? glyphs : glyphs.flatMap((g) => [...(before.get(g) ?? []), g]);
}

function endOf({ u, advance }: SeenGlyph): number {
  return u + advance;
}

function standsOn([, low, , high]: Rect, { v, size }: SeenGlyph): boolean {
  const middle = (low + high) / 2 - v;
  const tall = high - low;
  return (
    middle > LOW * size && middle < HIGH * size && tall > THINNEST * size && tall < TALLEST * size
  );
}

/** Drawings that lie on one another are one; plain bars and highlights are known otherwise. */
function groupsIn(
  frame: Frame,
  items: readonly Item[],
  letters: readonly SeenGlyph[],
): readonly (readonly [Rect, readonly PathItem[]])[] {
  const groups: { box: Rect; paths: PathItem[] }[] = [];
  const largest = letters.reduce((size, g) => Math.max(size, g.size), 0);
  for (const item of items) {
    if (item.kind !== "path" || item.link) continue;
    const drawn = withoutClip(item);
    if (drawn.clip !== NO_CLIP || (barOf(drawn) && !drawn.paint.stroke)) continue;
    const box = boundsIn(frame, drawn.bounds);
    if (box[3] - box[1] > TALLEST * largest || box[2] - box[0] > WIDEST * largest) continue;
    if (!letters.some((g) => standsOn(box, g) && box[2] - box[0] < WIDEST * g.size)) continue;
    const group = groups.find((one) => meets(one.box, box, -TOGETHER));
    if (!group) groups.push({ box, paths: [item] });
    else {
      group.paths.push(item);
      group.box = [
        Math.min(group.box[0], box[0]),
        Math.min(group.box[1], box[1]),
        Math.max(group.box[2], box[2]),
        Math.max(group.box[3], box[3]),
      ];
    }
  }
  return groups.map(({ box, paths }) => [box, paths]);
}

/** What cuts nothing off is left out; a ground that is clipped to its shape is that shape. */
function withoutClip(item: PathItem): PathItem {
  const { paint, clip, data } = item;
  const [shape, ...more] = clip.paths;
  const ground = asRectangle(data);
  if (!shape || more.length > 0 || !ground || paint.fill === undefined || paint.stroke)
    return unclipped(item);
  const { evenOdd, bounds } = shape;
  if (!contains(ground, bounds) || !contains(clip.rect, bounds)) return item;
  return { ...item, data: shape.data, bounds, paint: { ...paint, evenOdd }, clip: NO_CLIP };
}

/** A path of a drawing where its words stand now, as long as they are. */
export function placeShape(
  { from, to, v, rigid }: InlineShape,
  path: PathItem,
  frame: Frame,
  at: { readonly from: number; readonly to: number; readonly v: number },
): PathItem {
  const [middle, next] = [(from + to) / 2, (at.from + at.to) / 2];
  return reshape(withoutClip(path), (x, y) => {
    const [u, w] = toFrame(frame, x, y);
    const height = at.v + snapped(w - v);
    if (rigid) return toPage(frame, next + snapped(u - middle), height);
    return toPage(
      frame,
      u < middle ? at.from + snapped(u - from) : at.to + snapped(u - to),
      height,
    );
  });
}

/** A fiftieth of a point, which twins round alike. */
function snapped(n: number): number {
  return Math.round(n * 50 + 0.037) / 50;
}
