// B1: what stands beside or behind a burnt word and cannot move shows how long the word was. Then the
// report states bits, the same for every twin; nothing stays unstated on a crisp or a sealed page.
import { describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { boxOf, helvetica, LeakDocument, literal, mark } from "../fixtures/leaks/leak.ts";

const NAMES = ["Marian", "Marina", "Wilhelmina", "Ik"];
const LEFT = 72;
const BASE = 600;
const BEFORE = "Both ";

const text = (x: number, y: number, words: string): string =>
  `BT /F1 12 Tf ${x.toFixed(3)} ${y} Td ${literal(words)} Tj ET\n`;

/** @param from where the name begins, @param end where the line ends */
type Draw = (from: number, to: number, end: number) => string;

const CASES: readonly (readonly [name: string, draw: Draw])[] = [
  [
    "a round ground behind the name",
    (from, to) =>
      `q 1 1 0 rg ${from - 2} 597 m ${to + 2} 597 l ${to + 6} 603 ${to + 6} 603 ${to + 2} 609 c ` +
      `${from - 2} 609 l ${from - 6} 603 ${from - 6} 603 ${from - 2} 597 c f Q\n`,
  ],
  [
    "a sign that the line pushed along",
    (_, __, end) => `q 1 0 0 rg ${end + 4} 600 m ${end + 10} 600 l ${end + 7} 606 l f Q\n`,
  ],
  [
    "an arrow from the name's end to the margin",
    (_, to) => `q 1 0 0 RG ${to + 1} 606 m 520 650 l 512 652 l 520 650 l 514 645 l S Q\n`,
  ],
  [
    "a line up from the middle of the name",
    (from, to) => `q ${(from + to) / 2} 611 m ${(from + to) / 2} 660 l S Q\n`,
  ],
  [
    "the frame whose upper side is cut off around its title",
    (_, __, end) =>
      `q 0 0 595 842 re ${LEFT - 3} 597 ${end + 6 - LEFT} 13 re W* n 60 560 460 44 re S Q\n`,
  ],
  ["words that stand apart", (_, __, end) => text(end + 40, BASE, "page 3")],
  ["a rule high over the name", (from, to) => `q 0.8 w ${from} 613 m ${to} 613 l S Q\n`],
  ["a rule far under the name", (from, to) => `q 0.8 w ${from} 585 m ${to} 585 l S Q\n`],
  [
    "a rule from the line's end to a place of its own",
    (_, __, end) => `q ${end + 4} 602 ${516 - end} 0.8 re f Q\n`,
  ],
];

/** A text page's paragraphs say of these what they say of columns. */
const COLUMNS: typeof CASES = [
  ["the border of a column", (_, __, end) => `q ${end + 5} 480 m ${end + 5} 640 l S Q\n`],
  [
    "the bars of a chart",
    (_, __, end) =>
      `q 0 0 1 rg ${[600, 580, 560].map((y) => `${end + 8} ${y} 60 9 re f`).join(" ")} Q\n`,
  ],
];

function document(secret: string, draw: Draw) {
  const leak = new LeakDocument();
  const from = LEFT + helvetica(BEFORE, 12);
  const to = from + helvetica(secret, 12);
  const line = `${BEFORE}${secret} were there.`;
  const content =
    text(LEFT, 700, "In the spring the visitor called three times and found nobody.") +
    draw(from, to, LEFT + helvetica(line, 12)) +
    text(LEFT, BASE, line) +
    text(LEFT, 500, "Nothing else was written down about the visit in that year.");
  leak.page({ content });
  return { original: leak.finish(), marks: [mark(boxOf(from, BASE, to - from))] };
}

describe.each(["auto", "sealed"] as const)("what stands beside a burnt word, %s", (mode) => {
  it.each(mode === "auto" ? CASES : [...CASES, ...COLUMNS])(
    "B1 %s is stated alike or tells nothing",
    async (_, draw) => {
      const outputs = await Promise.all(
        NAMES.map((secret) =>
          burn({ ...document(secret, draw), mode, language: "en-GB", epoch: 0 }),
        ),
      );
      const first = outputs[0]!;
      const bits = outputs.map(({ report }) => report.pages[0]!.boxes.map((box) => box.bits));
      for (const own of bits) expect(own).toEqual(bits[0]);
      expect(bits[0]!.length).toBeGreaterThan(0);
      const equal = outputs.every(({ bytes }) => Buffer.compare(bytes, first.bytes) === 0);
      expect(equal || bits[0]!.every((n) => n > 0)).toBe(true);
    },
  );
});
