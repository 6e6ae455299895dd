// Carries out the plans of touched lines on an open page: decorations first, then the surviving
// glyphs, boxes and labels, each at the place that its plan gives. Says where boxes stand in the
// export and which words the text layer has on these lines.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { BurnedPage } from "../../../../shared/model/burning.ts";
import { reasonOf } from "../../../../shared/policy/reasons.ts";
import { toDisplayed, transformRect } from "../../../pdfium/display.ts";
import type { PdfiumDocument } from "../../../pdfium/document.ts";
import type { OpenPage } from "../../../pdfium/open-page.ts";
import { keptApart } from "./apart.ts";
import type { Borders, Decoration } from "./borders.ts";
import { breakBits } from "./break-bits.ts";
import { boxLook } from "./label-box.ts";
import { planLine } from "./line-plan.ts";
import type { LinePlan, PlannedBox, TouchedSegment } from "./line-plan.ts";
import { frameOf, fromFrame, toFrame } from "../glyphs/lines.ts";
import type { Frame, Segment } from "../glyphs/lines.ts";
import type { Linear, PageEdit } from "../glyphs/page-edit.ts";
import { stretchOf } from "../glyphs/stretch.ts";
import type { Redrawable } from "./redraw.ts";
import { plannedWord } from "../text/visible-words.ts";
import type { PlacedWord } from "../text/visible-words.ts";

export interface DrawnLine {
  readonly touched: TouchedSegment;
  readonly boxes: BurnedPage["boxes"];
  readonly words: readonly PlacedWord[];
  /** User space. */
  readonly stretch: Rect;
  readonly notes: readonly string[];
}

const BLACK = [0, 0, 0, 255] as const;
const WHITE = [255, 255, 255, 255] as const;

export function drawLines(
  document: PdfiumDocument,
  open: OpenPage,
  edit: PageEdit,
  ready: Redrawable,
  untouched: readonly Segment[],
  borders: Borders,
): readonly DrawnLine[] {
  const planned = ready.touched.map((touched) => ({
    touched,
    frame: frameOf(touched.segment.angle),
    plan: planLine(touched, {
      untouched,
      page: pageEnds(open, touched.segment),
      crossings: borders.crossings(
        frameOf(touched.segment.angle),
        touched.segment.v,
        touched.segment.em,
      ),
      space: spaceOf(document, touched),
      look: (label, size) => boxLook(edit, label, touched.segment.em, size),
    }),
    decorations: borders.ofSegment(touched.segment),
  }));
  const plans = keptApart(planned, untouched);
  for (const { frame, plan, touched, decorations } of plans) {
    for (const decoration of decorations) decorate(edit, frame, touched, plan, decoration);
  }
  for (const glyph of ready.inPlace) {
    edit.glyph(glyph.run, glyph.code, glyph.run.matrix, glyph.x, glyph.y);
  }
  const segments = [...untouched, ...ready.touched.map(({ segment }) => segment)];
  return plans.map(({ touched, frame, plan }) => {
    drawPlan(edit, frame, touched.segment, plan);
    const bits = breakBits(touched, pageEnds(open, touched.segment), segments);
    return {
      touched,
      boxes: plan.items.flatMap((item) =>
        item.kind === "box" ? [boxReport(open, frame, touched.segment, item, bits)] : [],
      ),
      words: wordsIn(touched.segment, plan),
      stretch: stretchOf(touched.segment, plan.from, plan.to),
      notes: notesOf(open, plan, bits),
    };
  });
}

function drawPlan(edit: PageEdit, frame: Frame, segment: Segment, plan: LinePlan): void {
  const turn: Linear = [frame.cos, frame.sin, -frame.sin, frame.cos];
  for (const item of plan.items) {
    if (item.kind === "word") {
      let pen = item.start;
      item.glyphs.forEach(({ glyph, v }, i) => {
        const [x, y] = fromFrame(frame, pen, v);
        edit.glyph(glyph.run, glyph.code, narrowed(glyph.run.matrix, frame, plan.scale), x, y);
        pen += item.advances[i]!;
      });
      continue;
    }
    const { look } = item;
    const [x, y] = fromFrame(frame, item.start, segment.v - look.depth);
    edit.box(x, y, item.width, look.depth + look.rise, turn, BLACK);
    if (look.label === null || item.width + 1e-6 < look.width) continue;
    const [lx, ly] = fromFrame(frame, item.start + look.inset, segment.v);
    edit.label(look.label, look.labelSize, turn, lx, ly, WHITE);
  }
}

/** The text matrix narrowed along the line; slants keep their height. */
function narrowed(matrix: Linear, frame: Frame, scale: number): Linear {
  if (scale === 1) return matrix;
  const squeeze = (x: number, y: number): readonly [number, number] => {
    const [u, v] = toFrame(frame, x, y);
    return fromFrame(frame, u * scale, v);
  };
  const [a, b] = squeeze(matrix[0], matrix[1]);
  const [c, d] = squeeze(matrix[2], matrix[3]);
  return [a, b, c, d];
}

