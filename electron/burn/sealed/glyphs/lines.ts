// Groups glyphs into lines and lines into segments: stretches of words that belong together and
// can be re-set without touching their neighbours (a line of a column, the content of a table
// cell). Geometry only: `u` runs along the writing direction, `v` across it, both in points.
import type { Glyph } from "./glyph.ts";

/** Glyphs of a line in the order in which they stand, left to right in writing direction. */
export interface Segment {
  /** Radians; equal for all glyphs. */
  readonly angle: number;
  readonly glyphs: readonly PlacedGlyph[];
  /** Ends of the pen: start of the first glyph, end of the last one's advance. */
  readonly start: number;
  readonly end: number;
  /** Baseline. */
  readonly v: number;
  readonly em: number;
}

export interface PlacedGlyph {
  readonly glyph: Glyph;
  readonly u: number;
  readonly v: number;
}

/** A gap wider than this many em parts two segments. */
const COLUMN_GAP = 1.6;
/** Within one string of the source even a wide gap is a justified line's. */
const STRING_GAP = 6;
/** A list's number, the gap after it in em, and how many lines begin where its words do. */
const LONGEST_NUMBER = 8;
const TAB_GAP = 0.45;
const STOPS = 2;
const SAME_ANGLE = Math.PI / 720;
/** Letters so many times as large as others, a watermark's or an initial, stand on no line with them. */
const LOOMS = 2.2;

export interface Frame {
  readonly cos: number;
  readonly sin: number;
}

export function frameOf(angle: number): Frame {
  // Right angles exactly, so that upright pages suffer no rounding.
  const quarter = Math.round(angle / (Math.PI / 2));
  if (Math.abs(angle - (quarter * Math.PI) / 2) < SAME_ANGLE) {
    const turn = ((quarter % 4) + 4) % 4;
    return { cos: [1, 0, -1, 0][turn]!, sin: [0, 1, 0, -1][turn]! };
  }
  return { cos: Math.cos(angle), sin: Math.sin(angle) };
}

export function toFrame({ cos, sin }: Frame, x: number, y: number): readonly [number, number] {
  return [x * cos + y * sin, y * cos - x * sin];
}

export function fromFrame({ cos, sin }: Frame, u: number, v: number): readonly [number, number] {
  return [u * cos - v * sin, u * sin + v * cos];
}

/**
 * @param parted true where something drawn (a cell's border) stands between two positions of a line
 */
export function segmentsOf(
  glyphs: readonly Glyph[],
  parted: (frame: Frame, v: number, em: number, u0: number, u1: number) => boolean,
): readonly Segment[] {
  const segments: Segment[] = [];
  for (const group of byAngle(glyphs)) {
    const own: Segment[] = [];
    const angle = group[0]!.angle;
    const frame = frameOf(angle);
    const placed = group.map((glyph) => {
      const [u, v] = toFrame(frame, glyph.x, glyph.y);
      return { glyph, u, v };
    });
    for (const line of linesOf(placed)) {
      own.push(...split(line, angle, frame, parted));
    }
    segments.push(...atTabStops(own));
  }
  return segments.sort((a, b) => firstIndex(a) - firstIndex(b));
}

function byAngle(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const groups: { angle: number; glyphs: Glyph[] }[] = [];
  for (const glyph of glyphs) {
    const group = groups.find((g) => turnBetween(g.angle, glyph.angle) < SAME_ANGLE);
    if (group) group.glyphs.push(glyph);
    else groups.push({ angle: glyph.angle, glyphs: [glyph] });
  }
  return groups.map((g) => g.glyphs);
}

function turnBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % (2 * Math.PI);
  return Math.min(turn, 2 * Math.PI - turn);
}

/** Lines by baseline; raised and lowered small print joins the line whose words it touches. */
function linesOf(placed: readonly PlacedGlyph[]): readonly PlacedGlyph[][] {
  const sorted = [...placed].sort((a, b) => b.v - a.v || a.u - b.u);
  const lines: Row[] = [];
  for (const item of sorted) {
    const { em } = item.glyph;
    // The lines are in falling order: only the last few can be near.
    let home: (typeof lines)[number] | undefined;
    for (let i = lines.length - 1; i >= 0 && i >= lines.length - 4; i--) {
      const line = lines[i]!;
      if (loom(line, item.glyph)) continue;
      if (Math.abs(line.v - item.v) <= 0.22 * Math.max(line.em, em)) {
        home = line;
        break;
      }
    }
    if (!home) lines.push((home = { v: item.v, em, glyphs: [] }));
    home.glyphs.push(item);
    if (em > home.em) home.em = em;
  }
  return joinRaised(lines).map((line) => line.sort((a, b) => a.u - b.u));
}

