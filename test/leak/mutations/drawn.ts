// Cheats that an eye sees and no text tells, in a file that is written as an export is written: strokes
// that spell letters, however pale; borders of a row left out, added or moved to the old width; gaps that
// are as wide as what stood in them.
import { PDFDocument, PDFName } from "pdf-lib";
import type { PDFDict, PDFRawStream, PDFRef } from "pdf-lib";
import { deflate } from "./edit.ts";
import type { Mutation } from "./edit.ts";
import { streamText } from "./rewrite.ts";

/** The content of the first page changed, and nothing else: not even the number of its object. */
export function written(name: string, check: string, change: (text: string) => string): Mutation {
  return {
    name,
    check,
    async make({ good }) {
      const document = await PDFDocument.load(good, { updateMetadata: false });
      const { context, catalog } = document;
      const page = context.lookup(catalog.Pages().Kids().get(0)) as PDFDict;
      const ref = page.get(PDFName.of("Contents")) as PDFRef;
      const text = streamText(context.lookup(ref) as PDFRawStream);
      const changed = change(text);
      if (changed === text) throw new Error("Nothing was changed");
      const data = deflate(Buffer.from(changed, "latin1"));
      context.assign(ref, context.stream(data, { Filter: "FlateDecode" }));
      return document.save({
        useObjectStreams: false,
        addDefaultPage: false,
        updateFieldAppearances: false,
      });
    },
  };
}

/** Behind the page's own drawings, so that what they set is set. */
function drawn(name: string, operators: string): Mutation {
  return written(name, LOOK, (text) => text.replace("\nEMC", `\nq\n${operators}\nQ\nEMC`));
}

const LOOK = "page-unchanged";
const PLACED = "labels-placed";

/** "T" and "H" in strokes, so many points high. */
function letters(x: number, y: number, high: number): string {
  const [middle, next] = [x + high / 2, x + 1.3 * high];
  return [
    [x, y + high, x + high, y + high],
    [middle, y, middle, y + high],
    [next, y, next, y + high],
    [next + high, y, next + high, y + high],
    [next, y + high / 2, next + high, y + high / 2],
  ]
    .map(([x0, y0, x1, y1]) => `${x0} ${y0} m ${x1} ${y1} l S`)
    .join("\n");
}

/** On the line of the first mark, behind its words, and where nothing else stands. */
const ENDS = [
  [480, 718],
  [300, 300],
] as const;

export const DRAWN_BESIDE: readonly Mutation[] = ENDS.flatMap(([x, y], i) => {
  const where = i === 0 ? "on a line set anew" : "elsewhere";
  return [
    drawn(`letters in strokes ${where}`, `1 w\n${letters(x, y, 6)}`),
    drawn(`letters in pale strokes ${where}`, `.9 G\n1 w\n${letters(x, y, 8)}`),
    drawn(`letters in strokes of two points ${where}`, `.3 w\n${letters(x, y, 2)}`),
    drawn(
      `dots and dashes ${where}`,
      [0, 4, 8, 16].map((at) => `${x + at} ${y} ${at === 8 ? 5 : 1.5} 1.5 re f`).join("\n"),
    ),
  ];
});

const BOX = "136.939 715.24 m 175.143 715.24 l 175.143 727.48 l";
const BEHIND = "1 0 0 1 178.263 718 Tm";

export const GAPS: readonly Mutation[] = [
  written("a label's box a point wider", PLACED, (text) =>
    text.replace(BOX, "136.939 715.24 m 176.143 715.24 l 176.143 727.48 l"),
  ),
  written("a label's box a point narrower", PLACED, (text) =>
    text.replace(BOX, "136.939 715.24 m 174.143 715.24 l 174.143 727.48 l"),
  ),
  written("a label moved within its box", PLACED, (text) =>
    text.replace("1 0 0 1 136.939 718.24 Tm", "1 0 0 1 137.739 718.24 Tm"),
  ),
  written("the words behind a label a point farther on", PLACED, (text) =>
    text.replace(BEHIND, "1 0 0 1 179.263 718 Tm"),
  ),
  written("the words behind a label where they stood", PLACED, (text) =>
    text.replace(BEHIND, "1 0 0 1 204.818 718 Tm"),
  ),
];

export const SPACING: readonly Mutation[] = [
  [".01 Tw", "blanks wider by a hundredth"],
  [".1 Ts", "letters raised by a tenth"],
].map(([operator, name]) =>
  written(name!, "content-plain", (text) => text.replace("\nBT\n", `\nBT\n${operator}\n`)),
);

const CELL = "72 599.75 110 20.25 re S";

export const RULES: readonly Mutation[] = [
  written("a border beneath the row left out", LOOK, (text) =>
    text.replace("72 580.25 110 19.5 re S\n", ""),
  ),
  written("a border moved to the old width", LOOK, (text) =>
    text.replace(CELL, "72 599.75 78.45 20.25 re S"),
  ),
  written("a border more where the word ended", LOOK, (text) =>
    text.replace(CELL, `${CELL}\n150.45 599.75 m 150.45 620 l S`),
  ),
  written("a pale border more where the word ended", LOOK, (text) =>
    text.replace(CELL, `${CELL}\nq\n.8 G\n150.45 599.75 m 150.45 620 l S\nQ`),
  ),
  written("a pale ground as wide as the word", LOOK, (text) =>
    text.replace("\nEMC", "\nq\n.95 g\n76 601 74.45 16 re f\nQ\nEMC"),
  ),
];
