// Lays out one page: finds what the marks burn, sets every touched paragraph anew, cuts paths at
// the boxes and gives back what is to be written, in painting and reading order. Untouched text
// keeps its places to the last digit, unless a paragraph above it changed its height.
import { meets } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { PageMark } from "../page-output.ts";
import { transformRect } from "../../pdfium/display.ts";
import type { DisplayList } from "../crisp/interpret/display-list.ts";
import { areasOf, mustBeOutside, outsideAreas } from "./drawings/areas.ts";
import type { Area } from "./drawings/areas.ts";
import { burnItem, cutItem } from "./drawings/cut-paths.ts";
import { withEvenBullet } from "./lines/bullets.ts";
import { cutNames } from "./paragraphs/cut-names.ts";
import { columnsTell } from "./tables/columns-tell.ts";
import { drawingsTell } from "./drawings/drawings-tell.ts";
import { endsGuessed } from "./margins/ends-guessed.ts";
import { findMarked } from "./paragraphs/find.ts";
import type { Found } from "./paragraphs/find.ts";
import { follow, moveOf, movedBy } from "./heights/follow.ts";
import { leaderAnew } from "./margins/leaders.ts";
import { rowsBeside } from "./margins/rows-of-dots.ts";
import type { Box, Segment, PaintUnit } from "./model.ts";
import type { Shift } from "./lines/lift.ts";
import { mustTakeAlong } from "./drawings/inline-drawings.ts";
import { holeLooming } from "./drawings/looming.ts";
import type { Paragraph } from "./paragraphs/paragraph.ts";
import { OTHER_HEIGHT, RUNS_OVER } from "./notes.ts";
import { planPage } from "./setting/plan-page.ts";
import { readAnew } from "./setting/recast.ts";
import { placeParagraph, isLoose } from "./paragraphs/reset.ts";
import type { Plan } from "./paragraphs/reset.ts";
import type { MarkOf } from "./lines/set-line.ts";
import { textsGuessed } from "./margins/texts-guessed.ts";
import {
  barsOf,
  bodyOf,
  boundsOfLine,
  boxesWithoutText,
  mustStandApart,
  touchedBy,
} from "./setting/surroundings.ts";
import { isRounded } from "./heights/rounding.ts";
import { asItWas } from "./as-it-was.ts";
import type { TextUnit } from "./as-it-was.ts";
import { isAside } from "./paragraphs/aside.ts";
import { numbersLines } from "./lines/line-numbers.ts";
import { TellingBreaks } from "./heights/telling-breaks.ts";
import { seenPaints, unseenPaint } from "./seen/unseen-paint.ts";

export interface LaidOut {
  readonly texts: readonly TextUnit[];
  readonly paints: readonly PaintUnit[];
  readonly boxes: readonly Box[];
  readonly touched: readonly Rect[];
  /** Of these, what was set anew or burnt; the rest only moved. */
  readonly anew: readonly Rect[];
  /** How far to the right and up something moved that stood here. */
  readonly moveOf: (rect: Rect) => Shift;
  readonly notes: readonly string[];
}

const BITS_OF_A_LINE = 2;
/** Left of a name's width by the grid on which lines of unknown alignment stand. */
const BITS_OF_PROOF = { lines: 0, margin: 1, none: 2 } as const;
const BITS_OF_COLUMNS = 6;
/** Where drawings end on a grid around what was marked. */
const BITS_OF_GRID = 2.6;
/** Set to both margins or not, one text or two. */
const BITS_OF_A_GUESS = 1;
const NARROWED =
  "A paragraph was set narrower so that its labels fit; choose shorter labels if it reads badly.";
const COLUMNS =
  "A table keeps its columns where they were, so readers may guess how long the burnt words in them were; if that says too much, mark more of the column.";
const DRAWINGS =
  "A drawing behind burnt words stays where it was, so readers may guess how long they were; if that says too much, draw a box over the drawing as well.";
const GUESSED =
  "The page does not show how a line with a box was aligned, so it was put on a grid; look whether the line reads well there.";
const ENDS =
  "The page does not show for certain how far lines with a box may reach, so where they break may hint at how long the burnt words were; if that says too much, mark more of those lines.";
