// Choosing a place: the card opens in a list that holds it, the page scrolls until the place stands at a
// third of the height. The only writer of `selected`.
import type { Place } from "./places.ts";
import { listed, toShowCard } from "./filters.ts";
import { nextInGroup, nextUndecided, type Direction } from "./follow.ts";
import { useReview } from "../store.ts";
import { useView } from "../view.ts";

export interface SelectOptions {
  /** Do not scroll: the person is already looking at it. */
  readonly still?: boolean;
}

export function select(id: string | null, { still = false }: SelectOptions = {}): void {
  const place = id === null ? null : useReview.getState().index.byId.get(id);
  if (!place) {
    useView.setState({ selected: null, labelling: null });
    return;
  }
  useView.setState((view) => ({
    ...toShowCard(place, useReview.getState().index, view),
    selected: place.id,
    picture: null,
    labelling: null,
    showAll: false,
    text: null,
    ...(still ? {} : { reveal: revealOf(place) }),
  }));
}

const revealOf = (place: Place) => {
  const [rect] = place.rects;
  return { page: place.page, smooth: true, ...(rect ? { rect } : {}) };
};

/** The next undecided place; while something is searched for, of what was found. */
export function step(direction: Direction): void {
  const { index } = useReview.getState();
  const { selected } = useView.getState();
  const next =
    nextUndecided(index, selected, direction, inSearch()) ??
    nextUndecided(index, selected, direction);
  if (next) select(next.id);
}

/** Whether a place belongs to what is searched for; every place does while nothing is. */
export function inSearch(): (place: Place) => boolean {
  const { index } = useReview.getState();
  const { filter, query } = useView.getState();
  if (query.trim() === "") return () => true;
  const found = new Set(listed(index, filter, query).map((group) => group.id));
  return (place) => found.has(place.group);
}

export function stepInGroup(direction: Direction): void {
  const { selected } = useView.getState();
  const next = selected ? nextInGroup(useReview.getState().index, selected, direction) : null;
  if (next) select(next.id);
}

export function turnPage(direction: Direction): void {
  const { page } = useView.getState();
  const { pages } = useReview.getState();
  goToPage(Math.max(1, Math.min(pages.length, page + direction)));
}

export function goToPage(page: number, smooth = true): void {
  useView.setState({ reveal: { page, smooth } });
}
