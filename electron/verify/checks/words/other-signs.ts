// Signs of fonts that do not say what they draw: the original's is read as one sign and the export's, which
// was told from its drawing, as another. What stands beside the same letters is taken for the same sign;
// whether it is drawn as it was is asked elsewhere.
import type { Glyph } from "../../reading/glyph.ts";
import { hasLetter } from "../../reading/letters.ts";
import type { Line } from "../../reading/lines.ts";

export interface OtherSigns {
  /** Lines of original and export as they were read. */
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  /** Letters of the original that nothing stands for, and those of the export that stand for nothing. */
  readonly lost: readonly number[];
  readonly extra: readonly number[];
  /** Original and candidate. */
  readonly pairs: readonly (readonly [number, number])[];
}

/** @returns pairs of signs, original and candidate */
export function otherSigns(input: OtherSigns): [number, number][] {
  const { before, after, lost, extra, pairs } = input;
  if (lost.length === 0 || extra.length === 0) return [];
  const stoodFor = new Map(pairs.map(([from, to]) => [to, from]));
  const known = new Set(stoodFor.values());
  const gone = signsBy(before, new Set(lost), (index) => (known.has(index) ? index : undefined));
  const come = signsBy(after, new Set(extra), (index) => stoodFor.get(index));
  return [...come].flatMap(([beside, to]): [number, number][] => {
    const from = gone.get(beside);
    return from === undefined ? [] : [[from, to]];
  });
}

/** Signs by the letters of the original before and behind them. */
function signsBy(
  lines: readonly Line[],
  wanted: ReadonlySet<number>,
  letterOf: (index: number) => number | undefined,
): Map<string, number> {
  const found = new Map<string, number>();
  let [before, sign]: [number | undefined, Glyph | undefined] = [undefined, undefined];
  for (const glyph of lines.flatMap(({ glyphs }) => glyphs)) {
    const letter = letterOf(glyph.index);
    if (letter === undefined) {
      // Two signs side by side are not told from one another.
      sign = wanted.has(glyph.index) && !hasLetter(glyph.text) && !sign ? glyph : undefined;
      continue;
    }
    if (sign) found.set(`${before} ${letter}`, sign.index);
    [before, sign] = [letter, undefined];
  }
  return found;
}
