// From a review to what is burnt: the list of plan marks and the canonical text whose SHA-256 names
// the plan. Ids never enter a plan, so that the same decisions always make the same plan.
import type { Rect } from "../geometry/rect.ts";
import type { PlanMark } from "../model/plan.ts";
import type { Mark, ReviewState } from "./state.ts";

/**
 * Marks of a review as the burner takes them, in reading order; a span inside another's is dropped, and
 * so is what lies entirely in a box drawn over it.
 */
export function planOf(state: ReviewState): PlanMark[] {
  const plan: PlanMark[] = [];
  let groups = 0;
  for (const mark of withoutCovered(withoutContained(state.marks))) {
    const group = mark.rects.length > 1 ? `g${++groups}` : undefined;
    for (const rect of mark.rects) {
      plan.push({
        page: mark.page,
        rect,
        ...(mark.label === null || mark.label === "" ? {} : { label: mark.label }),
        reason: mark.reason,
        ...(group ? { group } : {}),
      });
    }
  }
  return plan;
}

/** Text whose SHA-256 names a plan. Coordinates are cut to a thousandth of a point. */
export function planHashInput(
  plan: readonly PlanMark[],
  sealedPages: Iterable<number> = [],
): string {
  const marks = plan.map((m) => [
    m.page,
    m.rect.map((n) => Math.round(n * 1000) || 0),
    m.label ?? null,
    m.reason ?? null,
    m.group ?? null,
  ]);
  return JSON.stringify({
    format: "candour-plan-1",
    marks,
    sealed: [...sealedPages].sort((a, b) => a - b),
  });
}

/**
 * A suggestion whose every piece lies in a drawn box burns with the box: nothing of it is seen beside
 * it, and a label within a label has no place. Sides are compared to the hair: what sticks out stays.
 */
function withoutCovered(marks: readonly Mark[]): readonly Mark[] {
  const boxes = new Map<number, Rect[]>();
  for (const m of marks)
    if (m.origin === "drawn") boxes.set(m.page, [...(boxes.get(m.page) ?? []), ...m.rects]);
  if (boxes.size === 0) return marks;
  return marks.filter((m) => {
    const drawn = m.origin === "suggestion" ? boxes.get(m.page) : undefined;
    return !drawn || !m.rects.every((piece) => drawn.some((box) => holds(box, piece)));
  });
}

const holds = (box: Rect, piece: Rect): boolean =>
  box[0] <= piece[0] && box[1] <= piece[1] && box[2] >= piece[2] && box[3] >= piece[3];

/** Two accepted spans over the same words burn once: the longer one, the earlier among equals. */
function withoutContained(marks: readonly Mark[]): readonly Mark[] {
  const byPage = new Map<number, Mark[]>();
  for (const m of marks)
    if (m.span && !m.adjusted) {
      const list = byPage.get(m.page);
      if (list) list.push(m);
      else byPage.set(m.page, [m]);
    }
  const dropped = new Set<Mark>();
  for (const list of byPage.values()) {
    // Longest first at each start: whatever ends no later than the furthest end so far is contained.
    list.sort(
      (a, b) => a.span!.start - b.span!.start || b.span!.end - a.span!.end || a.seq - b.seq,
    );
    let furthest = -1;
    for (const m of list) {
      if (m.span!.end <= furthest) dropped.add(m);
      else furthest = m.span!.end;
    }
  }
  return marks.filter((m) => !dropped.has(m));
}