const PARTS =
  "The page does not show for certain where a text with a box begins and ends, so its lines may hint at how long the burnt words were; if that says too much, mark more of the text.";
const NUMBERED =
  "The lines of this page are numbered, so the words beside a number may hint at how long the burnt words were; if that says too much, draw a box over the numbers as well.";

/** @param first what is on the page, where it is known */
export function layOut(
  original: DisplayList,
  marks: readonly PageMark[],
  first: Found = findMarked(original, marks),
): LaidOut {
  const rects = marks.map((mark) => transformRect(original.toPage, mark.rect));
  const markOf: MarkOf = (index) => marks[index]!;
  const { page, found, recast, silent } = readAnew(original, marks, rects, markOf, first);
  const { plans, flow, taken, leaders, wallsIn } = planPage(page, found, marks, markOf, silent);
  const rounded = flow.rounded || (original.exact !== true && isRounded(found));
  const telling = new TellingBreaks(flow, rounded);
  const rows = rowsBeside(found.segments);
  const places = new Set<string>();
  const elsewhere = cutNames(found.paragraphs, marks);
  const burns = marks.length > 0;
  const turn: number[] = [];
  found.orders.forEach((order, i) => (turn[order] = i));
  const texts: TextUnit[] = [];
  const boxes: Box[] = [];
  const paints: PaintUnit[] = [];
  const touched: Rect[] = [];
  const notes = new Set<string>();
  const numbered = burns && numbersLines(found.segments);
  const standing = seenPaints(page.items);
  for (const paragraph of found.paragraphs) {
    const plan = plans.get(paragraph);
    if (!plan) {
      const lines = paragraph.lines.filter((line) => !rows.has(line) && !(burns && isBlank(line)));
      for (const line of lines) texts.push(...asItWas(line, paragraph, flow, turn));
      continue;
    }
    mustTakeAlong(paragraph.lines, standing, taken);
    const set = placeParagraph(plan, markOf, flow.riseAt);
    let [order, last] = [Infinity, -Infinity];
    for (const line of paragraph.lines)
      for (const glyph of line.glyphs) {
        if (glyph.order < order) ({ order } = glyph);
        if (glyph.order > last) last = glyph.order;
      }
    const lines = set.lines.map((line) => line.glyphs);
    texts.push({ kind: "text", order, paragraph, lines, orderOf: () => last });
    const walls = wallsIn(paragraph.lines[0]!.frame);
    const { recast: anewIn } = paragraph.lines[0]!;
    const beside = drawingsTell(paragraph, page, taken, found.segments, walls);
    const place = anewIn
      ? anewIn.told
      : beside
        ? undefined
        : columnsTell(paragraph, found.paragraphs, found.segments, walls);
    const ends = endsGuessed(plan, found.paragraphs, found.segments);
    const parts = textsGuessed(paragraph, found.paragraphs, found.segments);
    const guessed = ((ends ? 1 : 0) + parts) * BITS_OF_A_GUESS;
    const leader = leaders.get(paragraph);
    const led = leaderAnew(leader, paragraph, set);
    const drawn = beside || (led && leader?.ownLength) ? BITS_OF_COLUMNS : 0;
    const own = Math.max(
      BITS_OF_PROOF[paragraph.proof],
      drawn,
      numbered ? BITS_OF_A_LINE : 0,
      paragraph.lines.some(({ glyphs }) => glyphs.some((g) => g.shape)) ? BITS_OF_A_GUESS : 0,
    );
    const placed = set.lines.flatMap((line) => line.boxes);
    // Where a column stands is one number, however many words it may hang on; its rows, some breaks.
    const first = place !== undefined && placed.length > 0 && !places.has(place);
    if (first) places.add(place);
    const told = first ? BITS_OF_COLUMNS : place === undefined ? 0 : BITS_OF_A_LINE;
    // The number of lines is one number, however many boxes stand on them, and so is what was guessed of
    // where a text ends. A cell that is set anew for its table alone has no box that could say so.
    const cut = placed.some(({ mark }) => elsewhere.has(marks[mark]!.group ?? ""));
    const apart = cut || isAside(paragraph, found.segments);
    const breaks = placed.length > 0 ? telling.of(plan, apart) : 0;
    const once = Math.max(own, breaks + guessed, told);
    boxes.push(...placed.map((box, i) => ({ ...box, bits: i === 0 ? once : own })));
    paints.push(...barsOf(set, paragraph, order));
    if (led) paints.push({ kind: "paint", order, item: led });
    touched.push(touchedBy(paragraph, set));
    if (plan.tight.stretch < 1) notes.add(NARROWED);
    if (place !== undefined) notes.add(COLUMNS);
    if (drawn > 0) notes.add(DRAWINGS);
    if (ends) notes.add(ENDS);
    if (parts > 0) notes.add(PARTS);
    if (numbered) notes.add(NUMBERED);
    if (paragraph.proof === "none") notes.add(GUESSED);
    else if (isLoose(plan) && !plan.free) notes.add(OTHER_HEIGHT);
    if (telling.runsOver(plan)) notes.add(RUNS_OVER);
  }
  for (const row of rows) touched.push(boundsOfLine(row));
  if (recast) touched.push(...recast.areas);
  checkRoom(texts, plans);
  holeLooming(texts, plans, boxes);
  const anew = [...touched];
  const moved = movedBy(flow, page);
  if (moved) touched.push(moved);
  const alone = boxesWithoutText(marks, rects, found.seen, silent, original);
  const burnt = [...anew, ...rects, ...alone.map((box) => box.bounds)];
  boxes.push(...alone);
  touched.push(...alone.map((box) => box.bounds));
  const bounds = boxes.map((box) => box.bounds);
  const unseen = unseenPaint(page.items);
  const areas = areasOf(marks, rects, found.seen);
  const cut = new Set<Area>();
  page.items.forEach((item, at) => {
    if (item.kind === "glyph" || taken.has(item) || unseen.has(item)) return;
    // The border of a link on a line that was set anew would keep the old word's place and width.
    const over = (r: Rect) => meets(r, item.bounds, 0);
    if (item.kind === "path" && item.link && (anew.some(over) || rects.some(over))) return;
    const outside = outsideAreas(item, areas, (area) => cut.add(area));
    if (burnItem(original.items[at]!, rects) === "drop") return;
    if (item !== original.items[at]) mustBeOutside(original.items[at]!, areas);
    const order = found.order.get(item)!;
    for (const left of outside) {
      if (left.kind === "glyph") continue;
      const moved = follow(left, flow, page);
      for (const part of cutItem(boxes.length > 0 ? withEvenBullet(moved) : moved, bounds)) {
        if (part.kind !== "glyph") paints.push({ kind: "paint", order, item: part });
      }
    }
  });
  // Where drawings end says how large the mark was.
  const told = new Set([...cut].map(({ mark }) => mark));
  for (const { rect } of cut) {
    touched.push(rect);
    burnt.push(rect);
  }
  return {
    texts: texts.sort((a, b) => a.order - b.order),
    paints: paints.sort((a, b) => a.order - b.order),
    boxes: boxes.map((box) =>
      told.has(box.mark) ? { ...box, bits: Math.max(box.bits, BITS_OF_GRID) } : box,
    ),
    touched,
    anew: burnt,
    moveOf: (rect) => moveOf(flow, rect),
    notes: [...notes],
  };
}

/** Nobody reads blanks; where they stand alone they may tell how long a word between them was. */
function isBlank({ glyphs }: Segment): boolean {
  return glyphs.every((glyph) => glyph.blank);
}

/** Upright lines only: bodies of slanted lines overlap without touching. */
function checkRoom(texts: readonly TextUnit[], plans: ReadonlyMap<Paragraph, Plan>): void {
  const set: Rect[] = [];
  const others: (Rect | undefined)[] = [];
  for (const { paragraph, lines } of texts) {
    const { cos, sin } = paragraph.lines[0]!.frame;
    if (cos * sin !== 0) continue;
    const bodies = lines.map(bodyOf);
    if (plans.has(paragraph)) set.push(...bodies.filter((body) => body !== undefined));
    else others.push(...bodies);
  }
  mustStandApart(set, others);
}
