// What the pair check found, gathered: one line for each text and document instead of one for each
// place. Pure.
import type { PairFinding } from "../../../shared/policy/pair-check.ts";

export interface Pair {
  readonly term: string;
  readonly document: string;
  /** The first page it can be read on; 0 is on no page. */
  readonly page: number;
  readonly places: number;
  readonly burntIn: string;
  readonly burntOnPage: number;
  readonly blocks: boolean;
}

export function gathered(findings: readonly PairFinding[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const f of findings) {
    const key = `${f.document} ${f.page === 0} ${f.blocks} ${f.term.toLowerCase()}`;
    const known = pairs.get(key);
    pairs.set(
      key,
      known
        ? { ...known, places: known.places + 1, page: Math.min(known.page, f.page) }
        : {
            term: f.term,
            document: f.document,
            page: f.page,
            places: 1,
            burntIn: f.burntIn,
            burntOnPage: f.burntOnPage,
            blocks: f.blocks,
          },
    );
  }
  return [...pairs.values()].sort((a, b) => b.places - a.places);
}
