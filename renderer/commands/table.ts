// The table of commands. Every act of the window that has a key or a place in the palette is a row
// here; a row calls one function of a feature and decides nothing itself.
import { attempt } from "../app/notices.ts";
import { goTo, lock, useSession } from "../app/session.ts";
import { toggleThumbnails } from "../app/settings.ts";
import * as importing from "../features/desk/import.ts";
import * as decide from "../features/review/decide.ts";
import { markText } from "../features/review/mark-text.ts";
import type { Place } from "../features/review/places.ts";
import { focusSearch } from "../features/review/search-field.ts";
import { step, stepInGroup, turnPage } from "../features/review/select.ts";
import { useReview } from "../features/review/store.ts";
import { mayDecide, walking } from "../features/signoff/workflow-store.ts";
import { nextToSee } from "../features/review/walk.ts";
import { useView, zoomBy } from "../features/review/view.ts";
import type { Command } from "./command.ts";
import { showPanel } from "./panels.ts";

const reviewing = (): boolean =>
  useSession.getState().screen.at === "review" && useReview.getState().phase === "ready";
const reading = (): boolean => reviewing() && !useView.getState().asPublic;
const deciding = (): boolean => reading() && mayDecide();
const inCase = (): boolean => useSession.getState().open !== null;

function chosen(): Place | null {
  const { selected } = useView.getState();
  return selected ? (useReview.getState().index.byId.get(selected) ?? null) : null;
}
const chosenIs = (wanted: (place: Place) => boolean) => (): boolean => {
  const place = deciding() ? chosen() : null;
  return place !== null && wanted(place);
};

export const COMMANDS: readonly Command[] = [
  {
    id: "accept",
    group: "decide",
    keys: ["a"],
    when: chosenIs((p) => p.standing === "undecided" || p.standing === "refused"),
    run: () => attempt(decide.accept),
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
    when: chosenIs((p) => p.standing !== "refused"),
    run: () => attempt(() => decide.refuse()),
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
    when: () => reviewing() && mayDecide(),
    run: () => attempt(decide.undo),
  },
  {
    id: "redo",
    group: "decide",
    keys: ["$mod+Shift+z", "$mod+y"],
    when: () => reviewing() && mayDecide(),
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
  { id: "nextPage", group: "move", keys: ["]"], when: reviewing, run: () => turnPage(1) },
  { id: "previousPage", group: "move", keys: ["["], when: reviewing, run: () => turnPage(-1) },
  { id: "search", group: "move", keys: ["[Shift]+/", "$mod+f"], when: reviewing, run: focusSearch },
  {
    id: "markText",
    group: "mark",
    keys: ["m", "Enter"],
    when: () => deciding() && useView.getState().text !== null,
    run: () => attempt(markText),
  },
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
    id: "asPublic",
    group: "view",
    keys: ["p"],
    when: reviewing,
    run: () => useView.setState((v) => ({ asPublic: !v.asPublic, tool: "read", text: null })),
  },
  {
    id: "zoomIn",
    group: "view",
    keys: ["$mod+=", "$mod+[Shift]++"],
    when: reviewing,
    run: () => zoomBy(1),
  },
  { id: "zoomOut", group: "view", keys: ["$mod+-"], when: reviewing, run: () => zoomBy(-1) },
  {
    id: "zoomFit",
    group: "view",
    keys: ["$mod+0"],
    when: reviewing,
    run: () => useView.setState({ zoom: null }),
  },
  {
    id: "thumbnails",
    group: "view",
    keys: ["t"],
    when: reviewing,
    run: () => attempt(toggleThumbnails),
  },
  {
    id: "palette",
    group: "view",
    keys: ["$mod+k"],
    when: () => useSession.getState().ready,
    run: () => showPanel("palette"),
    everywhere: true,
  },
  {
    id: "help",
    group: "view",
    keys: ["[Shift]+?", "F1"],
    when: () => useSession.getState().ready,
    run: () => showPanel("help"),
    everywhere: true,
  },
  {
    id: "settings",
    group: "view",
    keys: ["$mod+,"],
    when: () => useSession.getState().ready,
    run: () => showPanel("settings"),
  },
  {
    id: "burn",
    group: "case",
    keys: ["$mod+Enter"],
    when: reviewing,
    run: () => {
      const { document } = useReview.getState();
      if (document) goTo({ at: "burn", document });
    },
  },
  {
    id: "documents",
    group: "case",
    keys: ["$mod+o"],
    when: inCase,
    run: () => goTo({ at: "desk" }),
  },
  { id: "people", group: "case", keys: [], when: inCase, run: () => goTo({ at: "people" }) },
  { id: "signoff", group: "case", keys: [], when: inCase, run: () => goTo({ at: "signoff" }) },
  {
    id: "publication",
    group: "case",
    keys: [],
    when: inCase,
    run: () => goTo({ at: "publication" }),
  },
  { id: "exports", group: "case", keys: [], when: inCase, run: () => goTo({ at: "exports" }) },
  { id: "case", group: "case", keys: [], when: inCase, run: () => goTo({ at: "case" }) },
  { id: "trail", group: "case", keys: [], when: inCase, run: () => goTo({ at: "trail" }) },
  {
    id: "import",
    group: "case",
    keys: ["$mod+i"],
    when: inCase,
    run: () => {
      goTo({ at: "desk" });
      attempt(importing.chooseFiles);
    },
  },
  { id: "lock", group: "case", keys: ["$mod+l"], when: inCase, run: () => attempt(lock) },
];

function groupOf(place: Place) {
  return useReview.getState().index.groupById.get(place.group)!;
}

/** J and K: through what is undecided, or on the second reviewer's walk through what is to be seen. */
function onward(direction: 1 | -1): void {
  if (walking()) nextToSee(direction);
  else step(direction);
}

function toggleTool(tool: "box" | "adjust"): void {
  useView.setState((v) => ({ tool: v.tool === tool ? "read" : tool, text: null }));
}

export const commandOf = (id: Command["id"]): Command => COMMANDS.find((c) => c.id === id)!;

/** Runs a command from a button; a command that is not possible now does nothing. */
export function runCommand(id: Command["id"]): void {
  const command = commandOf(id);
  if (command.when()) command.run();
}
