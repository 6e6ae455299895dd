// Decides which glyphs a mark burns. Any overlap beyond a hair burns the whole glyph, and a
// neighbour that is only brushed survives (B2, B3). It looks at where a glyph stands, never at
// what it says.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { GlyphItem } from "../../crisp/interpret/display-list.ts";

type Point = readonly [number, number];

/**
 * What may be brushed: a share of the glyph, and at least this many points. Across, of a line's height (em),
 * so that a high mark takes the small letters of a line beside it no sooner than the tall ones.
 */
const HAIR_ALONG = 0.12;
const HAIR_ACROSS = 0.18;
const HAIR_POINTS = 0.3;
const LINE_HEIGHT = 0.7;
/** Share of a glyph beyond which it is never only brushed. */
const MOST_BRUSHED = 0.4;
/** Blanks stand as high as small letters. */
const BLANK_TOP = 0.5;

/** What kerning lays over a glyph's own advance, in em: at its start and at its end. */
export interface Overlap {
  readonly start: number;
  readonly end: number;
}

/**
 * Index of the first mark that burns the glyph, or -1.
 *
 * @param overlapOf asked only for glyphs near a mark
 */
export function burntBy(item: GlyphItem, marks: readonly Rect[], overlapOf: () => Overlap): number {
  if (!isNearAny(item, marks)) return -1;
  // Kerning draws a neighbour under the mark, a slant its ink: only both together are more than
  // a brush.
  const quads = cores(item, overlapOf());
  const bounds = quads.map(boundsOf);
  return marks.findIndex((mark) =>
    quads.every((quad, i) => rectanglesMeet(bounds[i]!, mark) && quadMeets(quad, mark)),
  );
}

/** A cheap look before `burntBy`: most letters of a page are far from every mark. Never too narrow. */
export function isNearAny({ shape, matrix }: GlyphItem, marks: readonly Rect[]): boolean {
  const ink = shape.bounds;
  let along = Math.abs(shape.advance);
  let up = BLANK_TOP;
  if (ink) {
    along = Math.max(Math.abs(ink[0]), Math.abs(ink[2]), along);
    up = Math.max(Math.abs(ink[1]), Math.abs(ink[3]));
  }
  const across = (Math.abs(matrix[0]) + Math.abs(matrix[1])) * along;
  const reach = across + (Math.abs(matrix[2]) + Math.abs(matrix[3])) * up;
  const e = matrix[4];
  const f = matrix[5];
  for (const mark of marks) {
    if (e + reach < mark[0] || e - reach > mark[2]) continue;
    if (f + reach >= mark[1] && f - reach <= mark[3]) return true;
  }
  return false;
}

/** The glyph's advance box and its ink box, without the hair around them. */
function cores(item: GlyphItem, overlap: Overlap): readonly (readonly Point[])[] {
  const { shape, matrix } = item;
  const [a, b, c, d, e, f] = matrix;
  const em = Math.hypot(a, b) || 1;
  const emUp = Math.hypot(c, d) || 1;
  const ink = shape.bounds;
  const [bottom, top] = ink ? [ink[1], ink[3]] : [0, BLANK_TOP];
  const dy = hair(top - bottom, HAIR_ACROSS * Math.max(top - bottom, LINE_HEIGHT), emUp);
  const at = (x: number, y: number): Point => [a * x + c * y + e, b * x + d * y + f];
  const box = (start: number, end: number): readonly Point[] => {
    const dx = hair(end - start, HAIR_ALONG * (end - start), em);
    return [
      at(start + dx, bottom + dy),
      at(end - dx, bottom + dy),
      at(end - dx, top - dy),
      at(start + dx, top - dy),
    ];
  };
  const quads: (readonly Point[])[] = [];
  if (ink) quads.push(box(ink[0], ink[2]));
  // Accents set over letters have no advance; they are judged by their ink.
  if (!ink || shape.advance > 0.01) {
    quads.push(box(overlap.start, Math.max(overlap.start, shape.advance - overlap.end)));
  }
  return quads;
}

function hair(extent: number, brushed: number, em: number): number {
  return Math.min(extent * MOST_BRUSHED, Math.max(brushed, HAIR_POINTS / em));
}

function boundsOf(quad: readonly Point[]): Rect {
  const p = quad[0]!;
  const q = quad[1]!;
  const r = quad[2]!;
  const s = quad[3]!;
  return [
    Math.min(p[0], q[0], r[0], s[0]),
    Math.min(p[1], q[1], r[1], s[1]),
    Math.max(p[0], q[0], r[0], s[0]),
    Math.max(p[1], q[1], r[1], s[1]),
  ];
}

/** Also of rectangles without a width, which letters may have. */
export function rectanglesMeet(a: Rect, b: Rect): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** Separating axes of the quad's own edges; the rectangle's axes were tried before. */
function quadMeets(quad: readonly Point[], rect: Rect): boolean {
  return !isParted(quad, rect, quad[0]!, quad[1]!) && !isParted(quad, rect, quad[1]!, quad[2]!);
}

/** True where an edge's normal parts the two. Without arrays: most letters near a mark ask. */
function isParted(quad: readonly Point[], rect: Rect, from: Point, to: Point): boolean {
  const nx = from[1] - to[1];
  const ny = to[0] - from[0];
  const a = quad[0]![0] * nx + quad[0]![1] * ny;
  const b = quad[1]![0] * nx + quad[1]![1] * ny;
  const c = quad[2]![0] * nx + quad[2]![1] * ny;
  const d = quad[3]![0] * nx + quad[3]![1] * ny;
  const p = rect[0] * nx + rect[1] * ny;
  const q = rect[2] * nx + rect[1] * ny;
  const r = rect[2] * nx + rect[3] * ny;
  const s = rect[0] * nx + rect[3] * ny;
  return (
    Math.max(a, b, c, d) <= Math.min(p, q, r, s) || Math.max(p, q, r, s) <= Math.min(a, b, c, d)
  );
}
