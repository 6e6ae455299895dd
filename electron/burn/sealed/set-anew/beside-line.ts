// What stands behind a burnt word on its line and stays where it was: a drawing that ends or begins
// there, or words that stand apart, may have been pushed along by the word, and show how long it was.
// What shares its place with another line has a column of its own. Never told by how long this word
// was: twins must state the same.
import type { Edge } from "../../../pdfium/clip-edges.ts";
import type { PageObject } from "../../../pdfium/page-objects.ts";
import type { TouchedSegment } from "./line-plan.ts";
import { frameOf, toFrame } from "../glyphs/lines.ts";
import type { Frame, Segment } from "../glyphs/lines.ts";

/** In em: larger drawings have a place of their own, thinner ones are rules and underlines. */
const LARGEST = 2.5;
const THINNEST = 0.1;
/** In em: a rule's height, how far from the line, and how near to its words' ends, one was made for it. */
const FLAT = 0.25;
const APART = 2;
const WITH = 0.1;
/** In em: how tall a drawing is at most that was made around words of one line, its soft edge included. */
const AROUND = 4;
/** In em around a word's end: where an arrow to it begins; and how tall it is at least. */
const POINTED = 0.25;
/** In em under and over the baseline: where the middle of what stands on a line is. */
const LOW = -0.4;
const HIGH = 1.1;
/** Points: where two things begin or end at one place. */
const SAME = 0.6;

interface Thing {
  readonly start: number;
  readonly end: number;
  /** Over the first baseline of the frame. */
  readonly middle: number;
}

export function standsBeside(
  { segment, burnt }: TouchedSegment,
  objects: readonly PageObject[],
  segments: readonly Segment[],
  cuts: readonly Edge[],
): boolean {
  const { em, v, angle } = segment;
  const frame = frameOf(angle);
  if (frame.cos * frame.sin !== 0) return false;
  const gone = segment.glyphs.filter((_, i) => burnt[i]);
  const from = Math.min(...gone.map(({ u }) => u));
  const to = Math.max(...gone.map(({ u, glyph }) => u + glyph.advance));
  // An arrow or a brace that begins at the word, wherever it leads.
  const points = objects.some((object) => {
    if (object.kind !== "path") return false;
    const { low, high, start } = thingIn(frame, object);
    const level = low - v < HIGH * em && high - v > LOW * em && high - low > POINTED * em;
    return level && start > from + POINTED * em && start < to + POINTED * em;
  });
  if (points) return true;
  // A rule that was cut off around the word goes on where the word ended.
  const goesOn = cuts.some((edge) => {
    const { low, high, start, end } = between(frame, ...edge);
    const level = low - v < HIGH * em && high - v > LOW * em && high - low < LARGEST * em;
    return level && end - start < SAME && high - low > THINNEST * em && start > from;
  });
  if (goesOn) return true;
  // A rule over or under the word, from its first letter to its last; others are drawn anew with it.
  const asLong = objects.some((object) => {
    if (object.kind === "text") return false;
    const { low, high, start, end, middle } = thingIn(frame, object);
    const at = (middle - v) / em;
    if (high - low > FLAT * em || at < LOW - APART || at > HIGH + APART) return false;
    const near = Math.max(Math.abs(start - from), Math.abs(end - to)) < WITH * em;
    return near && (at < LOW || at > HIGH);
  });
  if (asLong) return true;
  const drawn = objects.flatMap((object) => {
    if (object.kind === "text") return [];
    const { low, high, ...thing } = thingIn(frame, object);
    const [wide, tall] = [thing.end - thing.start, high - low];
    const around = thing.start <= from && thing.end > from;
    const fits = tall < (around ? AROUND : LARGEST) * em;
    // An underline begins before its words end; a rule behind them does not.
    const thick = tall > THINNEST * em || thing.start > segment.end - THINNEST * em;
    return fits && thick && wide > THINNEST * em ? [thing] : [];
  });
  const said = segments
    .filter((other) => other.angle === angle && other !== segment)
    .map((other): Thing => ({ start: other.start, end: other.end, middle: other.v }));
  const alone = (thing: Thing, all: readonly Thing[], edge: "start" | "end"): boolean =>
    !all.some(
      (other) =>
        Math.abs(other[edge] - thing[edge]) < SAME &&
        Math.abs(other.middle - thing.middle) > 0.5 * em,
    );
  return (
    drawn.some((thing) => {
      const at = thing.middle - v;
      if (at < LOW * em || at > HIGH * em || thing.end <= from) return false;
      // What lies behind the word ends where it ends; what follows it begins there.
      return alone(thing, drawn, thing.start > from ? "start" : "end");
    }) ||
    said.some(
      (thing) =>
        Math.abs(thing.middle - v) < 0.3 * em &&
        thing.start > from &&
        alone(thing, said, "start") &&
        alone(thing, said, "end"),
    )
  );
}

export function thingIn(
  frame: Frame,
  { bounds }: PageObject,
): Thing & { low: number; high: number } {
  return between(frame, [bounds[0], bounds[1]], [bounds[2], bounds[3]]);
}

function between(frame: Frame, ...[one, other]: Edge): Thing & { low: number; high: number } {
  const a = toFrame(frame, ...one);
  const b = toFrame(frame, ...other);
  const [low, high] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  return {
    start: Math.min(a[0], b[0]),
    end: Math.max(a[0], b[0]),
    middle: (low + high) / 2,
    low,
    high,
  };
}
