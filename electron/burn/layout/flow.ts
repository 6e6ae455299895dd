// Moves what stands below a paragraph whose number of lines changed, so that neither a hole nor a
// lack of room tells how long a burnt word was (B1). Only where the page is one column of text and
// nothing reaches across: elsewhere paragraphs keep their height and the certificate says so.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { DisplayList, ImageItem, PathItem } from "../crisp/interpret/display-list.ts";
import type { Segment } from "./model.ts";
import type { Plan } from "./reset.ts";

/** Share of the page's height in which footers stand; they stay. */
const FOOT = 0.066;
/** A page whose text ends lower than this share of its height is full: its text runs on. */
const FULL = 0.11;
/** Below a baseline, in em: where what follows may begin. */
const CUT = 0.3;
const BACKGROUND = 0.85;
/** Key of the frame of upright text. */
const UPRIGHT = "0";

export interface Flow {
  /** How far up something moves whose lower edge stood at `y` and whose upper at `top`. */
  readonly riseOf: (y: number, top: number) => number;
  /** Highest place that anything moves to or from; undefined where nothing moves. */
  readonly from: number | undefined;
}

const STILL: Flow = { riseOf: () => 0, from: undefined };

interface Cut {
  readonly plan: Plan;
  readonly y: number;
  readonly rise: number;
}

/** @returns the plans that the page can follow, and what moves for them */
export function flowOf(
  page: DisplayList,
  segments: readonly Segment[],
  plans: readonly Plan[],
): { readonly flow: Flow; readonly followed: readonly Plan[] } {
  const stay = { flow: STILL, followed: [] };
  const foot = page.height * FOOT;
  if (segments.some((s) => s.frame.key !== UPRIGHT)) return stay;
  const body = segments.filter((s) => s.v > foot);
  const lowest = Math.min(...body.map((s) => s.v));
  if (lowest < page.height * FULL) return stay;
  const things = [...body.map(boundsOfSegment), ...paintedThings(page, foot)];
  // A plan that keeps its height counts as followed only where the page could have moved for it.
  const cuts = plans.flatMap((plan) => cutBelow(plan, body, things) ?? []);
  const still = cuts.filter((cut) => !cut.plan.otherHeight).map((cut) => cut.plan);
  const moving = cuts.filter((cut) => cut.plan.otherHeight);
  const riseAt = (top: number) =>
    moving.reduce((sum, cut) => (top <= cut.y ? sum + cut.rise : sum), 0);
  // What grows must end above the foot of the page.
  if (moving.length === 0 || lowest + riseAt(-Infinity) < foot * 1.1) {
    return { flow: STILL, followed: still };
  }
  return {
    followed: [...still, ...moving.map((cut) => cut.plan)],
    flow: {
      riseOf: (y, top) => (y < foot && top < foot * 1.2 ? 0 : riseAt(top)),
      from: Math.max(...moving.map((cut) => cut.y + Math.max(0, riseAt(cut.y)))),
    },
  };
}

function cutBelow(plan: Plan, body: readonly Segment[], things: readonly Rect[]): Cut | undefined {
  const { paragraph, filled } = plan;
  const { lines, column } = paragraph;
  const last = lines[lines.length - 1]!;
  // A cell's height belongs to its row.
  if (column.cellLeft !== undefined && column.cellRight !== undefined) return undefined;
  const left = Math.min(...lines.map((s) => s.left));
  const room = last.size * 6;
  if (body.some((s) => s.left > column.limit + 1 || s.right < left - room)) return undefined;
  const y = last.v - CUT * last.size;
  const across = things.some(([, y0, , y1]) => y0 < y - 0.5 && y1 > y + 0.5);
  if (across) return undefined;
  return { plan, y, rise: (lines.length - filled.length) * paragraph.leading };
}

function boundsOfSegment(s: Segment): Rect {
  return [s.left, s.v - 0.22 * s.size, s.right, s.v + 0.7 * s.size];
}

/** Paths and pictures, but for what lies behind the whole page. */
function paintedThings(page: DisplayList, foot: number): readonly Rect[] {
  const out: Rect[] = [];
  for (const item of page.items) {
    if (item.kind === "glyph") continue;
    const { bounds, clip } = item;
    const y0 = Math.max(bounds[1], clip.rect[1]);
    const y1 = Math.min(bounds[3], clip.rect[3]);
    if (isBackground(page, item) || y1 < foot) continue;
    out.push([bounds[0], y0, bounds[2], y1]);
  }
  return out;
}

/** Is this behind the whole page? Then it never moves. */
export function isBackground(page: DisplayList, { bounds, clip }: PathItem | ImageItem): boolean {
  const high = Math.min(bounds[3], clip.rect[3]) - Math.max(bounds[1], clip.rect[1]);
  return high > page.height * BACKGROUND;
}
