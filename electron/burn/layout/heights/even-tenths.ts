// Heights in twentieths of a point that were written in tenths. What a half was rounded to shows in
// distances that come out in two ways, and from there runs on through the lines of one size. Numbers
// in, numbers out; heights grow down the page.
import type { Row } from "./row.ts";
import { EXACT } from "./makers.ts";

export const HALF = 0.05;
/** Points of the steps in which distances are told that a twin may show otherwise. */
const STEP = 1;
const MANY = 3;
/** In em, at most: lines of one text stand apart. */
const RUNNING = 1.6;
/** Heights of lines of widespread fonts, in em. */
const USUAL = [1.149, 1.2207, 1.164];

/** Distances that come out in one way, or in two that are a tenth apart. */
interface Kind {
  readonly from: number;
  readonly to: number;
  readonly least: number;
  twice: boolean;
  /** Without rounding; undefined while nothing tells. */
  gap: number | undefined;
  /** How many distances are of this kind. */
  count: number;
  /** Its own distances show that. */
  shown: boolean;
  /** More than one distance. */
  mixed: boolean;
}

interface Distance {
  readonly observed: number;
  readonly kind: Kind;
}

/**
 * Unrounded heights of rows, which of their distances are told and not only placed in steps, and by how
 * much each height was rounded up, where that is known. Whether a tenth more would go to another step
 * hangs on the tenth that this twin shows.
 */
export function evenTenths(rows: readonly Row[]): {
  readonly heights: readonly number[];
  readonly sure: readonly boolean[];
  readonly over: readonly (number | undefined)[];
} {
  const distances = distancesOf(rows);
  const halves = distances.some(({ kind }) => kind.twice);
  // Two distances may be so close that they look like one: then neither is told.
  let told = tellAll(distances);
  for (; told.wrong; told = tellAll(distances)) told.wrong.mixed = true;
  while (tellByOthers(distances)) told = tellAll(distances);
  const { over } = told;
  const heights = [rows[0]!.at];
  const sure: boolean[] = [];
  for (const { kind, observed } of distances) {
    const ofOneSize = kind.from === kind.to && !kind.mixed;
    const known = ofOneSize ? (kind.gap ?? usualOf(kind)) : undefined;
    const about = kind.mixed ? observed : kind.least + (kind.twice ? HALF : 0);
    const step = Math.round((about + HALF) / STEP) * STEP;
    // A twin may show halves that this page does not: there what runs on is exact all the same, and
    // few distances of texts are told as roughly as if they were not known.
    const exact = isRunning(kind) ? known !== undefined || !halves : kind.count >= MANY;
    const isTold = ofOneSize && exact;
    heights.push(heights[heights.length - 1]! + (isTold ? (known ?? about) : step));
    sure.push(isTold);
  }
  return { heights, sure, over };
}

/**
 * What widespread fonts have, where that may be it: of lines that show no halves and are too few to
 * show that there are none.
 */
function usualOf(kind: Kind): number | undefined {
  if (!isRunning(kind) || kind.twice) return undefined;
  return USUAL.map((share) => Math.ceil((share * kind.from) / HALF) * HALF).find(
    (gap) => Math.abs(gap - kind.least) < HALF + EXACT,
  );
}

function isRunning({ from, least }: Kind): boolean {
  return least < RUNNING * from;
}

/** Tells what it can of every distance. */
function tellAll(distances: readonly Distance[]): {
  /** The kind that contradicts others, if there is one. */
  readonly wrong?: Kind;
  /** By how much a height was rounded up. */
  readonly over: readonly (number | undefined)[];
} {
  for (const { kind } of distances) if (!kind.shown) kind.gap = undefined;
  const over: (number | undefined)[] = [];
  for (let changed = true; changed;) {
    changed = false;
    for (const [i, distance] of distances.entries()) {
      const told = tell(distance, over, i);
      if (told === "wrong") return { wrong: distance.kind, over };
      changed ||= told;
    }
  }
  return { over };
}

/**
 * Distances that come out in one way are just that, or half a tenth more or less. What the others tell may
 * leave but one of the three.
 */
function tellByOthers(distances: readonly Distance[]): boolean {
  let any = false;
  for (const kind of new Set(distances.map((one) => one.kind))) {
    if (kind.from !== kind.to || kind.mixed || kind.gap !== undefined) continue;
    kind.shown = true;
    const left = [kind.least - HALF, kind.least, kind.least + HALF].filter((gap) => {
      kind.gap = gap;
      return tellAll(distances).wrong === undefined;
    });
    kind.shown = left.length === 1;
    kind.gap = kind.shown ? left[0] : undefined;
    tellAll(distances);
    any ||= kind.shown;
  }
  return any;
}

function distancesOf(rows: readonly Row[]): readonly Distance[] {
  const kinds: Kind[] = [];
  const all = rows.slice(1).map((row, i) => ({ i, observed: row.at - rows[i]!.at }));
  const found = new Map<number, Distance>();
  for (const { i, observed } of all.toSorted((a, b) => a.observed - b.observed)) {
    const [from, to] = [rows[i]!.size, rows[i + 1]!.size];
    const isOwn = (k: Kind) =>
      k.from === from && k.to === to && observed < k.least + 2 * HALF + EXACT;
    let kind = kinds.find(isOwn);
    if (kind) kind.count++;
    else kinds.push((kind = newKind(from, to, observed)));
    if (observed > kind.least + EXACT) {
      kind.twice = true;
      kind.gap = kind.least + HALF;
    }
    found.set(i, { observed, kind });
  }
  const distances = all.map(({ i }) => found.get(i)!);
  // Two in a row come out alike only where there are no halves; few may be one or none in a twin.
  const isMany = (kind: Kind) => distances.filter((one) => one.kind === kind).length >= MANY;
  for (const [i, { kind }] of distances.entries())
    if (distances[i + 1]?.kind === kind && isMany(kind)) kind.gap ??= kind.least;
  for (const kind of kinds) kind.shown = kind.gap !== undefined;
  return distances;
}

function newKind(from: number, to: number, least: number): Kind {
  return { from, to, least, twice: false, count: 1, gap: undefined, shown: false, mixed: false };
}

/** @returns whether anything is known that was not; lines of other sizes tell nothing */
function tell(
  { observed, kind }: Distance,
  over: (number | undefined)[],
  at: number,
): boolean | "wrong" {
  if (kind.from !== kind.to || kind.mixed) return false;
  const [a, b] = [over[at], over[at + 1]];
  if (kind.gap === undefined) {
    if (a === undefined || b === undefined) return false;
    kind.gap = observed - b + a;
    return true;
  }
  // What this distance gained by rounding: half a tenth, nothing, or half a tenth less.
  const gained = observed - kind.gap;
  const start =
    Math.abs(gained) < EXACT ? (a ?? (b === undefined ? b : b - gained)) : gained > 0 ? 0 : HALF;
  if (start === undefined) return false;
  const end = start + gained;
  const wrong = (known: number | undefined, told: number) =>
    known !== undefined && Math.abs(known - told) > EXACT;
  if (wrong(a, start) || wrong(b, end) || end < -EXACT || end > HALF + EXACT) return "wrong";
  if (a !== undefined && b !== undefined) return false;
  [over[at], over[at + 1]] = [start, end];
  return true;
}
