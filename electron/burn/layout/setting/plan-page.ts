// How every touched paragraph of a page is to be set: its words, their decorations and leaders, and
// as many lines as the words ask for where the page can follow.
import { NotAccountable } from "../../crisp/interpret/display-list.ts";
import type { DisplayList, Item, PathItem } from "../../crisp/interpret/display-list.ts";
import type { PageMark } from "../../page-output.ts";
import { decorationsOf } from "../lines/decorations.ts";
import type { Found } from "../paragraphs/find.ts";
import { flowOf } from "../heights/flow.ts";
import type { Flow } from "../heights/flow.ts";
import { drawnDotsOf, leaderOf } from "../margins/leaders.ts";
import { withoutRows } from "../margins/rows-of-dots.ts";
import type { Leader } from "../margins/leaders.ts";
import type { Frame, Word } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import { planFreely, planWithin } from "../paragraphs/reset.ts";
import type { Plan } from "../paragraphs/reset.ts";
import type { MarkOf } from "../lines/set-line.ts";
import { roomBelow } from "./surroundings.ts";
import { wallsOf } from "../lines/rules.ts";
import type { Walls } from "../lines/rules.ts";
import { hyphenationOf } from "../lines/hyphens.ts";
import { wordsOf } from "../lines/words.ts";
import { seenPaints } from "../seen/unseen-paint.ts";

export interface PagePlan {
  readonly plans: ReadonlyMap<Paragraph, Plan>;
  readonly flow: Flow;
  /** Paths that words carry with them from now on. */
  readonly taken: ReadonlySet<Item>;
  /** Lines drawn from the last word of a paragraph to what stands at its right. */
  readonly leaders: ReadonlyMap<Paragraph, Leader>;
  readonly wallsIn: (frame: Frame) => Walls;
}

/** How every touched paragraph is set: as high as its words ask for where the page can follow. */
export function planPage(
  page: DisplayList,
  found: Found,
  marks: readonly PageMark[],
  markOf: MarkOf,
  silent: ReadonlySet<number>,
): PagePlan {
  const touched = found.paragraphs.filter(({ lines }) => lines.some((line) => line.touched));
  const lines = touched.flatMap((paragraph) => paragraph.lines);
  const decorations = decorationsOf(lines, page.items, found.order);
  const hyphenation = hyphenationOf(found.segments);
  const words = new Map<Paragraph, readonly Word[]>();
  const leaders = new Map<Paragraph, Leader>();
  const dots: PathItem[] = [];
  for (const paragraph of touched) {
    mustBeSettable(paragraph);
    const own = wordsOf(paragraph.lines, marks, decorations.of, hyphenation, silent);
    words.set(paragraph, withoutRows(own));
    const last = paragraph.lines[paragraph.lines.length - 1]!;
    const leader = leaderOf(last, page.items, found.segments, paragraph.column.limit);
    if (leader && !decorations.taken.has(leader.item)) leaders.set(paragraph, leader);
    dots.push(...drawnDotsOf(last, page.items));
  }
  const free = touched.flatMap((p) => planFreely(p, words.get(p)!, markOf) ?? []);
  const wallsByFrame = new Map<Frame, Walls>();
  const wallsIn = (frame: Frame): Walls => {
    const walls = wallsByFrame.get(frame) ?? wallsOf(seenPaints(page.items), frame);
    wallsByFrame.set(frame, walls);
    return walls;
  };
  const { flow, followed } = flowOf(page, found.segments, found.paragraphs, free, wallsIn);
  const plans = new Map<Paragraph, Plan>(followed.map((plan) => [plan.paragraph, plan]));
  for (const paragraph of touched) {
    if (plans.has(paragraph)) continue;
    const below = roomBelow(paragraph, found.segments, wallsIn(paragraph.lines[0]!.frame));
    const plan = planWithin(paragraph, words.get(paragraph)!, markOf, below);
    if (!plan) throw new NotAccountable("A label does not fit its line");
    plans.set(paragraph, plan);
  }
  const drawn = [...leaders.values()].map(({ item }) => item);
  const taken = new Set([...decorations.taken, ...drawn, ...dots]);
  return { plans, flow, taken, leaders, wallsIn };
}

function mustBeSettable(paragraph: Paragraph): void {
  for (const { item } of paragraph.lines.flatMap((line) => line.glyphs)) {
    const [a, b, c, d] = item.matrix;
    if (item.clip.paths.length > 0) {
      throw new NotAccountable("Text on a line with a box is cut by a shape");
    }
    if (a * d - b * c <= 0) throw new NotAccountable("Text on a line with a box is mirrored");
    if (/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u.test(item.shape.unicode)) {
      throw new NotAccountable("Text on a line with a box runs from right to left");
    }
  }
}
