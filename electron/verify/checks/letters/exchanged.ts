// Letters that were taken for one another: of a "t" of its own and one that is drawn along with the "f" before
// it each is drawn as the other's letter was; so is each of two brackets that are read alike. Nobody could
// tell that two of one letter were exchanged; what counts is that as many stand there as before, each drawn
// as one of them.
import type { Glyph } from "../../reading/glyph.ts";

export interface Taken {
  /** Letters of the original and of the export. */
  readonly before: readonly Glyph[];
  readonly after: readonly Glyph[];
  /** Candidate glyph → the original's glyph that it stands for. */
  readonly explained: ReadonlyMap<number, number>;
}

/** @returns those letters that look like none that stands for another of their kind, and it like theirs */
export function withoutExchanged(
  wrong: readonly Glyph[],
  { before, after, explained }: Taken,
  same: (shown: Glyph, stood: Glyph) => boolean,
): readonly Glyph[] {
  const stoodFor = ({ index }: Glyph) => before[explained.get(index) ?? -1];
  const exchanged = new Set<Glyph>();
  for (const shown of wrong) {
    const stood = stoodFor(shown);
    if (!stood || exchanged.has(shown)) continue;
    for (const other of after) {
      if (other === shown || other.text !== stood.text || exchanged.has(other)) continue;
      const its = stoodFor(other);
      if (its?.text !== shown.text || !same(shown, its) || !same(other, stood)) continue;
      exchanged.add(shown).add(other);
      break;
    }
  }
  return wrong.filter((shown) => !exchanged.has(shown));
}
