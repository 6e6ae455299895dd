// The paragraphs of a page: lines that one text runs through, with their alignment, their column and
// their leading. A paragraph is what is set anew as one, so where in doubt lines stay apart: then
// nothing is re-flowed that was not one text.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { alignAlone, alignOf, centreOf as centre, reachOf } from "../margins/alignment.ts";
import type { Align, Alignment } from "../margins/alignment.ts";
import { Chains } from "../margins/chains.ts";
import type { Column } from "../margins/columns.ts";
import { Columns } from "../margins/columns.ts";
import { firstLinesOf, isFirstLine } from "../margins/first-lines.ts";
import type { FirstLines } from "../margins/first-lines.ts";
import type { CellText, Segment } from "../model.ts";
import { withoutNames } from "../lines/any-name.ts";
import { hasDrawnMarker } from "../lines/markers.ts";
import { wallsAround, wallsOver } from "../lines/rules.ts";
import type { Walls } from "../lines/rules.ts";
import { EVEN, withEvenEnds, withNarrowLimits } from "../margins/shared-column.ts";
import { textsOf } from "../margins/text-ends.ts";
import type { Paragraph, Cell } from "./paragraph.ts";

const SAME = 1;
const USUAL_LEADING = 1.25;
/** How far (em) over or under a drawing its words stand. */
const NEXT_TO = 3;
/** How far (em) makers of documents miss a centre or a margin when they forget kerning. */
const UNSURE = 0.25;

export class Paragraphs {
  readonly #segments: readonly Segment[];
  readonly #walls: Walls;
  readonly #columns: Columns;
  readonly #ornaments: readonly Rect[];
  readonly #drawings: readonly Rect[];
  readonly #from: number;
  readonly #to: number;
  readonly #aligned = new Map<Segment, Alignment>();

