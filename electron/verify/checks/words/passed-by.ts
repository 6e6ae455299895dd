// Whole lines and cells that changed places on the page, though each still holds its own words and the
// content has them in their order: what stood above or before another may not stand beneath or behind
// it now. Looks where lines may have been set anew; elsewhere the picture tells.
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { foldGlyph } from "../../reading/fold.ts";
import { boxAround } from "../../reading/glyph.ts";
import type { Glyph } from "../../reading/glyph.ts";
import type { Line } from "../../reading/lines.ts";

export interface PassedBy {
  readonly original: readonly Glyph[];
  /** Of the export. */
  readonly lines: readonly Line[];
  /** Candidate glyph → the original's glyph that it stands for. */
  readonly explained: ReadonlyMap<number, number>;
  /** Lines that may have been set anew. */
  readonly zones: readonly Rect[];
}

/** Font sizes of white that part two cells of a line. */
const CELL = 1;
/** Letters that make a stretch of text. */
const SHORTEST = 3;
/** Share of a stretch that must have stood on one line. */
const TOGETHER = 0.6;
/** Font sizes by which one text must be farther down, or along, than another to stand behind it. */
const BEHIND = 0.5;

/** A stretch of a line as it is shown, and where it stood. */
interface Stretch {
  /** Folded. */
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  readonly after: Place;
  readonly before: Place;
  readonly zoned: boolean;
}

interface Place {
  readonly angle: number;
  /** Along the reading direction. */
  readonly from: number;
  readonly to: number;
  /** Across it, upwards. */
  readonly across: number;
  readonly size: number;
}

/** Glyphs of the export in stretches that passed by one another. */
export function passedBy(input: PassedBy): Glyph[] {
  const { lines, zones } = input;
  if (zones.length === 0) return [];
  const stretches = lines.flatMap((line) => stretchesOf(line, input));
  const wrong = new Set<Stretch>();
  for (const [i, one] of stretches.entries())
    for (const other of stretches.slice(i + 1)) {
      if (!one.zoned && !other.zoned) continue;
      // "Yes" in one row and "Yes" in another are taken for one another, and nobody could tell.
      if (one.text === other.text) continue;
      if (orderOf(one.after, other.after) * orderOf(one.before, other.before) >= 0) continue;
      wrong.add(one.zoned ? one : other);
    }
  return [...wrong].flatMap(({ glyphs }) => glyphs);
}

function stretchesOf(line: Line, { original, explained, zones }: PassedBy): Stretch[] {
  const cells: Glyph[][] = [];
  let last: Glyph | undefined;
  for (const glyph of line.glyphs) {
    // A label may reach up to the cell beside it.
    const labelled = foldGlyph(glyph.text) !== "" && !explained.has(glyph.index);
    const near = last && along(glyph) - along(last) < (CELL + 1) * line.size;
    if (near && !labelled) cells[cells.length - 1]!.push(glyph);
    else cells.push(labelled ? [] : [glyph]);
    last = labelled ? undefined : glyph;
  }
  return cells.flatMap((cell): Stretch[] => {
    const known = cell.filter(({ index, text }) => explained.has(index) && foldGlyph(text) !== "");
    const sources = known.map(({ index }) => original[explained.get(index)!]!);
    const middle = median(sources.map(across));
    if (middle === undefined) return [];
    const near = known.filter((glyph, i) => {
      const source = sources[i]!;
      return (
        source.angle === glyph.angle && Math.abs(across(source) - middle) <= BEHIND * glyph.size
      );
    });
    if (near.length < SHORTEST || near.length < TOGETHER * known.length) return [];
    const box = boxAround(near);
    const stood = near.map(({ index }) => original[explained.get(index)!]!);
    const zoned = zones.some((zone) => meets(zone, box));
    const text = near.map((glyph) => foldGlyph(glyph.text)).join("");
    return [{ text, glyphs: near, after: placeOf(near), before: placeOf(stood), zoned }];
  });
}

/** Of numbers; undefined where there are none. */
function median(values: readonly number[]): number | undefined {
  // The letters of a line stand on one height as a rule.
  const first = values[0];
  if (values.every((value) => value === first)) return first;
  return new Float64Array(values).sort()[values.length >> 1];
}

function placeOf(glyphs: readonly Glyph[]): Place {
  let [from, to, size] = [Infinity, -Infinity, -Infinity];
  for (const glyph of glyphs) {
    const at = along(glyph);
    if (at < from) from = at;
    if (at > to) to = at;
    if (glyph.size > size) size = glyph.size;
  }
  return { angle: glyphs[0]!.angle, from, to, across: median(glyphs.map(across))!, size };
}

/** 1 where the first stands above or before the other, -1 the other way round, 0 where it is neither. */
function orderOf(one: Place, other: Place): number {
  if (one.angle !== other.angle) return 0;
  const near = BEHIND * Math.max(one.size, other.size);
  const above = one.across - other.across;
  if (Math.abs(above) <= near) {
    if (one.to + near < other.from) return 1;
    return other.to + near < one.from ? -1 : 0;
  }
  // What shares no column is neither above nor beneath.
  return one.from < other.to && other.from < one.to ? Math.sign(above) : 0;
}

function along({ x, y, angle }: Glyph): number {
  if (angle === 0) return x;
  const radians = (angle * Math.PI) / 180;
  return x * Math.cos(radians) + y * Math.sin(radians);
}

function across({ x, y, angle }: Glyph): number {
  if (angle === 0) return y;
  const radians = (angle * Math.PI) / 180;
  return y * Math.cos(radians) - x * Math.sin(radians);
}
