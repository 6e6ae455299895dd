// Cheats in how a line that was set anew is set: its words are the same, and what is between them, their
// height or their colour tells something; or a sign is gone that no letter tells of.
import { written } from "./drawn.ts";
import type { Mutation } from "./edit.ts";

const LOOK = "page-unchanged";

/** "was seen at home by the visitor." behind a label. */
const LINE = /(1 0 0 1 178\.263 718 Tm\n)\[<0009000C000D0016(000D[^\]]*0007)(0014>\] TJ)/;

function setting(name: string, check: string, to: string): Mutation {
  return written(name, check, (text) => text.replace(LINE, to));
}

const [WAS, SEEN] = ["<0009000C000D0016>", "$2$3"];

export const SETTING: readonly Mutation[] = [
  setting("a blank wider than the others of its line", LOOK, `$1[${WAS}-150<${SEEN}`),
  setting("a letter farther from its word", LOOK, `$1[<0009>-120<000C000D0016${SEEN}`),
  setting(
    "words a fifth of a point higher",
    LOOK,
    `$1${WAS} Tj\n1 0 0 1 202.719 718.2 Tm\n[<${SEEN}`,
  ),
  setting("words in a dark grey", LOOK, `$1${WAS} Tj\n.1 g\n[<${SEEN}`),
  written("a label's box in a dark grey", "boxes-opaque", (text) =>
    text.replace(/\n([^\n]* h f)\n/, "\n.06 g\n$1\n0 g\n"),
  ),
  setting("a full stop lost", "words-kept", "$1[<0009000C000D0016$2>] TJ"),
  setting(
    "a line set twice in one place",
    "nothing-added",
    `$1[<0009000C000D0016${SEEN}\n$1[<0009000C000D0016${SEEN}`,
  ),
];
