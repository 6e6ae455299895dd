// Turns the plan into what a page burner needs: every mark checked, its rectangle ordered, its
// label decided once. Decides which piece of a broken span speaks. Never looks at the document's
// content; a mark that cannot be meant as given is refused with one sentence.
import { normalise } from "../../shared/geometry/rect.ts";
import type { Rect } from "../../shared/geometry/rect.ts";
import type { PageGeometry } from "../../shared/model/page.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import { reasonOf } from "../../shared/policy/reasons.ts";
import { displayedSize, toDisplayed, transformRect } from "../pdfium/display.ts";
import type { PageMark } from "./page-output.ts";

/** A rectangle thinner than this (points) covers nothing that anyone could mean. */
const THINNEST = 0.05;
/** PDF's own implementation limit, far beyond any page. */
const FARTHEST = 2_000_000;
/** Points of a mark that must lie on the page for its label to be set. */
const LEAST_SEEN = 1;

/** Marks by page (from 1), in reading order of the displayed page, labels resolved. */
export function resolveMarks(
  marks: readonly PlanMark[],
  pageCount: number,
  geometry: (page: number) => PageGeometry,
): ReadonlyMap<number, readonly PageMark[]> {
  const placed = marks.map((mark) => {
    if (!Number.isInteger(mark.page) || mark.page < 1 || mark.page > pageCount) {
      throw new Refusal(
        "bad-arguments",
        `A mark is on page ${mark.page}, but the document has ${pageCount} page${pageCount === 1 ? "" : "s"}.`,
      );
    }
    const rect = checkedRect(mark);
    const page = geometry(mark.page);
    const displayed = transformRect(toDisplayed(page), rect);
    return { mark, rect, displayed, seen: isSeen(displayed, displayedSize(page)) };
  });
  placed.sort((a, b) => a.mark.page - b.mark.page || readingOrder(a.displayed, b.displayed));
  const spoken = new Set<string>();
  const pages = new Map<number, PageMark[]>();
  for (const { mark, rect, seen } of placed) {
    const follower = mark.group !== undefined && spoken.has(mark.group);
    if (mark.group !== undefined && seen) spoken.add(mark.group);
    const list = pages.get(mark.page) ?? [];
    list.push({
      ...mark,
      rect,
      label: mark.label,
      text: follower || !seen ? "" : labelOf(mark),
    });
    pages.set(mark.page, list);
  }
  return pages;
}

/** Pages, from 1, with a mark beside the page: it may have been meant for a place on it. */
export function marksBeside(
  marks: ReadonlyMap<number, readonly PageMark[]>,
  geometry: (page: number) => PageGeometry,
): readonly string[] {
  return [...marks].flatMap(([number, own]) => {
    const page = geometry(number);
    const [at, size] = [toDisplayed(page), displayedSize(page)];
    const beside = own.filter(({ rect }) => !isSeen(transformRect(at, rect), size)).length;
    if (beside === 0) return [];
    const which = beside === 1 ? "a mark lies" : `${beside} marks lie`;
    return [`Page ${number}: ${which} beside the page and burnt nothing that is seen on it.`];
  });
}

/** A mark beside the page burns what lies there; a label would have no place to stand. */
function isSeen(rect: Rect, { width, height }: { width: number; height: number }): boolean {
  const wide = Math.min(rect[2], width) - Math.max(rect[0], 0);
  const high = Math.min(rect[3], height) - Math.max(rect[1], 0);
  return wide > LEAST_SEEN && high > LEAST_SEEN;
}

function labelOf(mark: PlanMark): string | null {
  // Control characters and line ends cannot be set in a box; every label is read in brackets, and
  // those that somebody typed around it would be a second pair.
  const own = mark.label
    ?.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim()
    .replace(/^\[([^[\]]*)\]$/u, "$1")
    .trim();
  return own ? own : reasonOf(mark.reason).label;
}

function checkedRect(mark: PlanMark): Rect {
  const { page } = mark;
  if (mark.rect.length !== 4 || !mark.rect.every(Number.isFinite)) {
    throw new Refusal("bad-arguments", `A mark on page ${page} has no usable rectangle.`, page);
  }
  if (mark.rect.some((value) => Math.abs(value) > FARTHEST)) {
    throw new Refusal("bad-arguments", `A mark on page ${page} reaches beyond any page.`, page);
  }
  const rect = normalise(...mark.rect);
  if (rect[2] - rect[0] < THINNEST || rect[3] - rect[1] < THINNEST) {
    throw new Refusal("bad-arguments", `A mark on page ${page} has no area.`, page);
  }
  return rect;
}

/** Lines from the top; on a line from the left. Rectangles of one line overlap by half their height. */
function readingOrder(a: Rect, b: Rect): number {
  const shared = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  const sameLine = shared > Math.min(a[3] - a[1], b[3] - b[1]) / 2;
  return sameLine ? a[0] - b[0] : b[3] - a[3];
}
