// Cheats that exchange whole lines of paragraphs that were set anew, or whole cells of a row with a gap:
// every word is there, and the page says something else.
import { LeakDocument, mark, sentence, SURROUNDINGS } from "../../fixtures/leaks/leak.ts";
import { burntPair } from "./burnt-pair.ts";
import type { BurntPair } from "./burnt-pair.ts";
import { edited, replaceContent } from "./edit.ts";
import type { Mutation } from "./edit.ts";

const SECRET = "Hollingbourne";

/** A ruled row of four cells, the first of them burnt, and a row beneath. */
export async function rowPair(): Promise<BurntPair> {
  const document = new LeakDocument();
  const row = (y: number, cells: readonly string[]) =>
    cells.map((cell, i) => `BT /F1 12 Tf ${76 + 110 * i} ${y + 6} Td (${cell}) Tj ET`);
  const rules = [0, 1, 2, 3].flatMap((i) =>
    [580, 600].map((y) => `${72 + 110 * i} ${y} 110 20 re S`),
  );
  const { rect } = sentence("", SECRET, "", [76, 606]);
  document.page({
    content: [
      SURROUNDINGS,
      "0.5 w",
      ...rules,
      ...row(600, [SECRET, "was not hurt", "guilty", "seen at home"]),
      ...row(580, ["Her brother", "was hurt", "not guilty", "seen abroad"]),
    ].join("\n"),
  });
  return burntPair({ original: document.finish(), marks: [mark(rect)], secrets: [SECRET] }, "auto");
}

/** Four lines, each a paragraph, as far from one another: the first and the last are burnt. */
export async function evenPair(): Promise<BurntPair> {
  const document = new LeakDocument();
  const first = sentence("It began with ", SECRET, " at home.", [72, 640]);
  const last = sentence("It came to an end with ", SECRET, " at home.", [72, 505]);
  document.page({
    content: [
      SURROUNDINGS,
      first.operators,
      "BT /F1 12 Tf 72 595 Td (He was not hurt that day by his older brother.) Tj ET",
      "BT /F1 12 Tf 72 550 Td (She was hurt that day by the man from upstairs.) Tj ET",
      last.operators,
    ].join("\n"),
  });
  const marks = [mark(first.rect), mark(last.rect)];
  return burntPair({ original: document.finish(), marks, secrets: [SECRET] }, "auto");
}

/** Two people in one sentence, and two in the rows of a table. */
export async function labelledPair(): Promise<BurntPair> {
  const document = new LeakDocument();
  const people = [
    sentence("It was ", SECRET, " who said to the nurse that", [72, 640]),
    sentence("the man called ", "Bartholomew", " had hurt him in the spring.", [72, 626]),
    sentence("", "Fitzwilliam", "", [76, 566]),
    sentence("", "Cholmondeley", "", [76, 546]),
  ];
  document.page({
    content: [
      SURROUNDINGS,
      ...people.map(({ operators }) => operators),
      "BT /F1 12 Tf 250 566 Td (hurt the boy) Tj 0 -20 Td (was not there) Tj ET",
      "BT /F1 12 Tf 76 526 Td (Nobody) Tj 174 0 Td (told of it) Tj ET",
    ].join("\n"),
  });
  const marks = people.map(({ rect }, i) => mark(rect, 1, { label: `Adult ${"ABCD"[i]!}` }));
  const secrets = [SECRET, "Bartholomew", "Fitzwilliam", "Cholmondeley"];
  return burntPair({ original: document.finish(), marks, secrets }, "auto");
}

/** As the burner would write it of a plan in which two marks have each other's label. */
function crossed(name: string, one: number, other: number): Mutation {
  return {
    name,
    check: "labels-placed",
    async make({ original, marks, secrets }) {
      const labels = new Map([
        [one, marks[other]!.label],
        [other, marks[one]!.label],
      ]);
      const changed = marks.map((own, i) => ({ ...own, label: labels.get(i) ?? own.label }));
      return (await burntPair({ original, marks: changed, secrets }, "auto")).good;
    },
  };
}

export const CROSSED_LABELS: readonly Mutation[] = [
  crossed("labels of two people in one paragraph exchanged", 0, 1),
  crossed("labels of two rows of a table exchanged", 2, 3),
  crossed("labels of a paragraph and of a table exchanged", 0, 3),
];

/** Each text goes where the other one stood. */
export function exchanged(
  name: string,
  one: string,
  other: string,
  check = "words-kept",
): Mutation {
  return edited(name, check, (document, page) =>
    replaceContent(document, page, (text) => {
      const at = (place: string): RegExp =>
        new RegExp(`1 0 0 1 ${place.replaceAll(".", "\\.")} Tm(?=\\n)`);
      for (const place of [one, other])
        if (!at(place).test(text)) throw new Error(`Nothing stands at ${place}`);
      return text
        .replace(at(one), "FIRST")
        .replace(at(other), `1 0 0 1 ${one} Tm`)
        .replace("FIRST", `1 0 0 1 ${other} Tm`);
    }),
  );
}

export const EXCHANGED_LINES: readonly Mutation[] = [
  exchanged("last lines of two paragraphs exchanged", "72 657.6", "72 601.6"),
];

export const EXCHANGED_CELLS: readonly Mutation[] = [
  exchanged("two cells of a row exchanged", "296 606", "406 606"),
  exchanged("two cells beneath one another exchanged", "296 606", "296 586", "page-unchanged"),
];

export const EXCHANGED_PARAGRAPHS: readonly Mutation[] = [
  exchanged(
    "paragraphs as far apart as marked ones exchanged",
    "72 595",
    "72 550",
    "page-unchanged",
  ),
];
