// Writes runs of glyphs: one font, one colour, one slant; positions by TJ, so that every glyph
// stands where the display list put it to within a hundredth of a point.
import type { GlyphItem } from "../interpret/display-list.ts";
import type { GlyphPools, Placed } from "../fonts/pool.ts";
import { hex4 } from "../fonts/embed.ts";
import type { ContentWriter } from "./content.ts";
import { num } from "./content.ts";

/** Points by which a glyph may stray from its place along the line, and off it. */
const STRAY = 0.012;
const STRAY_ACROSS = 0.0015;

interface Run {
  readonly placed: Placed;
  readonly size: number;
  /** Linear part of the text matrix, as written. */
  readonly linear: string;
  /** Its first letter. */
  readonly first: GlyphItem;
  readonly basis: readonly [number, number, number, number];
  readonly style: string;
  x: number;
  y: number;
  /** Text-space position behind the last glyph written. */
  pen: number;
  /** Pieces of the TJ array. */
  parts: string[];
  codes: string;
}

/** Shows glyphs in the given order. The caller has set the clip. */
export function writeText(
  out: ContentWriter,
  pools: GlyphPools,
  glyphs: readonly GlyphItem[],
): void {
  if (glyphs.length === 0) return;
  out.raw("BT");
  let run: Run | undefined;
  let shown: Run | undefined;
  const flush = () => {
    if (!run) return;
    show(out, run, shown);
    shown = run;
    run = undefined;
  };
  for (const item of glyphs) {
    const placed = pools.take(item.face, item.shape);
    let along = run ? continues(run, item, placed) : undefined;
    if (along === undefined) {
      flush();
      paint(out, item);
      run = start(item, placed);
      along = 0;
    }
    append(run!, placed, along);
  }
  flush();
  out.raw("ET");
}

function styleOf(item: GlyphItem): string {
  return item.stroke
    ? `stroke ${item.fill ?? ""} ${item.stroke.colour} ${num(item.stroke.width)}`
    : `fill ${item.fill ?? ""}`;
}

function start(item: GlyphItem, placed: Placed): Run {
  const [a, b, c, d, e, f] = item.matrix;
  const size = Number(num(Math.hypot(c, d)));
  // Glyphs too small for three decimals keep their size in the matrix.
  const unit = size > 0.01 ? size : 1;
  // Divided by the exact size, so that upright text has a plain matrix.
  const exact = size > 0.01 ? Math.hypot(c, d) : 1;
  const basis = [a / exact, b / exact, c / exact, d / exact] as const;
  return {
    placed,
    size: unit,
    linear: basis.map((n) => num(n, 6)).join(" "),
    basis,
    first: item,
    style: styleOf(item),
    x: e,
    y: f,
    pen: 0,
    parts: [],
    codes: "",
  };
}

/** Where the glyph stands in the run's text space, or undefined where it needs a new run. */
function continues(run: Run, item: GlyphItem, placed: Placed): number | undefined {
  if (run.placed.pool !== placed.pool) return undefined;
  const { fill, stroke } = run.first;
  const plain = item.fill === fill && item.stroke === stroke;
  if (!plain && run.style !== styleOf(item)) return undefined;
  // Letters of one line share their matrix; only others are worth a second look.
  if (!isParallel(item.matrix, run.first.matrix)) {
    const next = start(item, placed);
    if (next.size !== run.size || next.linear !== run.linear) return undefined;
  }
  const [a, b, c, d] = run.basis;
  const dx = item.matrix[4] - run.x;
  const dy = item.matrix[5] - run.y;
  const det = a * d - b * c;
  const along = (dx * d - dy * c) / det;
  const across = (dy * a - dx * b) / det;
  return Math.abs(across) <= STRAY_ACROSS ? along : undefined;
}

function isParallel(a: GlyphItem["matrix"], b: GlyphItem["matrix"]): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3];
}

function append(run: Run, placed: Placed, along: number): void {
  const off = along - run.pen;
  if (Math.abs(off) > STRAY) {
    const adjust = num((-off * 1000) / run.size, 2);
    if (run.codes !== "") run.parts.push(`<${run.codes}>`);
    run.codes = "";
    run.parts.push(adjust);
    run.pen -= (Number(adjust) * run.size) / 1000;
  }
  run.codes += hex4(placed.glyph.code);
  run.pen += (placed.glyph.width * run.size) / 1000;
}

function show(out: ContentWriter, run: Run, before: Run | undefined): void {
  if (run.codes !== "") run.parts.push(`<${run.codes}>`);
  const font = `/${run.placed.pool.name} ${num(run.size)} Tf`;
  if (!before || `/${before.placed.pool.name} ${num(before.size)} Tf` !== font) out.raw(font);
  out.raw(`${run.linear} ${num(run.x)} ${num(run.y)} Tm`);
  const only = run.parts.length === 1 ? run.parts[0]! : undefined;
  out.raw(only ? `${only} Tj` : `[${run.parts.join("")}] TJ`);
  if (run.style.startsWith("stroke")) out.raw("0 Tr");
}

function paint(out: ContentWriter, item: GlyphItem): void {
  if (item.fill !== undefined) out.fillColour(item.fill);
  if (item.stroke) {
    out.strokeColour(item.stroke.colour);
    out.lineWidth(item.stroke.width);
    out.raw(item.fill === undefined ? "1 Tr" : "2 Tr");
  }
}
