// Commands of the review: deciding, moving through what was found, marking. A row calls one
// function of the feature and decides nothing itself.
import { attempt } from "../app/notices.ts";
import { useSession } from "../app/session.ts";
import * as decide from "../features/review/deciding/decide.ts";
import { comparing, turnCompared } from "../features/exports/compare-page.ts";
import {
  chosenPicture,
  decidePicture,
  onPictures,
  showPictures,
  stepPicture,
} from "../features/review/deciding/pictures.ts";
import { markText } from "../features/review/deciding/mark-text.ts";
import { mayDecideHere } from "../features/review/deciding/may-decide.ts";
import { pictureStanding } from "../../shared/review/pictures.ts";
import type { Place } from "../features/review/deciding/places.ts";
import { focusPage, focusSearch } from "../features/review/search-field.ts";
import { step, stepInGroup, turnPage } from "../features/review/deciding/select.ts";
import { useReview } from "../features/review/store.ts";
import { useView } from "../features/review/view.ts";
import { beginWords, stepWords } from "../features/review/pages/word-keys.ts";
import { nextToSee } from "../features/review/walk.ts";
import { walking } from "../features/signoff/workflow-store.ts";
import type { Command } from "./command.ts";

export const reviewing = (): boolean =>
  useSession.getState().screen.at === "review" && useReview.getState().phase === "ready";
const reading = (): boolean => reviewing() && !useView.getState().asPublic;
const paging = (): boolean => reviewing() || comparing();
const deciding = (): boolean => reading() && mayDecideHere();

function chosen(): Place | null {
  const { selected } = useView.getState();
  return selected ? (useReview.getState().index.byId.get(selected) ?? null) : null;
}
const chosenIs = (wanted: (place: Place) => boolean) => (): boolean => {
  const place = deciding() ? chosen() : null;
  return place !== null && wanted(place);
};

const acceptable = chosenIs((p) => p.standing === "undecided" || p.standing === "refused");
const refusable = chosenIs((p) => p.standing !== "refused");

/** A picture that is chosen in the list of pictures, and does not stand so already. */
const pictureIsNot = (standing: "kept" | "burnt"): boolean => {
  const picture = deciding() ? chosenPicture() : null;
  return picture !== null && pictureStanding(picture, useReview.getState().state) !== standing;
};

const WORD_KEYS = [
  ["wordRight", "ArrowRight", "right"],
  ["wordLeft", "ArrowLeft", "left"],
  ["wordDown", "ArrowDown", "down"],
  ["wordUp", "ArrowUp", "up"],
  ["wordMore", "Shift+ArrowRight", "more"],
  ["wordLess", "Shift+ArrowLeft", "less"],
] as const;

