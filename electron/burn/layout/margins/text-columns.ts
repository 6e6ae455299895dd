// Two columns of running text beside each other. Columns of one text are as wide as one another, so that
// the right one, which ends at the page's margin, shows where the left one's lines end, whatever is
// burnt in them.
import type { Segment } from "../model.ts";

export interface TextColumns {
  /** Where the lines of the left column start and end at most. */
  readonly left: number;
  readonly limit: number;
  /** Where those of the right one start. */
  readonly second: number;
  /** Baselines of the right column, its highest and its lowest. */
  readonly top: number;
  readonly bottom: number;
}

/** Points by which starts differ that are one, and lines pass the measure they were set to. */
const SAME = 0.8;
const OVER = 1;
/** Lines of either column at least, and the share of its width that such lines have. */
const LINES = 4;
const LONG = 0.5;
/** In em: the room between two columns. */
const GUTTER = { least: 0.5, most: 6 };
/** In em: over and under the right column the left one still runs beside it. */
const BESIDE = 1.2;
const SIGN = /^\p{P}$/u;

/**
 * @param left where the page's text starts
 * @param right where it ends at most
 */
export function textColumns(
  segments: readonly Segment[],
  left: number,
  right: number,
): TextColumns | undefined {
  const second = commonestStart(segments, (left + right) / 2 - SAME, right);
  if (second === undefined) return undefined;
  const width = right - second;
  const limit = left + width;
  const others = segments.filter((s) => near(s.left, second));
  const heights = others.map((s) => s.v);
  const [top, bottom] = [Math.max(...heights), Math.min(...heights)];
  const own = segments.filter(
    (s) => near(s.left, left) && s.right < second && isBeside(s, top, bottom),
  );
  const isLong = (s: Segment) => s.right - s.left > LONG * width;
  if (own.filter(isLong).length < LINES || others.filter(isLong).length < LINES) return undefined;
  const { size } = others[0]!;
  const gutter = (second - limit) / size;
  if (gutter < GUTTER.least || gutter > GUTTER.most) return undefined;
  if (own.some((s) => !s.touched && endOf(s) > limit + OVER)) return undefined;
  return { left, limit, second, top, bottom };
}

/** Hyphens and other signs may hang into the gutter. */
function endOf({ right, glyphs }: Segment): number {
  const last = glyphs[glyphs.length - 1];
  return last && SIGN.test(last.item.shape.unicode) ? Math.min(right, last.u) : right;
}

function isBeside({ v, size }: Segment, top: number, bottom: number): boolean {
  return v < top + BESIDE * size && v > bottom - BESIDE * size;
}

/** Do these lines stand in the left column or the right one? */
export function standsIn(
  lines: readonly Segment[],
  { left, limit, second, top, bottom }: TextColumns,
): "left" | "right" | undefined {
  if (!lines.some((s) => isBeside(s, top, bottom))) return undefined;
  const start = Math.min(...lines.map((s) => s.left));
  if (start > second - SAME) return "right";
  const within = lines.every((s) => (s.touched ? s.right < second : endOf(s) < limit + OVER));
  return start > left - SAME && start < limit && within ? "left" : undefined;
}

/** Where most lines start in the right half of the text. */
function commonestStart(
  segments: readonly Segment[],
  from: number,
  to: number,
): number | undefined {
  const starts = segments.map((s) => s.left).filter((at) => at > from && at < to);
  const countOf = (at: number) => starts.filter((other) => near(other, at)).length;
  let best: number | undefined;
  let most = LINES - 1;
  for (const at of starts) {
    const count = countOf(at);
    if (count > most || (count === most && best !== undefined && at < best))
      [best, most] = [at, count];
  }
  return best;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < SAME;
}
