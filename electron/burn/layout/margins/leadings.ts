// How far apart the lines of running text stand on a page, and where a chain of lines stands further
// apart than one text does.
import type { Segment } from "../model.ts";
import { continuesText } from "../lines/line-starts.ts";

/** Points by which distances differ that are one. */
const EVEN = 0.8;
/** In em: lines without company that stand further apart than this and a little more are no text. */
const UNSHOWN = 1.3;

/** Distances of baselines that running text of one size shows on the page. */
export type Leadings = readonly { readonly size: number; readonly gap: number }[];

/** Where no line of its size goes on in small letters, full ones show it. */
export function leadingsShown(
  chains: readonly (readonly Segment[])[],
  isBroken: (a: Segment, b: Segment) => boolean,
): Leadings {
  const pairs = chains.flatMap((chain) => chain.slice(1).map((b, i) => [chain[i]!, b] as const));
  const told = (of: typeof pairs): Leadings =>
    of.map(([a, b]) => ({ size: a.size, gap: a.v - b.v }));
  const small = told(pairs.filter(([, b]) => continuesText(b)));
  const others = pairs.filter(([a]) => small.every(({ size }) => !isAlike(size, a.size)));
  return [...small, ...told(others.filter(([a, b]) => isBroken(a, b)))];
}

/**
 * Cuts a chain where the distance of baselines grows: the room between two paragraphs.
 *
 * @param own the widest distance that running lines of its size keep
 */
export function byLeading(chain: readonly Segment[], own: number): Segment[][] {
  const gaps = chain.slice(1).map((s, i) => chain[i]!.v - s.v);
  const usual = usualOf(
    gaps,
    gaps.filter((_, i) => continuesText(chain[i + 1]!)),
  );
  const out: Segment[][] = [[chain[0]!]];
  for (let i = 0; i < gaps.length; i++) {
    const near = Math.min(gaps[i - 1] ?? Infinity, gaps[i + 1] ?? Infinity);
    // Lines that stand apart evenly are told from running text by what runs elsewhere.
    const apart = isWider(gaps[i]!, own);
    const ends = apart || (!isEven(gaps[i]!, usual) && isWider(gaps[i]!, near));
    if (ends && !chain[i + 1]!.rest) out.push([]);
    out[out.length - 1]!.push(chain[i + 1]!);
  }
  return out;
}

/**
 * What most distances of a chain are, and all at which a sentence runs on: a title that stands nearer to
 * its text than the lines of that stand to one another makes no paragraphs of them.
 */
function usualOf(gaps: readonly number[], running: readonly number[]): number | undefined {
  const [own] = running;
  if (running.length < 2 || !running.every((gap) => isEven(gap, own))) return undefined;
  return 2 * gaps.filter((gap) => isEven(gap, own)).length > gaps.length ? own : undefined;
}

/** The widest distance that running lines of this size keep more than once. */
export function widestLeading(of: number, shown: Leadings): number {
  const gaps = shown.filter(({ size }) => isAlike(size, of)).map(({ gap }) => gap);
  if (gaps.length === 0) return UNSHOWN * of;
  const like = (gap: number) => gaps.filter((other) => Math.abs(other - gap) < 1).length;
  const often = gaps.filter((gap) => like(gap) > 1);
  return often.length > 0 ? Math.max(...often) : Math.min(...gaps);
}

function isEven(gap: number, usual: number | undefined): boolean {
  return usual !== undefined && Math.abs(gap - usual) < EVEN;
}

function isAlike(size: number, of: number): boolean {
  return Math.abs(size - of) < 0.05 * size;
}

function isWider(gap: number, near: number): boolean {
  return gap > near * 1.18 + 0.3;
}