/** Draws an underline or highlight again from the first to the last thing it went with. */
function decorate(
  edit: PageEdit,
  frame: Frame,
  touched: TouchedSegment,
  plan: LinePlan,
  decoration: Decoration,
): void {
  const within = (u: number, advance: number) =>
    u + advance / 2 > decoration.u0 && u + advance / 2 < decoration.u1;
  let from = Infinity;
  let to = -Infinity;
  for (const item of plan.items) {
    if (item.kind === "box") {
      const covered = touched.segment.glyphs.some(
        (g, i) => touched.burnt[i] === item.mark && within(g.u, g.glyph.advance),
      );
      if (!covered) continue;
      from = Math.min(from, item.start);
      to = Math.max(to, item.start + item.width);
      continue;
    }
    let pen = item.start;
    item.glyphs.forEach(({ glyph, u }, i) => {
      const advance = item.advances[i]!;
      if (within(u, glyph.advance)) {
        from = Math.min(from, pen);
        to = Math.max(to, pen + advance);
      }
      pen += advance;
    });
  }
  if (to <= from) return;
  const turn: Linear = [frame.cos, frame.sin, -frame.sin, frame.cos];
  const [x, y] = fromFrame(frame, from, decoration.v0);
  edit.box(x, y, to - from, decoration.v1 - decoration.v0, turn, decoration.colour);
}

function boxReport(
  open: OpenPage,
  frame: Frame,
  segment: Segment,
  box: PlannedBox,
  bits: number,
): BurnedPage["boxes"][number] {
  const a = fromFrame(frame, box.start, segment.v - box.look.depth);
  const b = fromFrame(frame, box.start + box.width, segment.v + box.look.rise);
  const c = fromFrame(frame, box.start, segment.v + box.look.rise);
  const d = fromFrame(frame, box.start + box.width, segment.v - box.look.depth);
  const xs = [a[0], b[0], c[0], d[0]];
  const ys = [a[1], b[1], c[1], d[1]];
  const rect: Rect = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return {
    rect: transformRect(toDisplayed(open.geometry), rect),
    label: box.look.label,
    reason: reasonOf(box.mark.reason).code,
    bits,
  };
}

function wordsIn(segment: Segment, plan: LinePlan): readonly PlacedWord[] {
  return plan.items.map((item, i) => {
    const spaced = plan.items[i + 1]?.spaced ?? false;
    if (item.kind === "word") return plannedWord(segment, item, spaced);
    return {
      text: spoken(item.mark.text, item.mark.reason),
      angle: segment.angle,
      u: item.start,
      v: segment.v,
      length: item.width,
      em: segment.em,
      spaced,
      gap: true,
    };
  });
}

/** What a screen reader says at a gap. */
export function spoken(label: string | null, reason: string | undefined): string {
  return label === null || label === ""
    ? `[redacted: ${reasonOf(reason).name.toLowerCase()}]`
    : `[${label}]`;
}

function notesOf(open: OpenPage, plan: LinePlan, bits: number): string[] {
  const notes =
    bits > 0
      ? [
          `Page ${open.page}: the page is sealed as a picture, so where its lines with boxes end may hint at how long the burnt words were; if that says too much, mark those lines to their end.`,
        ]
      : [];
  if (plan.lost === 0) return notes;
  const words = plan.lost === 1 ? "1 run of words" : `${plan.lost} runs of words`;
  return [
    ...notes,
    `Page ${open.page}: a line had no room for its label, so ${words} beside it had to be covered; choose a shorter label to keep them.`,
  ];
}

/** Ends of the visible page along the line, at the line's height. */
function pageEnds(open: OpenPage, segment: Segment): readonly [number, number] {
  const frame = frameOf(segment.angle);
  const [x0, y0, x1, y1] = open.geometry.cropBox;
  const corners = [
    toFrame(frame, x0, y0)[0],
    toFrame(frame, x1, y0)[0],
    toFrame(frame, x1, y1)[0],
    toFrame(frame, x0, y1)[0],
  ];
  return [Math.min(...corners), Math.max(...corners)];
}

function spaceOf(document: PdfiumDocument, { segment, burnt }: TouchedSegment): number {
  const placed = segment.glyphs.find((_, i) => !burnt[i]) ?? segment.glyphs[0]!;
  const { run } = placed.glyph;
  const { pdfium } = document;
  if (run.font === 0) return 0;
  return pdfium.scratch(16, (at) => {
    const found = pdfium.api.FPDFFont_GetGlyphWidth(run.font, 32, run.fontSize, at);
    return found ? pdfium.floats(at, 1)[0]! * Math.hypot(run.matrix[0], run.matrix[1]) : 0;
  });
}
