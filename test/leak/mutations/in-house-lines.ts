// Cheats in how labels and lines stand: every word is there, and a shade, a height or a start counts something.
import { edited, replaceContent } from "./edit.ts";
import type { Mutation } from "./edit.ts";

/** The page with marks, counted from 0. */
const HEARD = 2;
const [PLACED, LOOK] = ["labels-placed", "page-unchanged"];

function changed(
  name: string,
  check: string,
  ...changes: readonly (readonly [from: string | RegExp, to: string])[]
): Mutation {
  return edited(name, check, (document) =>
    replaceContent(document, document.getPage(HEARD), (text) =>
      changes.reduce((now, [from, to]) => {
        const next = now.replaceAll(from, to);
        if (next === now) throw new Error("Nothing was changed");
        return next;
      }, text),
    ),
  );
}

const LABEL = "/F2 9.6 Tf\n1 0 0 1 106.248 690.24 Tm";
const BOX = "106.248 687.24 m 144.451 687.24 l 144.451 699.48 l 106.248 699.48 l";

function ofColour(name: string, shade: string): Mutation {
  return changed(`a label ${name}`, PLACED, [`1 g\n${LABEL}`, `${shade} g\n${LABEL}`]);
}

function boxed(name: string, low: number, high: number): Mutation {
  const [foot, head] = [(687.24 + low).toFixed(2), (699.48 + high).toFixed(2)];
  const box = `106.248 ${foot} m 144.451 ${foot} l 144.451 ${head} l 106.248 ${head} l`;
  return changed(`a label's box ${name}`, PLACED, [BOX, box]);
}

/** Two labels of a ring in one another's place. */
function crossed(name: string, one: string, other: string): Mutation {
  return edited(`labels of ${name} exchanged`, PLACED, (document) =>
    replaceContent(document, document.getPage(HEARD), (text) => {
      const at = (place: string): RegExp => new RegExp(`(1 0 0 1 ${place} Tm\n)<([0-9A-F]+)>`, "i");
      const [, , a] = at(one).exec(text)!;
      const [, , b] = at(other).exec(text)!;
      return text.replace(at(one), `$1<${b!}>`).replace(at(other), `$1<${a!}>`);
    }),
  );
}

/** The whole first line with a burnt word, its label and its box. */
function lifted(by: number): Mutation {
  const up = (y: number): string => String(Number((y + by).toFixed(2)));
  return changed(
    `a line ${by} points higher`,
    LOOK,
    [" 690 Tm", ` ${up(690)} Tm`],
    [" 690.24 Tm", ` ${up(690.24)} Tm`],
    ["687.24", up(687.24)],
    ["699.48", up(699.48)],
  );
}

export const LABELS_STAND: readonly Mutation[] = [
  ofColour("that is nearly black on its box", ".02"),
  ofColour("in grey", ".5"),
  ofColour("that is nearly white", ".95"),
  boxed("a point higher", 0, 1),
  boxed("a third of a point higher", 0, 0.3),
  boxed("a point deeper", -1, 0),
  crossed("a ring", "120 330\\.24", "300 390\\.24"),
  crossed("two of one height in it", "300 390\\.24", "480 330\\.24"),
];

export const LINES_STAND: readonly Mutation[] = [
  lifted(1),
  lifted(0.2),
  changed("a blank wider by six hundredths", LOOK, [
    /(147\.571 690 Tm\n)<([0-9a-f]{12})([0-9a-f]*)> Tj/gi,
    "$1[<$2>-60<$3>] TJ",
  ]),
  changed("a cell that was not touched a fifth of a point to the right", LOOK, [
    "1 0 0 1 300 600 Tm",
    "1 0 0 1 300.2 600 Tm",
  ]),
];
