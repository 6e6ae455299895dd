// Decides which glyphs a mark removes: a glyph that is covered by more than a sliver goes wholly,
// so that never half a letter is left (B2); one that a mark's edge merely grazes stays (B3).
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Glyph } from "./glyph.ts";
import { frameOf, toFrame } from "./lines.ts";

/** Share of a glyph's length that a mark may graze. Kerned neighbours overlap by less. */
const GRAZED_ALONG = 0.12;
/** Share of a line's height (em), so that small letters are grazed where tall ones are. */
const GRAZED_ACROSS = 0.18;
const LINE_HEIGHT = 0.7;
/** Share of a glyph's height beyond which it is never only grazed. */
const MOST_GRAZED = 0.4;
/** Em: less advance has only what is set over a letter. */
const SET_OVER = 0.01;
/** For text at odd angles: share of the glyph's area. */
const GRAZED_AREA = 0.06;
const STEPS = 12;
/**
 * Times the mark's height from which on letters belong to a watermark and not to the marked line; upright
 * ones that stand alone may be a capital that was dropped over several lines.
 */
const LOOMS = 2.5;
const LOOMS_ALONE = 6;
/** Share of a letter under a mark from which on the mark means the letter, however large that is. */
const MEANT = 0.35;
/** Cosine under which text goes up the page and marks on it stand on end. */
const STEEP = 0.26;

export function removedBy(mark: Rect, glyph: Glyph): boolean {
  const { ink, x, y, advance, em } = glyph;
  const reach = Math.max(advance, em);
  if (x - reach > mark[2] || x + reach < mark[0]) return false;
  if (y - reach > mark[3] || y + reach < mark[1]) return false;
  const frame = frameOf(glyph.angle);
  const upright = frame.cos === 0 || frame.sin === 0;
  const [u, v] = toFrame(frame, x, y);
  const inked = ink[2] > ink[0] && ink[3] > ink[1];
  if (loomsOver(mark, glyph)) return false;
  if (!upright) return oddAngle(mark, glyph);
  const a = toFrame(frame, mark[0], mark[1]);
  const b = toFrame(frame, mark[2], mark[3]);
  const c = inked ? toFrame(frame, ink[0], ink[1]) : ([u, v] as const);
  const d = inked ? toFrame(frame, ink[2], ink[3]) : ([u + advance, v + 0.5 * em] as const);
  const [low, high] = [Math.min(c[1], d[1]), Math.max(c[1], d[1])];
  const across = share(low, high, a[1], b[1]);
  // Signs set over letters have no advance; they are judged by their ink.
  const isSet = inked && advance < SET_OVER * em;
  const along = share(
    isSet ? Math.min(c[0], d[0]) : u,
    isSet ? Math.max(c[0], d[0]) : u + advance,
    a[0],
    b[0],
  );
  return along > GRAZED_ALONG && across > grazedAcross(high - low, em);
}

/** Share of a glyph's own height that a mark may graze. */
function grazedAcross(height: number, em: number): number {
  const line = Math.max(height, LINE_HEIGHT * em);
  return Math.min(MOST_GRAZED, (GRAZED_ACROSS * line) / Math.max(height, 1e-6));
}

/** A letter of a watermark that a mark on a word merely touches: it stays, but for what the box covers. */
function loomsOver(mark: Rect, { ink, em, angle, row }: Glyph): boolean {
  if (!looms(em, angle, row === true, mark)) return false;
  const wide = share(ink[0], ink[2], mark[0], mark[2]);
  return Math.max(0, wide) * Math.max(0, share(ink[1], ink[3], mark[1], mark[3])) < MEANT;
}

/**
 * True of letters that are so much larger than a mark or a box that it cannot be meant for their line.
 *
 * @param em in the units of the rectangle
 * @param row they stand beside others of their kind
 */
function looms(em: number, angle: number, row: boolean, [x0, y0, x1, y1]: Rect): boolean {
  const { cos, sin } = frameOf(angle);
  const high = Math.abs(cos) < STEEP ? x1 - x0 : y1 - y0;
  return em >= (!row && (cos === 0 || sin === 0) ? LOOMS_ALONE : LOOMS) * high;
}

/** Part of [from, to] that lies between `a` and `b`, 0..1. */
function share(from: number, to: number, a: number, b: number): number {
  const length = Math.max(to - from, 1e-6);
  return (Math.min(to, Math.max(a, b)) - Math.max(from, Math.min(a, b))) / length;
}

function oddAngle(mark: Rect, glyph: Glyph): boolean {
  const cos = Math.cos(glyph.angle);
  const sin = Math.sin(glyph.angle);
  let inside = 0;
  for (let i = 0; i < STEPS; i++) {
    for (let j = 0; j < STEPS; j++) {
      const along = ((i + 0.5) / STEPS) * glyph.advance;
      const across = ((j + 0.5) / STEPS) * 0.75 * glyph.em;
      const x = glyph.x + cos * along - sin * across;
      const y = glyph.y + sin * along + cos * across;
      if (x > mark[0] && x < mark[2] && y > mark[1] && y < mark[3]) inside++;
    }
  }
  return inside / (STEPS * STEPS) > GRAZED_AREA;
}
