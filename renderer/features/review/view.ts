// What is looked at rather than decided: the chosen place, the filter, the zoom, the tool in hand.
// Saved with the review (see keep-view.ts) but never part of a decision, so undo leaves it alone.
import { create } from "zustand";
import type { Filter } from "./deciding/filters.ts";

export type Tool = "read" | "box" | "adjust";

/** Text of one page that is selected but not yet marked. */
export interface TextChoice {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** Asks the page view to bring something into sight; a new object asks again. */
export interface Reveal {
  readonly page: number;
  /** PDF rectangle to put at a third of the height; the page's top without it. */
  readonly rect?: readonly [number, number, number, number];
  readonly smooth: boolean;
  /** CSS pixels from the page's top at zoom 1; instead of rect. */
  readonly offset?: number;
}

export interface View {
  readonly selected: string | null;
  /** The picture that is chosen while the pictures are listed; never together with a place. */
  readonly picture: string | null;
  readonly filter: Filter;
  readonly query: string;
  /** Null fits the page's width to the room there is. */
  readonly zoom: number | null;
  /** The zoom that is in effect, as the page view worked it out. */
  readonly actualZoom: number;
  readonly page: number;
  readonly offset: number;
  /** Height of the window on the pages, in CSS pixels. */
  readonly shown: number;
  readonly tool: Tool;
  readonly asPublic: boolean;
  readonly text: TextChoice | null;
  readonly reveal: Reveal | null;
  readonly labelling: "label" | "generalise" | null;
  readonly showAll: boolean;
  /** Asking whether everything suggested is to be accepted. */
  readonly confirming: boolean;
}

export const FRESH_VIEW: View = {
  selected: null,
  picture: null,
  filter: "undecided",
  query: "",
  zoom: null,
  actualZoom: 1,
  page: 1,
  offset: 0,
  shown: 1,
  tool: "read",
  asPublic: false,
  text: null,
  reveal: null,
  labelling: null,
  showAll: false,
  confirming: false,
};

export const useView = create<View>(() => FRESH_VIEW);

const STEPS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;

export function zoomBy(direction: 1 | -1): void {
  const { actualZoom } = useView.getState();
  const next =
    direction === 1
      ? STEPS.find((z) => z > actualZoom + 0.01)
      : STEPS.findLast((z) => z < actualZoom - 0.01);
  if (next) useView.setState({ zoom: next });
}
