// A page of two columns whose words repeat, the left one set anew around a long name: its lines break
// elsewhere than they did. Cheats that exchange words or lines of the two.
import {
  boxOf,
  helvetica,
  LeakDocument,
  literal,
  mark,
  SURROUNDINGS,
} from "../../fixtures/leaks/leak.ts";
import { burntPair } from "./burnt-pair.ts";
import type { BurntPair } from "./burnt-pair.ts";
import { edited, replaceContent } from "./edit.ts";
import type { Mutation } from "./edit.ts";
import { exchanged } from "./exchanged.ts";
import { codes } from "./reordered.ts";

const NAME = "Bartholomew Hollingbourne";
const SECRETS = ["Bartholomew", "Hollingbourne"];
const SIZE = 11;
const WIDTH = 224;
const LEADING = 14;
const TOP = 660;
const COLUMNS = [
  [
    72,
    `The visitor wrote that ${NAME} had been seen at home and that nobody had been told of it. ` +
      `The school had written twice to say that ${NAME} was often tired and had been seen alone. ` +
      "The panel heard that the letters had not been read until the spring, when the nurse called.",
  ],
  [
    316,
    "The panel heard that the school had been told and that the visitor had not written it down. " +
      "The nurse had been seen at home twice and often said that the letters had not been read. " +
      "Nobody had called in the spring to say that the police were tired of being told of it all.",
  ],
] as const;

export async function columnsPair(): Promise<BurntPair> {
  const document = new LeakDocument();
  const marks: ReturnType<typeof mark>[] = [];
  const lines = COLUMNS.flatMap(([x, words]) =>
    filled(words).map((line, i) => {
      const y = TOP - i * LEADING;
      for (const secret of SECRETS) {
        const at = line.indexOf(secret);
        if (at < 0) continue;
        const from = x + helvetica(line.slice(0, at), SIZE);
        marks.push(mark(boxOf(from, y, helvetica(secret, SIZE), SIZE)));
      }
      return `BT /F1 ${SIZE} Tf ${x} ${y} Td ${literal(line)} Tj ET`;
    }),
  );
  document.page({ content: [SURROUNDINGS, ...lines].join("\n") });
  return burntPair({ original: document.finish(), marks, secrets: SECRETS }, "auto");
}

/** Lines as wide as a column at most. */
function filled(words: string): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const longer = [...lines.slice(-1), word].join(" ");
    if (lines.length > 0 && helvetica(longer, SIZE) <= WIDTH) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Words of which each column holds one. */
function swapped(one: string, other: string): Mutation {
  return edited(`"${one}" and "${other}" of two columns swapped`, "words-kept", (document, page) =>
    replaceContent(document, page, (text) => {
      const [first, second] = [codes(page, one), codes(page, other)];
      for (const word of [first, second])
        if (text.split(word).length !== 2) throw new Error("The word does not stand there once");
      return text
        .replace(first, "FIRST")
        .replace(second, () => first)
        .replace("FIRST", () => second);
    }),
  );
}

export const IN_COLUMNS: readonly Mutation[] = [
  swapped("alone", "police"),
  swapped("wrote", "down"),
  exchanged("lines of two columns at one height exchanged", "72 646", "316 646"),
  exchanged("lines of two columns at other heights exchanged", "72 590", "316 632"),
];
