// Burnt texts that a page's head or foot repeats: they are burnt there as well, under the label that
// they have in the body, although no mark was drawn. Running text without a mark stays (the marks
// are the plan); a head or a foot is furniture, repeated by a template, and nobody reads it twice.
// Pure: texts and places in, marks out. Completes the plan before anything is burnt or verified.
import { meets, union } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { PageGeometry, PageText } from "../../../shared/model/page.ts";
import type { PlanMark } from "../../../shared/model/plan.ts";
import { rectsOfSpan } from "../../../shared/text/span-rects.ts";
import { displayedSize, toDisplayed, transformRect } from "../../pdfium/display.ts";
import { resolveMarks } from "../marks.ts";
import type { PageMark } from "../page-output.ts";
import { termsUnder, unitRect } from "./read-terms.ts";
import { placesOf } from "./sweep.ts";
import type { Term } from "./terms.ts";

/** Shares of the page from the edge that a line runs along. */
const MARGIN = 0.075;
const NEAR_MARGIN = 0.16;
/** Times its own height between the middles of a head's last line and the text's first one. */
const PARTED = 1.9;
/** Points by which one running head stands elsewhere on another page, at most. */
const SAME_PLACE = 3;
/** Points: lower pages are cards and labels, and all margin. */
const LOWEST_PAGE = 300;
/** Units of a head that recurs, at least, without the burnt words and numbers. */
const LEAST_SAID = 6;

export interface ReadPage {
  readonly text: PageText;
  readonly geometry: PageGeometry;
}

/** Upright lines stand at the left or at the right. */
type Edge = "top" | "bottom" | "left" | "right";
const EDGES: readonly Edge[] = ["top", "bottom", "left", "right"];

interface Line {
  readonly start: number;
  readonly end: number;
  /** In user space. */
  readonly rect: Rect;
  /** The nearer of the two edges that the line runs along, and displayed points to its middle. */
  readonly edge: Edge;
  readonly fromEdge: number;
  /** Displayed points: how thick the line is, and from that edge to the other one. */
  readonly size: number;
  readonly across: number;
  /** Of the page, displayed points. */
  readonly height: number;
}

interface Page extends ReadPage {
  readonly lines: readonly Line[];
  readonly marks: readonly PageMark[];
}

/** @param read all pages, in order. @returns marks to add; none where a mark lies already */
export function marksOnRunningHeads(
  read: readonly ReadPage[],
  marks: readonly PlanMark[],
): readonly PlanMark[] {
  const resolved = resolveMarks(marks, read.length, (page) => read[page - 1]!.geometry);
  const pages = read.map((page, i): Page => ({
    ...page,
    lines: linesOf(page),
    marks: resolved.get(i + 1) ?? [],
  }));
  const sources = pages.flatMap((page) => page.marks);
  const inMargin = pages.map(({ lines }) => EDGES.flatMap((edge) => furniture(lines, edge)));
  const terms = termsOfBody(pages, inMargin);
  if (terms.length === 0) return [];
  const recurring = recurringLines(pages, terms);
  return pages.flatMap((page, i) =>
    page.lines
      .filter((line) => inMargin[i]!.includes(line) || recurring.has(line))
      .flatMap((line) => marksOn(page, line, terms, sources)),
  );
}

/** What was burnt in the body, in whole and in words that stand nowhere else in it. */
function termsOfBody(
  pages: readonly Page[],
  inMargin: readonly (readonly Line[])[],
): readonly Term[] {
  return termsUnder(
    pages.map(({ text, marks }, i) => {
      const margin = inMargin[i]!;
      const own = marks.filter(({ rect }) => !margin.some((line) => meets(line.rect, rect)));
      return { text, marks, own, passedOver: margin };
    }),
  );
}