  constructor(
    segments: readonly Segment[],
    walls: Walls,
    ornaments: readonly Rect[],
    drawings: readonly Rect[],
    from: number,
    to: number,
  ) {
    this.#segments = [...segments].sort((a, b) => b.v - a.v || a.left - b.left);
    this.#walls = walls;
    this.#ornaments = ornaments;
    this.#drawings = drawings;
    const reach = (s: Segment) => reachOf(s, this.#alignAlone(s));
    const hasBullet = (s: Segment) => hasDrawnMarker(s, ornaments);
    this.#columns = new Columns(segments, walls, from, to, reach, hasBullet);
    this.#from = from;
    this.#to = to;
  }

  all(): readonly Paragraph[] {
    const out: Paragraph[] = [];
    const cells = new Map<CellText, Segment[]>();
    for (const s of this.#segments) {
      if (!s.recast) continue;
      const lines = cells.get(s.recast);
      if (lines) lines.push(s);
      else cells.set(s.recast, [s]);
    }
    for (const [cell, lines] of cells) out.push(this.#cellText(lines, cell));
    const free = this.#segments.filter((s) => !s.recast);
    const chains = new Chains(free, this.#walls, this.#columns, this.#ornaments);
    for (const chain of chains.all()) {
      const indented = alignOf(chain) === "left" ? firstLinesOf(chain) : undefined;
      for (const lines of textsOf(chain, this.#columns, indented))
        out.push(this.#paragraph(lines, indented));
    }
    return withLeading(withEvenEnds(withNarrowLimits(out)));
  }

  #cellText(lines: readonly Segment[], { align, anchor }: CellText): Paragraph {
    const [first, last] = [lines[0]!, lines[lines.length - 1]!];
    const column = this.#columns.of(lines, Math.min(...lines.map((s) => s.left)), align);
    const at = { align, firstAnchor: anchor, anchor, proof: "lines" as const };
    const shown = lines.length > 1;
    const leading = shown ? (first.v - last.v) / (lines.length - 1) : first.size * USUAL_LEADING;
    const cell = this.#cell(first, column);
    return { lines, ...at, column, justified: false, leading, leadingShown: shown, cell };
  }

  #paragraph(lines: readonly Segment[], indented?: FirstLines): Paragraph {
    const first = lines[0]!;
    const left = Math.min(...lines.map((s) => s.left));
    if (lines.length === 1) {
      const { align, anchor: found, proof } = this.#alignAlone(first);
      const column = this.#columns.of(lines, left, align);
      const atLimit = align === "right" && Math.abs(found - column.limit) < SAME;
      const starts = align === "left" && found === first.left;
      const anchor = atLimit ? column.limit : found;
      const cell = this.#cell(first, column);
      // Words that go over to a second line begin where those of other texts do.
      const hangs = starts && indented !== undefined && isFirstLine(first, indented);
      const next = hangs ? indented.outer : anchor;
      const at = { align, firstAnchor: anchor, anchor: next, proof };
      const set = { lines, ...at, column, justified: false, cell };
      return { ...set, leading: first.size * USUAL_LEADING, leadingShown: false };
    }
    const align = alignOf(lines);
    const column = this.#columns.of(lines, left, align);
    const cell = this.#cell(first, column);
    const inner = lines.slice(0, -1);
    const even = inner.filter((s) => Math.abs(s.right - column.limit) < EVEN).length;
    const shared = align === "left" ? undefined : this.#shared(lines, align);
    return {
      lines,
      align,
      firstAnchor: shared ?? first.left,
      anchor: shared ?? lines[1]!.left,
      column,
      justified: align === "left" && column.sharp && even >= 1 && even >= inner.length * 0.7,
      proof: "lines",
      leading: (first.v - lines[lines.length - 1]!.v) / (lines.length - 1),
      leadingShown: true,
      cell,
    };
  }

  #cell(first: Segment, { cellLeft, cellRight }: Column): Cell | undefined {
    if (cellLeft === undefined || cellRight === undefined) return undefined;
    const { floor, ceiling } = wallsOver(
      this.#walls,
      (cellLeft + cellRight) / 2,
      first.v + 0.3 * first.size,
    );
    if (floor === undefined || ceiling === undefined) return undefined;
    return { left: cellLeft, right: cellRight, floor, ceiling };
  }

  /** What others show of where a line stands alone; nothing here moves with a burnt word. */
  #alignAlone(s: Segment): Alignment {
    const known = this.#aligned.get(s);
    if (known) return known;
    const others = this.#segments.filter((o) => o !== s && Math.abs(o.v - s.v) > 0.3 * s.size);
    const body = this.#columns.body();
    const cell = wallsAround(this.#walls, s.left, s.right, s.v, s.size);
    const centres = [(this.#from + this.#to) / 2];
    const mirrored = this.#to - (body.left - this.#from);
    const margin = body.right ?? mirrored;
    if (Math.abs(margin - mirrored) > SAME) centres.push((body.left + margin) / 2);
    if (cell.left !== undefined && cell.right !== undefined) {
      const middle = (cell.left + cell.right) / 2;
      // What fills its cell stands in the middle of it by itself.
      const fills = s.left - cell.left < s.size && cell.right - s.right < s.size;
      if (!fills && centres.every((at) => Math.abs(at - middle) > SAME)) centres.push(middle);
    }
    // Words under a drawing are centred on it.
    for (const [u0, v0, u1, v1] of this.#drawings) {
      const beside = v0 < s.v + NEXT_TO * s.size && v1 > s.v - NEXT_TO * s.size;
      if (beside && u1 > s.left && u0 < s.right) centres.push((u0 + u1) / 2);
    }
    const alignment = alignAlone(s, others, { cell, centres, rights: [margin] });
    this.#aligned.set(s, alignment);
    return alignment;
  }

  /** An anchor that lines share is theirs to the last digit; twins must not differ by rounding. */
  #shared(lines: readonly Segment[], align: Align): number {
    const at = align === "right" ? (s: Segment) => s.right : centre;
    const staying = lines.filter((s) => !s.touched);
    const own = staying.length > 0 ? Math.min(...staying.map(at)) : at(lines[0]!);
    const known = this.#segments.filter((o) => !o.touched).map(at);
    const column = (this.#from + this.#to) / 2;
    if (align === "centre" && Math.abs(own - column) < UNSURE * lines[0]!.size) return column;
    if (align === "right") {
      const { limit } = this.#columns.of(lines, Math.min(...lines.map((s) => s.left)), "right");
      if (Math.abs(own - limit) < SAME) return limit;
    }
    const close = known.filter((k) => Math.abs(k - own) <= SAME);
    return close.length > 0 ? Math.min(...close) : Math.round(own);
  }
}

/** By the letters that stay. */
function isLongInAnyTwin({ lines, anchor, column }: Paragraph): boolean {
  const letters = lines.reduce((sum, line) => sum + withoutNames(line).letters, 0);
  return letters > column.limit - anchor || !lines.some((line) => line.touched);
}

/** Lines without company would stand as far apart as lines of their size do elsewhere. */
function withLeading(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const sizeOf = ({ lines }: Paragraph) => lines[0]!.size;
  const shown = paragraphs.filter((p) => p.leadingShown && isLongInAnyTwin(p));
  return paragraphs.map((p) => {
    if (p.leadingShown && isLongInAnyTwin(p)) return p;
    // With a shorter word two lines might have been one, and nothing else would show their leading.
    const like = shown.filter((o) => Math.abs(sizeOf(o) - sizeOf(p)) < 0.05 * sizeOf(p));
    const alike = like.find((o) => (o.cell !== undefined) === (p.cell !== undefined)) ?? like[0];
    if (alike) return { ...p, leading: alike.leading, leadingShown: true };
    const other = shown[0];
    const share = other ? other.leading / sizeOf(other) : USUAL_LEADING;
    return { ...p, leading: share * sizeOf(p), leadingShown: false };
  });
}