export const REVIEW_COMMANDS: readonly Command[] = [
  {
    id: "accept",
    group: "decide",
    keys: ["a"],
    when: () => acceptable() || pictureIsNot("burnt"),
    run: () => attempt(() => (chosenPicture() ? decidePicture(false) : decide.accept())),
  },
  {
    id: "acceptAll",
    group: "decide",
    keys: ["Shift+a"],
    when: chosenIs((p) => decide.acceptable(groupOf(p)).length > 0),
    run: () => attempt(decide.acceptAll),
  },
  {
    id: "acceptSuggested",
    group: "decide",
    keys: ["$mod+Shift+a"],
    when: () => deciding() && decide.suggested(useReview.getState()).length > 0,
    run: () => useView.setState({ confirming: true }),
  },
  {
    id: "refuse",
    group: "decide",
    keys: ["r"],
    when: () => refusable() || pictureIsNot("kept"),
    run: () => attempt(() => (chosenPicture() ? decidePicture(true) : decide.refuse())),
  },
  {
    id: "refuseAll",
    group: "decide",
    keys: ["Shift+r"],
    when: chosenIs((p) => decide.refusable(groupOf(p)).length > 0),
    run: () => attempt(decide.refuseAll),
  },
  {
    id: "label",
    group: "decide",
    keys: ["l"],
    when: chosenIs(() => true),
    run: () => useView.setState({ labelling: "label" }),
  },
  {
    id: "generalise",
    group: "decide",
    keys: ["g"],
    when: chosenIs((p) => p.text !== null),
    run: () => useView.setState({ labelling: "generalise" }),
  },
  {
    id: "undo",
    group: "decide",
    keys: ["$mod+z", "u"],
    when: () => reviewing() && mayDecideHere(),
    run: () => attempt(decide.undo),
  },
  {
    id: "redo",
    group: "decide",
    keys: ["$mod+Shift+z", "$mod+y"],
    when: () => reviewing() && mayDecideHere(),
    run: () => attempt(decide.redo),
  },
  { id: "next", group: "move", keys: ["j"], when: reading, run: () => onward(1) },
  { id: "previous", group: "move", keys: ["k"], when: reading, run: () => onward(-1) },
  {
    id: "nextInGroup",
    group: "move",
    keys: ["Shift+j"],
    when: () => reading() && chosen() !== null,
    run: () => stepInGroup(1),
  },
  {
    id: "previousInGroup",
    group: "move",
    keys: ["Shift+k"],
    when: () => reading() && chosen() !== null,
    run: () => stepInGroup(-1),
  },
  {
    id: "pictures",
    group: "move",
    keys: ["i"],
    when: () => reading() && useReview.getState().pictures.length > 0,
    run: showPictures,
  },
  { id: "goToPage", group: "move", keys: ["$mod+g"], when: reviewing, run: focusPage },
  { id: "nextPage", group: "move", keys: ["]"], when: paging, run: () => turn(1) },
  { id: "previousPage", group: "move", keys: ["["], when: paging, run: () => turn(-1) },
  { id: "search", group: "move", keys: ["[Shift]+/", "$mod+f"], when: reviewing, run: focusSearch },
  {
    id: "markText",
    group: "mark",
    keys: ["m", "Enter"],
    when: () => deciding() && useView.getState().text !== null,
    run: () => attempt(markText),
  },
  {
    id: "selectWord",
    group: "mark",
    keys: ["w"],
    when: deciding,
    run: () => attempt(beginWords),
  },
  {
    id: "unselect",
    group: "mark",
    keys: ["Escape"],
    when: () => reading() && useView.getState().text !== null,
    run: () => useView.setState({ text: null }),
  },
  ...WORD_KEYS.map(([id, key, step]): Command => ({
    id,
    group: "mark",
    keys: [key],
    when: () => deciding() && useView.getState().text !== null,
    run: () => attempt(() => stepWords(step)),
    repeats: true,
  })),
  {
    id: "drawBox",
    group: "mark",
    keys: ["b"],
    when: deciding,
    run: () => toggleTool("box"),
  },
  {
    id: "adjust",
    group: "mark",
    keys: ["e"],
    when: chosenIs((p) => p.rects.length > 0),
    run: () => toggleTool("adjust"),
  },
  {
    id: "sealPage",
    group: "mark",
    keys: [],
    when: deciding,
    run: () => attempt(decide.sealPage),
  },
];

function groupOf(place: Place) {
  return useReview.getState().index.groupById.get(place.group)!;
}

/** [ and ] turn the pages of the review, and of an export beside its original. */
function turn(direction: 1 | -1): void {
  if (comparing()) turnCompared(direction);
  else turnPage(direction);
}

/** J and K: through what is undecided, the pictures while they are listed, or on the second reviewer's walk through what is to be seen. */
function onward(direction: 1 | -1): void {
  if (onPictures()) stepPicture(direction);
  else if (walking()) nextToSee(direction);
  else step(direction);
}

function toggleTool(tool: "box" | "adjust"): void {
  useView.setState((v) => ({ tool: v.tool === tool ? "read" : tool, text: null }));
}
