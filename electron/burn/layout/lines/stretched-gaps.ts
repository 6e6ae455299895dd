// Gaps of justified lines of few words, which may be wider than those between columns.
import type { SeenGlyph, Segment } from "../model.ts";

/** In em: gaps between words are wider. */
const LEAST = 0.15;
/** So many equal gaps on a line, to this many points, are a justified line's. */
const EVEN_GAPS = 2;
const EVEN = 0.3;
/** Signs behind which a gap may be stretched so many times as much. */
const SIGN = /^[.,;:?!)\u2019\u201d]$/u;
const WIDEST_BEHIND = 3.2;
/** No justified line is stretched further than this; cells stand farther apart. */
const WIDEST_EVEN = 5;

/**
 * The gap that a justified line of few words has everywhere; columns never stand so evenly. Behind a
 * comma or a full stop some makers stretch it more.
 */
export function stretchedGap(line: readonly Segment[]): number | undefined {
  const gaps = line.flatMap((s, i) => [
    ...gapsIn(s),
    ...(i + 1 < line.length ? [{ gap: line[i + 1]!.left - s.right, wider: endsPart(s) }] : []),
  ]);
  const plain = gaps.flatMap(({ gap, wider }) => (wider ? [] : [gap]));
  const first = plain[0];
  if (plain.length < EVEN_GAPS || first === undefined) return undefined;
  if (first <= 0 || first > WIDEST_EVEN * line[0]!.size) return undefined;
  const even = gaps.every(({ gap, wider }) => isEven(gap, first) || (wider && isWider(gap, first)));
  return even ? first : undefined;
}

export function hasGap(a: Segment, b: Segment, gap: number | undefined): boolean {
  if (gap === undefined) return false;
  const own = b.left - a.right;
  return isEven(own, gap) || (endsPart(a) && isWider(own, gap));
}

function isEven(gap: number, of: number): boolean {
  return Math.abs(gap - of) < EVEN;
}

function isWider(gap: number, than: number): boolean {
  return gap > than && gap < WIDEST_BEHIND * than;
}

/** Gaps between its words, and which of them stand behind a sign. */
function gapsIn({ glyphs }: Segment): readonly { readonly gap: number; readonly wider: boolean }[] {
  return glyphs.slice(1).flatMap((b, i) => {
    const a = glyphs[i]!;
    const gap = b.u - a.u - a.advance;
    return gap > LEAST * b.size ? [{ gap, wider: isSign(a) }] : [];
  });
}

function endsPart({ glyphs }: Segment): boolean {
  return isSign(glyphs[glyphs.length - 1]!);
}

function isSign(g: SeenGlyph): boolean {
  return g.mark < 0 && SIGN.test(g.item.shape.unicode);
}
