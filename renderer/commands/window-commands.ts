// Commands of the window and of the case: looking, panels, places to go to.
import { attempt } from "../app/notices.ts";
import { goTo, lock, useSession } from "../app/session.ts";
import { toggleThumbnails } from "../app/settings.ts";
import * as importing from "../features/desk/import.ts";
import { mayBringIn } from "../features/signoff/workflow-store.ts";
import { useReview } from "../features/review/store.ts";
import { useView, zoomBy } from "../features/review/view.ts";
import type { Command } from "./command.ts";
import { showPanel } from "./panels.ts";
import { reviewing } from "./review-commands.ts";

const inCase = (): boolean => useSession.getState().open !== null;

export const WINDOW_COMMANDS: readonly Command[] = [
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
  { id: "jigsaw", group: "case", keys: [], when: inCase, run: () => goTo({ at: "jigsaw" }) },
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
    when: () => inCase() && mayBringIn(),
    run: () => {
      goTo({ at: "desk" });
      attempt(importing.chooseFiles);
    },
  },
  { id: "lock", group: "case", keys: ["$mod+l"], when: inCase, run: () => attempt(lock) },
];
