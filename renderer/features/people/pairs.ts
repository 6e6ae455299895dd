// What the pair check found, gathered: one line for each text, with the documents it can be read in,
// instead of one for each place. Pure.
import { termKey, type PairFinding } from "../../../shared/policy/pair-check.ts";

export interface PairPlaces {
  readonly document: string;
  /** The first page it can be read on; 0 is on no page. */
  readonly page: number;
  readonly places: number;
}

export interface Pair {
  readonly term: string;
  readonly places: number;
  readonly where: readonly PairPlaces[];
  readonly burntIn: string;
  readonly burntOnPage: number;
  readonly blocks: boolean;
  /** Every place of it still waits for a decision: there is nothing yet that was overlooked. */
  readonly undecided: boolean;
}

interface Draft extends Pair {
  places: number;
  undecided: boolean;
  readonly byPlace: Map<string, PairPlaces>;
}

/** The commonest first. */
export function gathered(findings: readonly PairFinding[]): readonly Pair[] {
  const pairs = new Map<string, Draft>();
  for (const f of findings) {
    const key = `${f.blocks} ${termKey(f.term)}`;
    const { term, burntIn, burntOnPage, blocks } = f;
    const pair = pairs.get(key) ?? {
      term,
      burntIn,
      burntOnPage,
      blocks,
      undecided: true,
      places: 0,
      where: [],
      byPlace: new Map(),
    };
    pairs.set(key, pair);
    pair.places++;
    pair.undecided &&= f.undecided;
    const place = `${f.document} ${f.page === 0}`;
    const known = pair.byPlace.get(place);
    pair.byPlace.set(place, {
      document: f.document,
      page: known ? Math.min(known.page, f.page) : f.page,
      places: (known?.places ?? 0) + 1,
    });
  }
  return [...pairs.values()]
    .map(({ byPlace, ...pair }) => ({ ...pair, where: [...byPlace.values()] }))
    .sort((a, b) => b.places - a.places);
}
