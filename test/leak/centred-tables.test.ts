// A table in the middle of the page whose columns are as wide as their longest cells: laid out anew with
// the labels it is narrower or wider, and begins elsewhere. Its twins are equal, and crisp (B1).
import { expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { num } from "../fixtures/pdf-builder.ts";
import { boxOf, helvetica, LeakDocument, literal, mark } from "../fixtures/leaks/leak.ts";

const SIZE = 10;
const ROW = 18;
const PADDING = 6;
const TOP = 700;

/** Letter by letter: makers of tables know no kerning. */
function plain(text: string): number {
  return [...text].reduce((sum, letter) => sum + helvetica(letter, SIZE), 0);
}

/**
 * @param spare points by which the name's column is wider than its cells ask for; @param middle of it
 * @param wide width that the name's column was given @param alone nothing else stands on the page
 */
function table(name: string, { spare = 0, middle = 306, wide: own = 0, alone = false } = {}) {
  const rows = [
    ["Meeting", name, "Chair"],
    ["First", "yes", "no"],
    ["Second", "no", "yes"],
  ];
  const widths = [0, 1, 2].map(
    (i) =>
      (i === 1 && own) ||
      Math.max(...rows.map((row) => plain(row[i]!))) + 2 * PADDING + (i === 1 ? spare : 0),
  );
  const wide = widths.reduce((sum, width) => sum + width, 0);
  const left = middle - wide / 2;
  const bottom = TOP - rows.length * ROW;
  const rule = (x0: number, y0: number, x1: number, y1: number) =>
    `0.5 w ${num(x0)} ${num(y0)} m ${num(x1)} ${num(y1)} l S\n`;
  let content = `0.83 g ${num(left)} ${TOP - ROW} ${num(wide)} ${ROW} re f 0 g\n`;
  for (let y = TOP; y >= bottom; y -= ROW) content += rule(left, y, left + wide, y);
  let x = left;
  for (const width of [0, ...widths]) content += rule((x += width), TOP, x, bottom);
  const text = (words: string, at: number, y: number) =>
    `BT /F1 ${SIZE} Tf ${num(at)} ${num(y)} Td ${literal(words)} Tj ET\n`;
  rows.forEach((row, r) => {
    let at = left + PADDING;
    row.forEach((words, i) => {
      content += text(words, at, TOP - 13 - r * ROW);
      at += widths[i]!;
    });
  });
  if (!alone) content += text("The table shows who was there.", 78, 620);
  const leak = new LeakDocument();
  leak.page({ content });
  const place = left + widths[0]! + PADDING;
  const marks = [mark(boxOf(place, TOP - 13, plain(name), SIZE))];
  return { original: leak.finish(), marks };
}

it("B1 a table in the middle of the page stays crisp, however much narrower it becomes", async () => {
  const exports = [];
  for (const name of ["Jo Ng", "Patricia Whitlock", "Christabel Montgomery-Wetherby"]) {
    const { bytes, report } = await burn({ ...table(name), mode: "auto", language: "en-GB" });
    expect(report.pages.map(({ kind, boxes }) => [kind, boxes.map(({ bits }) => bits)])).toEqual([
      ["crisp", [0]],
    ]);
    exports.push(Buffer.from(bytes).toString("latin1"));
  }
  expect(new Set(exports).size).toBe(1);
});

it("B1 a column that stays as wide as its name states that, and so does a table in the middle of nothing", async () => {
  for (const name of ["Jo Ng", "Patricia Whitlock", "Christabel Montgomery-Wetherby"]) {
    const options = { mode: "auto", language: "en-GB" } as const;
    for (const at of [{ spare: 0.4 }, { middle: 290 }]) {
      const { report } = await burn({ ...table(name, at), ...options });
      expect(report.pages.map(({ kind, boxes }) => [kind, boxes[0]!.bits])).toEqual([["crisp", 6]]);
    }
  }
});

/** A browser's table from margin to margin, alone on its page. @param story breaks in any case, or never */
function chronology(name: string, story: string) {
  const [edges, top] = [[72, 150, 540], 700];
  const words = `School rang ${name} about it. ${story}`.split(" ");
  const lines = [""];
  for (const word of words) {
    const last = lines[lines.length - 1]!;
    if (last && plain(`${last} ${word}`) > 390 - PADDING) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  const bottom = top - ROW - 12 * (lines.length - 1);
  let content = `0.5 w 72 ${top} m 540 ${top} l S\n0.5 w 72 ${bottom} m 540 ${bottom} l S\n`;
  for (const x of edges) content += `0.5 w ${x} ${top} m ${x} ${bottom} l S\n`;
  const text = (line: string, x: number, y: number) =>
    `BT /F1 ${SIZE} Tf ${num(x)} ${num(y)} Td ${literal(line)} Tj ET\n`;
  content += text("03/04/2019", 78, top - 13);
  lines.forEach((line, i) => (content += text(line, 156, top - 13 - 12 * i)));
  const leak = new LeakDocument();
  leak.page({ content });
  const box = boxOf(156 + plain("School rang "), top - 13, plain(name), SIZE);
  return { original: leak.finish(), marks: [mark(box)] };
}

it("B1 a table alone on its page states nothing where no name gave it its width", async () => {
  const options = { mode: "auto", language: "en-GB" } as const;
  const story =
    "The head teacher wrote it down, word for word, and told nobody else of it. ".repeat(3);
  for (const name of ["Jo Ng", "Patricia Whitlock", "Christabel Montgomery-Wetherby"]) {
    const bits = async (from: ReturnType<typeof table>) => {
      const { report } = await burn({ ...from, ...options });
      expect(report.pages.map(({ kind }) => kind)).toEqual(["crisp"]);
      return report.pages[0]!.boxes[0]!.bits;
    };
    const given = { wide: 187.3, middle: 290, alone: true };
    expect(await bits(table(name, given))).toBeLessThan(6);
    expect(await bits(table(name, { middle: 290, alone: true }))).toBe(6);
    expect(await bits(chronology(name, story))).toBeLessThan(6);
    expect(await bits(chronology(name, "No."))).toBe(6);
  }
});

it("B3 a box over a whole cell and its borders leaves the page crisp", async () => {
  const { original, marks } = table("Patricia Whitlock");
  const [{ rect, ...one }] = marks as unknown as [(typeof marks)[number]];
  const cell = [rect[0] - 8, TOP - ROW - 4, rect[2] + 8, TOP + 4] as const;
  const { report, bytes } = await burn({
    original,
    marks: [{ ...one, rect: [...cell] }],
    mode: "auto",
    language: "en-GB",
  });
  expect(report.pages.map(({ kind, reason }) => [kind, reason])).toEqual([["crisp", undefined]]);
  expect(Buffer.from(bytes).includes("Whitlock")).toBe(false);
});
