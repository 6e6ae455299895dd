// The bodies of the pages of a run under each other as one high page: every line as far under the one
// before as it would stand without page ends and without the rounding of its maker, so that nothing
// tells where the original's pages ended.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { Clip, DisplayList, Item } from "../crisp/interpret/display-list.ts";
import { evenEdges } from "../layout/heights/even-edges.ts";
import { PARTED } from "../layout/heights/even-dots.ts";
import { evenHeights } from "../layout/heights/even-heights.ts";
import type { Row } from "../layout/heights/row.ts";
import { isBackground } from "../layout/heights/flow.ts";
import type { Flow } from "../layout/heights/flow.ts";
import { follow } from "../layout/heights/follow.ts";
import { boundsIn, frameOf, toPage } from "../layout/lines/frame.ts";
import { heightsOf, nearest, rowsOf } from "../layout/heights/levels.ts";
import { liftGlyph } from "../layout/lines/lift.ts";
import { wallsOf } from "../layout/lines/rules.ts";
import type { PageMark } from "../page-output.ts";
import { Distances, acrossOf, runsOn } from "./joints.ts";
import type { Across } from "./joints.ts";
import type { Body, RunPage } from "./model.ts";
import { seenPaints } from "../layout/seen/unseen-paint.ts";

export interface Stack {
  readonly list: DisplayList;
  /** The marks of the bodies, in its space. */
  readonly marks: readonly PageMark[];
  readonly parts: readonly Part[];
}

/** A page's body within the stack. */
export interface Part {
  /** Of its first line and its last: its place on the page. */
  readonly first: number;
  readonly last: number;
  readonly firstSize: number;
  /** Baselines of its lines, from the top down. */
  readonly lines: readonly number[];
  /** Its first line goes on with the text of the page before. */
  readonly joined: boolean;
  /** Something of the page, its pieces and links numbered as those of the run. */
  readonly numbered: <T extends Item>(item: T) => T;
  /** How far up in the stack something stands that stands at this height of the page. */
  readonly riseAt: (v: number) => number;
}

/** Numbers of pieces of one page, and of its links. */
export const PIECES = 1_000_000;
const UPRIGHT = frameOf([1, 0, 0, 1, 0, 0]);
const ENDLESS = 1e6;
/** In em: what is drawn with a line alone is no higher. */
const FRAME = 1.7;
/** Points of an edge that nobody misses. */
const UNSEEN = 0.8;

/** @returns undefined where distances cannot be told */
export function stackOf(pages: readonly RunPage[], bodies: readonly Body[]): Stack | undefined {
  const across = pages.map((page, i) => acrossOf(page, bodies[i]!));
  if (across.some((own) => own.length === 0)) return undefined;
  // A table or a frame that a page's end cut is not put together again.
  for (const [i, { list }] of pages.entries()) {
    const own = across[i]!;
    const first = i > 0 && isFramed(own[0]!, list);
    if (first || (i + 1 < pages.length && isFramed(own.at(-1)!, list))) return undefined;
  }
  const rows = pages.map(({ found }, i) => {
    const { head, foot } = bodies[i]!;
    return rowsOf(found.segments.filter(({ v }) => v < head && v > foot));
  });
  const heights = heightsOfAll(rows);
  if (!heights) return undefined;
  const places = pages.map(({ list }, i) => {
    const { head, foot } = bodies[i]!;
    const walls = wallsOf(seenPaints(list.items), UPRIGHT);
    const edges = heightsOf(
      walls.level.map(({ at }) => -at).filter((at) => at < -foot && at > -head),
    );
    const own = rows[i]!.map(({ at }, k) => ({
      at,
      height: heights.of[i]![k]!,
      sure: true,
      kind: "",
    }));
    return [...own, ...evenEdges(edges, rows[i]!, heights.of[i]!, heights.unit)].sort(
      (a, b) => a.at - b.at,
    );
  });
  const heightAt = (i: number, v: number) => nearest(places[i]!, -v).height;
  const distances = new Distances();
  across.forEach((own, i) =>
    own
      .slice(1)
      .forEach((b, k) => distances.add(own[k]!, b, heightAt(i, b.v) - heightAt(i, own[k]!.v))),
  );
  const parts: { readonly by: number; readonly joined: boolean }[] = [{ by: 0, joined: false }];
  for (let i = 1; i < pages.length; i++) {
    const [a, b] = [across[i - 1]!.at(-1)!, across[i]![0]!];
    const joined = runsOn(a, b);
    const gap = joined ? distances.within(a) : distances.of(a, b);
    if (gap === undefined) return undefined;
    const end = parts[i - 1]!.by + heightAt(i - 1, a.v);
    parts.push({ by: end + gap - heightAt(i, b.v), joined });
  }
  return assembled(pages, bodies, across, parts, (i, v) => {
    const { at, height } = nearest(places[i]!, -v);
    return at - height - parts[i]!.by;
  });
}

/** Does it stand within something drawn that is higher than a line, or drawn on line by line? */
function isFramed({ v, text }: Across, list: DisplayList): boolean {
  const drawn = list.items.flatMap((item) =>
    item.kind === "glyph" || isBackground(list, item) ? [] : [item.bounds],
  );
  return drawn.some(([x0, y0, x1, y1]) => {
    if (y0 >= v || y1 <= v) return false;
    const on = drawn.filter(
      ([left, low, right, high]) =>
        Math.abs(left - x0) + Math.abs(right - x1) < UNSEEN &&
        Math.abs(low - y1) < UNSEEN !== Math.abs(high - y0) < UNSEEN,
    );
    const highest = Math.max(y1, ...on.map((one) => one[3]));
    return highest - Math.min(y0, ...on.map((one) => one[1])) > FRAME * text.size;
  });
}

