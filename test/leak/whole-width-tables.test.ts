// A browser's table that takes all the width of its page, within the small margin that browsers leave
// around a body, still does so when it is laid out anew with labels (B3).
import { expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { num } from "../fixtures/pdf-builder.ts";
import { boxOf, helvetica, LeakDocument, literal, mark } from "../fixtures/leaks/leak.ts";
import { readObjects } from "../../electron/pdfium/page-objects.ts";
import { openPdfium } from "../../electron/pdfium/document.ts";
import { readWithPdfium } from "./oracle/engines.ts";

const SIZE = 10;
const ROW = 18;
const TOP = 699;
const PADDING = 6;
/** A browser's pixel. */
const PIXEL = 0.75;
const MARGIN = 60;
const BODY = 6;
const LEFT = MARGIN + BODY;
const RIGHT = 612 - LEFT;

const plain = (text: string): number =>
  [...text].reduce((sum, letter) => sum + helvetica(letter, SIZE), 0);

/** @param end what stands right behind the name in its cell */
function table(name: string, end = "") {
  const rows = [
    ["Meeting", "Who", "What was said"],
    ["First", name + end, "That nobody had come"],
    ["Second", "The chair", "That all were heard"],
  ];
  const needs = [0, 1, 2].map(
    (i) => Math.max(...rows.map((row) => plain(row[i]!))) + 2 * PADDING + 0.5,
  );
  const all = needs.reduce((sum, need) => sum + need, 0);
  const share = (need: number): number => Math.ceil((need * (RIGHT - LEFT)) / all / PIXEL) * PIXEL;
  const edges = [LEFT, LEFT + share(needs[0]!), LEFT + share(needs[0]!) + share(needs[1]!), RIGHT];
  const bottom = TOP - rows.length * ROW;
  const bar = (x: number, y: number, wide: number, high: number): string =>
    `${num(x)} ${num(y)} ${num(wide)} ${num(high)} re f\n`;
  const text = (words: string, x: number, y: number): string =>
    `BT /F1 ${SIZE} Tf ${num(x)} ${num(y)} Td ${literal(words)} Tj ET\n`;
  let content = `q ${MARGIN} ${MARGIN} ${612 - 2 * MARGIN} 672 re W n\n`;
  for (let y = TOP; y >= bottom; y -= ROW) content += bar(LEFT, y, RIGHT - LEFT + PIXEL, PIXEL);
  for (const x of edges) content += bar(x, bottom, PIXEL, TOP - bottom);
  rows.forEach((row, r) =>
    row.forEach((words, i) => {
      content += text(words, edges[i]! + PADDING, TOP - 13 - r * ROW);
    }),
  );
  content += `${text("The table shows who was there.", LEFT, 620)}Q\n`;
  const leak = new LeakDocument();
  leak.page({ content });
  const at = boxOf(edges[1]! + PADDING, TOP - 13 - ROW, plain(name), SIZE);
  return { original: leak.finish(), marks: [mark(at)] };
}

async function rightEnd(bytes: Uint8Array): Promise<number> {
  const document = await openPdfium(bytes);
  try {
    return document.withPage(1, (open) =>
      Math.max(
        ...readObjects(document.pdfium, open.handle)
          .filter(({ kind }) => kind === "path")
          .map(({ bounds }) => bounds[2]),
      ),
    );
  } finally {
    document.close();
  }
}

it("B3 a table of the whole width keeps it, whoever stood in it", async () => {
  const exports = [];
  for (const name of ["Jo Ng", "Christabel Montgomery-Wetherby"]) {
    const { bytes, report } = await burn({ ...table(name), mode: "auto", language: "en-GB" });
    expect(report.pages.map(({ kind }) => kind)).toEqual(["crisp"]);
    expect(await rightEnd(bytes)).toBeCloseTo(RIGHT + PIXEL, 0);
    exports.push(Buffer.from(bytes).toString("latin1"));
  }
  expect(new Set(exports).size).toBe(1);
});

/** Widths that nobody could tell from such as their cells ask for, and an event of two lines. */
function chronology(name: string) {
  const edges = [LEFT, LEFT + 98 * PIXEL, LEFT + 245 * PIXEL, RIGHT];
  const event = `${name} says that the worker had come on the wrong day and that nobody had rung before, which the log of the service confirms`;
  const lines = [""];
  for (const word of event.split(" ")) {
    const longer = `${lines[lines.length - 1]!} ${word}`.trim();
    if (plain(longer) < RIGHT - edges[2]! - 2 * PADDING) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const rows = [
    [["Date"], ["Agency"], ["Event"]],
    [["01/02/2021"], ["Children\u2019s Services"], ["Letter sent to both parents"]],
    [["08/02/2021"], ["Children\u2019s Services"], lines],
    [["15/02/2021"], ["Children\u2019s Services"], ["Cases closed"]],
  ];
  const bar = (x: number, y: number, wide: number, high: number): string =>
    `${num(x)} ${num(y)} ${num(wide)} ${num(high)} re f\n`;
  let content = `q ${MARGIN} ${MARGIN} ${612 - 2 * MARGIN} 672 re W n\n`;
  content += bar(LEFT, TOP, RIGHT - LEFT + PIXEL, PIXEL);
  const marks = [];
  let y = TOP;
  for (const row of rows) {
    for (const [i, lines] of row.entries())
      for (const [line, words] of lines.entries()) {
        const at = [edges[i]! + PADDING, y - 13 - line * 12] as const;
        const said = literal(words.replace("\u2019", "\x92"));
        content += `BT /F1 ${SIZE} Tf ${num(at[0])} ${num(at[1])} Td ${said} Tj ET\n`;
        if (words.startsWith(name)) marks.push(mark(boxOf(at[0], at[1], plain(name), SIZE)));
      }
    y -= ROW + 12 * (Math.max(...row.map((lines) => lines.length)) - 1);
    content += bar(LEFT, y, RIGHT - LEFT + PIXEL, PIXEL);
  }
  for (const x of edges) content += bar(x, y, PIXEL, TOP - y);
  const leak = new LeakDocument();
  leak.page({ content: `${content}Q\n` });
  return { original: leak.finish(), marks };
}

it("B1 B3 a cell whose column becomes too narrow for it is broken, and no letter of it is taken for another's", async () => {
  const exports = [];
  for (const name of ["Jo Ng", "Christabel Wetherby"]) {
    const { bytes, report } = await burn({ ...chronology(name), mode: "auto", language: "en-GB" });
    expect(report.pages.map(({ kind }) => kind)).toEqual(["crisp"]);
    const text = (await readWithPdfium(bytes))[0]!.replace(/\s+/gu, " ");
    for (const words of ["Letter sent to both parents", "Cases closed", "Services"])
      expect(text).toContain(words);
    exports.push(Buffer.from(bytes).toString("latin1"));
  }
  expect(new Set(exports).size).toBe(1);
});

it("B3 a full stop right behind a name in such a table stays, whatever letters the name had", async () => {
  for (const name of ["Om Moom", "Christabel Montgomery-Wetherby"]) {
    const { bytes } = await burn({ ...table(name, "."), mode: "auto", language: "en-GB" });
    const [page] = await readWithPdfium(bytes);
    expect(page).toMatch(/\]\s*\./u);
  }
});
