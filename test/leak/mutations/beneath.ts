// Cheats with words that the original holds where nobody sees them, put back where they stood: beneath a
// hatch, on a crisp and on a sealed page, and in type as small as a hair.
import { LeakDocument, mark, sentence, SURROUNDINGS } from "../../fixtures/leaks/leak.ts";
import { burntPair } from "./burnt-pair.ts";
import type { BurntPair } from "./burnt-pair.ts";
import { edited, replaceContent } from "./edit.ts";
import type { Mutation } from "./edit.ts";
import { codes } from "./reordered.ts";

const WORD = "wander";
const SECRET = "Hollingbourne";

/** A word lies beneath lines that abut; on the page to be sealed another is no larger than a hair. */
export async function beneathPair(mode: "auto" | "sealed"): Promise<BurntPair> {
  const document = new LeakDocument();
  const { operators, rect } = sentence("The nurse saw ", SECRET, " at the door with her.");
  const lines = Array.from({ length: 18 }, (_, i) => `60 ${496.5 + i} m 160 ${496.5 + i} l S`);
  document.page({
    content: [
      SURROUNDINGS,
      operators,
      `BT /F1 12 Tf 72 500 Td (${WORD}) Tj ET`,
      mode === "sealed" ? `BT /F1 0.6 Tf 72 450 Td (${WORD}) Tj ET` : "",
      "1 w",
      ...lines,
    ].join("\n"),
  });
  const original = document.finish();
  return burntPair({ original, marks: [mark(rect)], secrets: [SECRET] }, mode);
}

export const BENEATH_CRISP: readonly Mutation[] = [
  edited("a word beneath a hatch", "nothing-added", (document, page) =>
    replaceContent(document, page, (text) => {
      const hatch = /\/Artifact BMC\n[^E]*EMC\n/.exec(text)![0];
      const shown = `1 0 0 1 72 500 Tm\n<${codes(page, WORD)}> Tj\nET\nEMC`;
      return `${text
        .replace(hatch, "")
        .trimEnd()
        .replace(/ET\nEMC$/, shown)}\n${hatch}`;
    }),
  ),
];

export const BENEATH_SEALED: readonly Mutation[] = [
  inLayer("a word beneath a hatch", "text-in-place", "12 Tf 100 Tz 1 0 0 1 72 500"),
  inLayer("a word in type as small as a hair", "nothing-added", "0.6 Tf 100 Tz 1 0 0 1 72 450"),
];

function inLayer(name: string, check: string, place: string): Mutation {
  return edited(name, check, (document, page) =>
    replaceContent(document, page, (text) => {
      const hex = Buffer.from(WORD, "utf16le").swap16().toString("hex");
      return text.replace(/(\/T0 12 Tf [^\n]*\n)/, `/T0 ${place} Tm <${hex}> Tj\n$1`);
    }),
  );
}