/** Letters by their baseline, and the size of the largest. */
interface Row {
  readonly v: number;
  em: number;
  readonly glyphs: PlacedGlyph[];
}

function loom(a: Pick<Row, "em">, b: Pick<Row, "em">): boolean {
  return Math.max(a.em, b.em) >= LOOMS * Math.min(a.em, b.em);
}

function joinRaised(lines: Row[]): PlacedGlyph[][] {
  const kept = lines.filter((line) => {
    const small = line.glyphs;
    const home = lines.find((other) => {
      if (other === line || other.em < line.em * 1.15 || loom(other, line)) return false;
      const rise = line.v - other.v;
      if (rise < -0.35 * other.em || rise > 0.6 * other.em) return false;
      return small.every((s) =>
        other.glyphs.some(
          (o) => o.u < s.u + s.glyph.em && o.u + o.glyph.advance > s.u - 0.4 * other.em,
        ),
      );
    });
    if (!home || small.length > 8) return true;
    home.glyphs.push(...small);
    return false;
  });
  return kept.map((line) => line.glyphs);
}

function split(
  line: readonly PlacedGlyph[],
  angle: number,
  frame: Frame,
  parted: (frame: Frame, v: number, em: number, u0: number, u1: number) => boolean,
): Segment[] {
  const segments: Segment[] = [];
  let current: PlacedGlyph[] = [];
  let end = -Infinity;
  const close = () => {
    if (current.length > 0) segments.push(segment(current, angle));
    current = [];
    end = -Infinity;
  };
  for (const item of line) {
    const em = item.glyph.em;
    const gap = item.u - end;
    if (current.length > 0 && gap > 0.12 * em) {
      const one = current[current.length - 1]!.glyph.run === item.glyph.run;
      if (gap > (one ? STRING_GAP : COLUMN_GAP) * em || parted(frame, item.v, em, end, item.u))
        close();
    }
    current.push(item);
    end = Math.max(end, item.u + item.glyph.advance);
  }
  close();
  return segments;
}

/** A list's numbers stand apart from its words, however narrow the gap a long number leaves. */
function atTabStops(segments: readonly Segment[]): readonly Segment[] {
  const step = (u: number) => Math.round(u * 2);
  const starts = new Map<number, number>();
  for (const { start } of segments) starts.set(step(start), (starts.get(step(start)) ?? 0) + 1);
  const stops = (u: number) =>
    [-1, 0, 1].reduce((sum, by) => sum + (starts.get(step(u) + by) ?? 0), 0) >= STOPS;
  return segments.flatMap((whole) => {
    const at = whole.glyphs.findIndex((placed, i) => {
      const last = whole.glyphs[i - 1];
      return last && placed.u - last.u - last.glyph.advance > TAB_GAP * placed.glyph.em;
    });
    if (at < 1 || at > LONGEST_NUMBER || !stops(whole.glyphs[at]!.u)) return [whole];
    const number = whole.glyphs.slice(0, at);
    if (!number.some(({ glyph }) => /[\d\u2022\u00b7\u2013\u2014.)]/u.test(glyph.text)))
      return [whole];
    return [segment(number, whole.angle), segment(whole.glyphs.slice(at), whole.angle)];
  });
}

function segment(glyphs: readonly PlacedGlyph[], angle: number): Segment {
  const em = mostFrequent(glyphs.map((g) => Math.round(g.glyph.em * 2) / 2));
  const body = glyphs.filter((g) => Math.abs(g.glyph.em - em) <= 0.5);
  return {
    angle,
    glyphs,
    start: Math.min(...glyphs.map((g) => g.u)),
    end: Math.max(...glyphs.map((g) => g.u + g.glyph.advance)),
    v: (body[0] ?? glyphs[0]!).v,
    em: Math.max(em, 1),
  };
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]![0];
}

function firstIndex(segment: Segment): number {
  return Math.min(...segment.glyphs.map((g) => g.glyph.index));
}
