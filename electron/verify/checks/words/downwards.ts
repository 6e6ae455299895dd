// Over the ends of pages whole lines move, so that lines exchanged with one another would pass for lines
// that moved. Going down a page, what stands beneath something must have stood beneath it before.
import { foldGlyph } from "../../reading/fold.ts";
import type { Glyph } from "../../reading/glyph.ts";
import type { Line, Text } from "../../reading/lines.ts";

/** Points of the strips into which a page is cut from top to bottom: cells beside each other mix. */
const STRIP = 8;
/** Letters, and their share of a line, from which it stands out of its turn. */
const LETTERS = 4;
const SHARE = 0.6;
/** Lines from which the letters of one line may come: texts set anew break elsewhere. */
const NEAR = 5;

/** Letters of lines that stand beneath what they stood above, and letters from far away on a line. */
export function outOfTurn(
  original: Text,
  candidate: Text,
  explained: ReadonlyMap<number, number>,
): Glyph[] {
  const turns = new Map<number, number>();
  original.lines.forEach(({ glyphs, angle }, turn) => {
    if (angle === 0) for (const { index } of glyphs) turns.set(index, turn);
  });
  const passed = new Map<number, number>();
  return candidate.lines
    .filter(({ angle }) => angle === 0)
    .flatMap((line) => {
      const known = turnsOn(line, explained, turns);
      const wrong = known.filter(({ turn, strips }) =>
        strips.some((strip) => (passed.get(strip) ?? -1) > turn),
      );
      for (const { turn, strips } of known)
        for (const strip of strips) passed.set(strip, Math.max(turn, passed.get(strip) ?? -1));
      const usual = median(known.map(({ turn }) => turn));
      const strays = known.filter(
        (one, i) => Math.abs(one.turn - usual) > NEAR || isBack(one, known[i + 1]),
      );
      const isOut = wrong.length >= LETTERS && wrong.length >= SHARE * known.length;
      return (isOut ? [...wrong, ...strays] : strays).map(({ glyph }) => glyph);
    });
}

/** Does the next letter of a word or text come from higher up? Raised numbers are a line of their own. */
function isBack({ turn, glyph }: Placed, next: Placed | undefined): boolean {
  if (!next || turn - next.turn < 2) return false;
  return next.glyph.loose[0] - glyph.loose[2] < glyph.size;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

interface Placed {
  readonly glyph: Glyph;
  /** Which line of the original it stood on. */
  readonly turn: number;
  readonly strips: readonly number[];
}

function turnsOn(
  { glyphs }: Line,
  explained: ReadonlyMap<number, number>,
  turns: ReadonlyMap<number, number>,
): Placed[] {
  return glyphs.flatMap((glyph) => {
    const turn = turns.get(explained.get(glyph.index) ?? -1);
    if (turn === undefined || foldGlyph(glyph.text) === "") return [];
    const [from, to] = [glyph.loose[0], glyph.loose[2]].map((x) => Math.floor(x / STRIP));
    const strips = Array.from({ length: to! - from! + 1 }, (_, i) => from! + i);
    return [{ glyph, turn, strips }];
  });
}
