// Moves what stands below a paragraph whose number of lines changed, so that neither a hole nor a
// lack of room tells how long a burnt word was (B1): down the page where it is one column of text,
// and row by row in tables. Elsewhere paragraphs keep their height and the certificate says so.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { DisplayList, ImageItem, Item, PathItem } from "../../crisp/interpret/display-list.ts";
import { boundsIn } from "../lines/frame.ts";
import { FOOT, bottomOf, footOf } from "./foot.ts";
import { levelsOf } from "./levels.ts";
import type { Levelled, Levels } from "./levels.ts";
import type { Frame, Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import { riseOf, isLoose } from "../paragraphs/reset.ts";
import type { Plan } from "../paragraphs/reset.ts";
import { rowsOf } from "./rows.ts";
import { barOf } from "../lines/rules.ts";
import type { Walls } from "../lines/rules.ts";
import type { Cut } from "./rows.ts";

/** Lines that go over to the next page together at most. */
const LINES_OF_A_TEXT = 10;
/** Points: numbers in this program differ by less. */
const SAME = 1e-6;
/** Below a baseline, in em: where what follows may begin. */
const CUT = 0.3;
const BACKGROUND = 0.85;
/** In em: how far tails of letters hang down. */
const TAIL = 0.22;

export interface Flow {
  /** How far up, in its frame, something moves that stands at this height. */
  readonly riseAt: (v: number) => number;
  /** Bits of what is left of the rounding of heights where anything may have moved, at most. */
  readonly guesses: number;
  /** A long name could have taken lines over to the next page. */
  readonly over: boolean;
  /** Below `from` places are written in thousandths that differ from twin to twin. */
  readonly fine: boolean;
  readonly rounded: boolean;
  readonly frame: Frame | undefined;
  /** Highest place that anything moves to or from; undefined where nothing moves. */
  readonly from: number | undefined;
}

export const STILL: Flow = {
  riseAt: () => 0,
  guesses: Infinity,
  over: false,
  fine: false,
  rounded: false,
  frame: undefined,
  from: undefined,
};

/** @returns the plans that the page can follow, and what moves for them */
export function flowOf(
  page: DisplayList,
  segments: readonly Segment[],
  paragraphs: readonly Paragraph[],
  plans: readonly Plan[],
  walls: (frame: Frame) => Walls,
): { readonly flow: Flow; readonly followed: readonly Plan[] } {
  const stay = { flow: STILL, followed: [] };
  const frame = segments[0]?.frame;
  if (!frame || frame.cos * frame.sin !== 0) return stay;
  if (segments.some((s) => s.frame !== frame)) return stay;
  const [, low, , high] = boundsIn(frame, [0, 0, page.width, page.height]);
  const bars = barsIn(page, frame);
  const foot = footOf(segments, low, high, bars);
  const body = segments.filter((s) => s.v > foot);
  const lowest = Math.min(...body.map((s) => s.v));
  const full = foot > low + (high - low) * FOOT ? foot : bottomOf(page, frame, low, high);
  if (lowest < full) return stay;
  const unsure = new Set(plans.flatMap(({ paragraph, fewest }) => paragraph.lines.slice(fewest)));
  const levels = page.exact ? undefined : levelsOf(body, walls(frame), foot, unsure);
  // What stands at the foot stays where it is, however many lines a note has now.
  const planned = plans
    .filter(({ paragraph }) => paragraph.lines[0]!.v > foot)
    .map((plan) => ({ ...plan, even: levels?.evenOf(plan.paragraph) }));
  const things = paintedThings(page, frame, foot);
  const rows = rowsOf(paragraphs, planned, walls(frame), levels?.levelAt ?? ((v) => v));
  // A plan that keeps its height counts as followed only where the page could have moved for it.
  const cuts = [...rows.cuts, ...planned.flatMap((plan) => cutBelow(plan, body, rows.taken) ?? [])];
  const able = cuts.filter((cut) => {
    const across = ([, v0, , v1]: Rect) => v0 < cut.v - 0.5 && v1 > cut.v + 0.5;
    // A row's walls grow with it; beside running text only what frames it does.
    const framing = ([u0, , u1]: Rect) => cut.row || (u0 <= cut.left + 1 && u1 >= cut.right - 1);
    // Letters may hang down to the border of their row.
    const texts = body.map((s) => boundsOfSegment(s, cut.row ? 0 : TAIL));
    const crossed = texts.some(across) || things.some(across);
    return !crossed && !bars.some((bar) => across(bar) && !framing(bar));
  });
  const still = able.filter(({ rise }) => Math.abs(rise) < SAME).flatMap((cut) => cut.plans);
  const moving = able.filter(({ rise }) => Math.abs(rise) >= SAME);
  const end = lowest + moving.reduce((sum, cut) => sum + cut.rise, 0);
  // What grows must end above the foot of the page.
  const held = moving.length > 0 && end < foot + (high - low) * 0.1 * FOOT;
  const followed = [...still, ...(held ? [] : moving.flatMap((cut) => cut.plans))];
  const over = mayRunOver(page, end - full, followed);
  // What any name could have moved is levelled, whatever this one did.
  const { top, level } = (held ? undefined : levelsBelow(followed, levels)) ?? NOWHERE;
  if ((moving.length === 0 || held) && !level) return { flow: { ...STILL, over }, followed };
  const moves = held ? [] : moving;
  const riseAt = (v: number) => {
    if (v < foot) return 0;
    const rise = moves.reduce((sum, cut) => (v <= cut.v ? sum + cut.rise : sum), 0);
    return rise + (level?.riseAt(v) ?? 0);
  };
  const tops = [...moves.map((cut) => cut.v + Math.max(0, riseAt(cut.v))), ...(level ? [top] : [])];
  const guesses = level?.guesses ?? Infinity;
  const { fine, rounded } = levels ?? STILL;
  const from = Math.max(...tops);
  return { followed, flow: { frame, riseAt, guesses, over, fine, rounded, from } };
}

interface Level {
  readonly top: number;
  readonly level: Levelled | undefined;
}

const NOWHERE: Level = { top: -Infinity, level: undefined };

/** From where on heights are levelled: below every name that could be too long. */
function levelsBelow(plans: readonly Plan[], levels: Levels | undefined): Level | undefined {
  const tops = plans.filter(isLoose).map(({ paragraph }) => paragraph.lines[0]!.v);
  if (tops.length === 0) return undefined;
  const top = Math.max(...tops);
  return { top, level: levels?.from(top) };
}

/**
 * Could a long name have taken lines of this page over to the next one? What then begins there takes
 * whole paragraphs and headings along.
 */
function mayRunOver(page: DisplayList, room: number, plans: readonly Plan[]): boolean {
  const growth = plans.reduce((sum, plan) => sum + plan.growth * leadingOf(plan), 0);
  const most = Math.max(0, ...plans.filter((plan) => plan.sensitive).map(leadingOf));
  return growth > 0 && room < growth + (page.followed ? LINES_OF_A_TEXT * most : 0);
}

function leadingOf({ even, paragraph }: Plan): number {
  return even?.leading ?? paragraph.leading;
}

function cutBelow(
  plan: Plan,
  body: readonly Segment[],
  taken: ReadonlySet<Paragraph>,
): Cut | undefined {
  const { paragraph } = plan;
  const { lines, column } = paragraph;
  const last = lines[lines.length - 1]!;
  // A cell's height belongs to its row.
  if (taken.has(paragraph)) return undefined;
  if (column.cellLeft !== undefined && column.cellRight !== undefined) return undefined;
  const left = Math.min(...lines.map((s) => s.left));
  // Where a line that is not set from the left begins hangs on what is burnt in it.
  const start = paragraph.align === "left" ? left : column.left;
  const room = last.size * 6;
  if (body.some((s) => s.left > column.limit + 1 || s.right < start - room)) return undefined;
  const rise = riseOf(plan);
  const right = Math.max(...lines.map((s) => s.right));
  return { plans: [plan], v: last.v - CUT * last.size, rise, left, right, row: false };
}

function boundsOfSegment(s: Segment, tail: number): Rect {
  return [s.left, s.v - tail * s.size, s.right, s.v + 0.7 * s.size];
}

/** Pictures and drawings that no cut may cross; bars and boxes can be made longer or shorter. */
function paintedThings(page: DisplayList, frame: Frame, foot: number): readonly Rect[] {
  const out: Rect[] = [];
  for (const item of page.items) {
    if (item.kind === "glyph" || isBackground(page, item) || canStretch(item)) continue;
    const bounds = boundsIn(frame, item.bounds);
    const clip = boundsIn(frame, item.clip.rect);
    if (Math.min(bounds[3], clip[3]) < foot) continue;
    out.push([bounds[0], Math.max(bounds[1], clip[1]), bounds[2], Math.min(bounds[3], clip[3])]);
  }
  return out;
}

/** Bars and boxes, each straight and whole. */
export function barsIn(page: DisplayList, frame: Frame): readonly Rect[] {
  return page.items.flatMap((item) =>
    canStretch(item) && !isBackground(page, item) ? [boundsIn(frame, item.bounds)] : [],
  );
}

/** One straight bar or box, whole: its ends may move by themselves. */
export function canStretch(item: Item): item is PathItem {
  return item.kind === "path" && item.clip.paths.length === 0 && barOf(item) !== undefined;
}

/** Is this behind the whole page? Then it never moves. */
export function isBackground(page: DisplayList, { bounds, clip }: PathItem | ImageItem): boolean {
  const high = Math.min(bounds[3], clip.rect[3]) - Math.max(bounds[1], clip.rect[1]);
  const wide = Math.min(bounds[2], clip.rect[2]) - Math.max(bounds[0], clip.rect[0]);
  return high > page.height * BACKGROUND && wide > page.width * BACKGROUND;
}