/** Heights of all lines without rounding, found over all pages at once. */
function heightsOfAll(
  rows: readonly (readonly Row[])[],
): { readonly of: readonly (readonly number[])[]; readonly unit: number } | undefined {
  const all: Row[] = [];
  const starts: number[] = [];
  for (const [i, own] of rows.entries()) {
    starts.push(all.length);
    // Whole in every unit from page to page: what one misses its grid by is not handed on.
    const by = 2 * PARTED * i - own[0]!.at;
    all.push(...own.map(({ at, size }) => ({ at: at + by, size })));
  }
  const even = evenHeights(all);
  if (!even) return undefined;
  const of = rows.map((own, i) => {
    const first = even.heights[starts[i]!]!;
    return own.map((_, k) => own[0]!.at + even.heights[starts[i]! + k]! - first);
  });
  return { of, unit: even.rounding.unit };
}

function assembled(
  pages: readonly RunPage[],
  bodies: readonly Body[],
  across: readonly (readonly Across[])[],
  parts: readonly { readonly joined: boolean }[],
  riseOn: (i: number, v: number) => number,
): Stack | undefined {
  const { width, height } = pages[0]!.list;
  const lastV = across.at(-1)!.at(-1)!.v;
  const depth = Math.ceil(height - (lastV + riseOn(pages.length - 1, lastV)));
  // Room under the text, as much again: nothing in it stands near the foot of this page.
  const whole = 2 * (depth + height);
  const items: Item[] = [];
  const clips = new Map<Clip, Clip>();
  const marks: PageMark[] = [];
  const out: Part[] = [];
  let links = 0;
  for (const [i, page] of pages.entries()) {
    const { head, foot } = bodies[i]!;
    const from = links;
    const riseAt = (v: number) => riseOn(i, v) + whole - height;
    const flow: Flow = {
      riseAt,
      guesses: Infinity,
      over: false,
      fine: false,
      rounded: false,
      frame: UPRIGHT,
      from: Infinity,
    };
    for (const item of page.list.items) {
      const [, v0, , v1] = boundsIn(UPRIGHT, boundsOf(item));
      if (item.kind !== "glyph" && isBackground(page.list, item)) continue;
      if (v0 >= head || v1 <= foot) continue;
      if (v1 > head + UNSEEN || v0 < foot - UNSEEN) return undefined;
      items.push(numbered(raised(item, flow, page.list, clips), i, from));
    }
    page.marks.forEach((mark, k) => {
      const [x0, y0, x1, y1] = page.rects[k]!;
      const middle = (y0 + y1) / 2;
      if (middle > head || middle < foot) return;
      marks.push({ ...mark, rect: [x0, y0 + riseAt(middle), x1, y1 + riseAt(middle)] });
    });
    const [first, last] = [across[i]![0]!, across[i]!.at(-1)!];
    out.push({
      first: first.v,
      last: last.v,
      firstSize: first.text.size,
      lines: across[i]!.map(({ v }) => v),
      joined: parts[i]!.joined,
      numbered: (item) => numbered(item, i, from),
      riseAt,
    });
    links += page.source.links.length;
  }
  const list = { width, height: whole, toPage: [1, 0, 0, 1, 0, 0], items, exact: true } as const;
  return { list, marks, parts: out };
}

function boundsOf(item: Item): Rect {
  if (item.kind !== "glyph") return item.bounds;
  const { matrix } = item;
  return [matrix[4], matrix[5], matrix[4], matrix[5]];
}

/** @param clips those of letters, which share them, as they are in the stack */
function raised(item: Item, flow: Flow, list: DisplayList, clips: Map<Clip, Clip>): Item {
  if (item.kind !== "glyph") return follow(uncut(item), flow, list);
  const [a, b, c, d, e, v] = item.matrix;
  const by = flow.riseAt(v);
  if (!isWhole(item)) return liftGlyph(item, toPage(UPRIGHT, 0, by));
  let clip = clips.get(item.clip);
  if (!clip) clips.set(item.clip, (clip = uncut(item).clip));
  return { ...item, clip, matrix: [a, b, c, d, e, v + by] };
}

/** How far down a clip reaches says where its page ends; what it cuts off at the sides is the text's margin. */
function uncut<T extends Item>(item: T): T {
  const { rect, paths } = item.clip;
  if (!isWhole(item)) return item;
  return { ...item, clip: { rect: [rect[0], -ENDLESS, rect[2], ENDLESS], paths } };
}

function isWhole(item: Item): boolean {
  const { rect, paths } = item.clip;
  const [, y0, , y1] = item.kind === "glyph" ? boundsOf(item) : item.bounds;
  return y0 > rect[1] - UNSEEN && y1 < rect[3] + UNSEEN && paths.length === 0;
}

/** Pieces and links of all pages are told apart. */
function numbered<T extends Item>(item: T, page: number, links: number): T {
  const piece = typeof item.piece === "number" ? { piece: item.piece + page * PIECES } : {};
  if (item.kind !== "glyph" || item.link === undefined) return { ...item, ...piece };
  return { ...item, ...piece, link: item.link + links };
}