function linesOf({ text: page, geometry }: ReadPage): Line[] {
  const { text, quads } = page;
  const { width, height } = displayedSize(geometry);
  const unseen = unseenUnits(page);
  const matrix = toDisplayed(geometry);
  const lines: Line[] = [];
  let start = 0;
  for (const piece of text.split("\n")) {
    const end = start + piece.length;
    let rect: Rect | undefined;
    for (let i = start; i < end; i++) {
      const unit = unseen(i) ? undefined : unitRect(quads, i);
      if (unit) rect = rect ? union(rect, unit) : unit;
    }
    if (rect) {
      const [left, low, right, high] = transformRect(matrix, rect);
      const upright = piece.trim().length > 1 && high - low > right - left;
      const [from, to, across] = upright ? [left, right, width] : [low, high, height];
      const middle = (from + to) / 2;
      const first = middle < across / 2;
      lines.push({
        start,
        end,
        rect,
        edge: upright ? (first ? "left" : "right") : first ? "bottom" : "top",
        fromEdge: Math.min(middle, across - middle),
        size: to - from,
        across,
        height,
      });
    }
    start = end + 1;
  }
  return lines;
}

/** On a page of text what is unseen goes anyway; on a scan it stands for what is seen. */
function unseenUnits({ text, invisible = [] }: PageText): (unit: number) => boolean {
  const count = invisible.reduce((sum, [from, to]) => sum + to - from, 0);
  if (2 * count > text.length) return () => false;
  return (unit) => invisible.some(([from, to]) => unit >= from && unit < to);
}

/** The lines of one margin that a wide gap parts from the text. */
function furniture(lines: readonly Line[], edge: Edge): readonly Line[] {
  const inwards = lines
    .filter((line) => line.edge === edge && line.height >= LOWEST_PAGE && line.fromEdge >= 0)
    .sort((a, b) => a.fromEdge - b.fromEdge);
  const parted = inwards.findLastIndex((line, i) => {
    const next = inwards[i + 1];
    if (line.fromEdge >= MARGIN * line.across) return false;
    return next === undefined || next.fromEdge - line.fromEdge >= PARTED * line.size;
  });
  return inwards.slice(0, parted + 1);
}

/** Lines a little farther in, that stand in one place and say the same on another page. */
function recurringLines(pages: readonly Page[], terms: readonly Term[]): ReadonlySet<Line> {
  const alike = new Map<string, { readonly line: Line; readonly page: number }[]>();
  for (const [page, { lines, text }] of pages.entries()) {
    for (const line of lines) {
      if (line.height < LOWEST_PAGE || line.fromEdge > NEAR_MARGIN * line.across) continue;
      const said = saidBeside(text.text.slice(line.start, line.end), terms);
      if (said.length < LEAST_SAID) continue;
      const key = `${line.edge} ${said}`;
      alike.set(key, [...(alike.get(key) ?? []), { line, page }]);
    }
  }
  const recurring = new Set<Line>();
  for (const group of alike.values()) {
    for (const { line, page } of group) {
      const again = group.some(
        (other) =>
          other.page !== page && Math.abs(other.line.fromEdge - line.fromEdge) < SAME_PLACE,
      );
      if (again) recurring.add(line);
    }
  }
  return recurring;
}

function saidBeside(line: string, terms: readonly Term[]): string {
  let said = "";
  let from = 0;
  for (const { start, end } of placesOf(line, terms)) {
    said += line.slice(from, start);
    from = end;
  }
  return (said + line.slice(from)).replace(/[\s\d]+/gu, " ").trim();
}

function marksOn(
  page: Page,
  line: Line,
  terms: readonly Term[],
  sources: readonly PageMark[],
): PlanMark[] {
  const { text, quads, page: number } = page.text;
  return placesOf(text.slice(line.start, line.end), terms).flatMap(({ start, end, term }) => {
    const rects = rectsOfSpan(quads, line.start + start, line.start + end);
    if (rects.some((rect) => page.marks.some((mark) => meets(mark.rect, rect)))) return [];
    const reason = sources.find((mark) => mark.text === term.label)?.reason;
    return rects.map((rect): PlanMark => ({
      page: number,
      rect,
      ...(term.label === null ? {} : { label: term.label }),
      ...(reason === undefined ? {} : { reason }),
    }));
  });
}
