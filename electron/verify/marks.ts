// The plan's marks placed on the pages as shown, with the label each may show. Derived from the
// plan and the original alone; what the burner says about labels plays no part.
import { normalise } from "../../shared/geometry/rect.ts";
import type { Rect } from "../../shared/geometry/rect.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { reasonOf } from "../../shared/policy/reasons.ts";
import { shownRect } from "./place.ts";
import type { PageFrame } from "./place.ts";
import type { PlacedMark } from "./reading/coverage.ts";

export interface IndexedMark {
  readonly mark: PlanMark;
  readonly index: number;
  /** Its group begins on an earlier page. */
  readonly goesOn: boolean;
}

export function marksByPage(marks: readonly PlanMark[]): Map<number, IndexedMark[]> {
  const firsts = new Map<string, number>();
  for (const { group, page } of marks)
    if (group !== undefined) firsts.set(group, Math.min(page, firsts.get(group) ?? page));
  const pages = new Map<number, IndexedMark[]>();
  for (const [index, mark] of marks.entries()) {
    const goesOn = mark.group !== undefined && firsts.get(mark.group)! < mark.page;
    const list = pages.get(mark.page);
    if (list) list.push({ mark, index, goesOn });
    else pages.set(mark.page, [{ mark, index, goesOn }]);
  }
  return pages;
}

export function placeMarks(marks: readonly IndexedMark[], frame: PageFrame): PlacedMark[] {
  return marks.map(({ mark, index, goesOn }) => {
    const rect = shownRect(frame, normalise(...mark.rect));
    return {
      index,
      page: mark.page,
      rect,
      label: onPage(rect, frame) ? labelOf(mark) : null,
      reason: mark.reason ?? "other",
      group: mark.group === undefined ? `#${index}` : `group ${mark.group}`,
      goesOn,
    };
  });
}

/** Points of a mark that must lie on the page for a label to be expected. */
const LEAST_SEEN = 1;

function onPage(rect: Rect, { width, height }: PageFrame): boolean {
  const wide = Math.min(rect[2], width) - Math.max(rect[0], 0);
  const high = Math.min(rect[3], height) - Math.max(rect[1], 0);
  return wide > LEAST_SEEN && high > LEAST_SEEN;
}

export function labelOf(mark: PlanMark): string | null {
  const plain = mark.label?.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  // A pair of brackets around the whole of it is the one in which every label is read.
  const own = (/^\[([^[\]]*)\]$/u.exec(plain ?? "")?.[1] ?? plain)?.trim();
  return own || reasonOf(mark.reason).label;
}
