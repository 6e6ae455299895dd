// What long reviews are full of: chronologies whose columns somebody chose, lists whose last item stands
// over the next text, and names that a page's end cuts. None of them may cost a page its words or its look.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { num } from "../fixtures/pdf-builder.ts";
import { boxOf, helvetica, LeakDocument, literal, mark } from "../fixtures/leaks/leak.ts";
import { charactersWithPdfium, readWithPdfium } from "./oracle/engines.ts";

const SIZE = 10;
const LEADING = 14;
const LEFT = 72;
const RIGHT = 528;
const EVENT =
  "The author has not been able to establish why the case was closed, since the notes kept by the nurse for that period could not be found";

const wide = (text: string): number => helvetica(text, SIZE);
const text = (words: string, x: number, y: number): string =>
  `BT /F1 ${SIZE} Tf ${num(x)} ${num(y)} Td ${literal(words)} Tj ET\n`;
const bar = (x: number, y: number, width: number, height: number): string =>
  `${num(x)} ${num(y)} ${num(width)} ${num(height)} re f\n`;

function broken(words: string, width: number): string[] {
  const lines = [""];
  for (const word of words.split(" ")) {
    const longer = `${lines.at(-1)!} ${word}`.trim();
    if (wide(longer) < width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

async function gate(original: Uint8Array, marks: readonly PlanMark[]) {
  const { bytes, report } = await burn({ original, marks, mode: "auto", language: "en-GB" });
  const folder = await mkdtemp(path.join(tmpdir(), "candour-long-"));
  try {
    const candidatePath = path.join(folder, "export.pdf");
    await writeFile(candidatePath, bytes);
    const { findings } = await verify({ original, marks, candidatePath, claim: report });
    return { bytes, report, findings };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Four columns on whole pixels, by hundredths and paddings as a style sheet gives them. */
function chronology(name: string) {
  const edges = [0, 107, 202, 481, 608].map((pixels) => LEFT + pixels * 0.75);
  const rows = Array.from({ length: 4 }, (_, i) => [
    `${i + 1}0 September 2014`,
    "Social care",
    i === 1 ? `${EVENT} by ${name}.` : `${EVENT}.`,
    i < 3 ? name : "Not recorded",
  ]);
  let [content, y] = ["", 700];
  const marks: PlanMark[] = [];
  content += bar(LEFT, y, edges[4]! - LEFT + 0.75, 0.75);
  for (const row of rows) {
    const cells = row.map((words, i) => broken(words, edges[i + 1]! - edges[i]! - 7));
    for (const [i, lines] of cells.entries())
      for (const [k, line] of lines.entries()) {
        const [x, at] = [edges[i]! + 3.75, y - 13 - k * LEADING];
        content += text(line, x, at);
        const from = line.indexOf(name);
        if (from >= 0) marks.push(mark(boxOf(x + wide(line.slice(0, from)), at, wide(name), SIZE)));
      }
    y -= 8 + LEADING * Math.max(...cells.map((lines) => lines.length));
    content += bar(LEFT, y, edges[4]! - LEFT + 0.75, 0.75);
  }
  for (const x of edges) content += bar(x, y, 0.75, 700 - y);
  const leak = new LeakDocument();
  leak.page({ content });
  return { original: leak.finish(), marks };
}

it("B3 B4 columns that no name could have made so wide stay where they are, and state that they do", async () => {
  const stated = new Set<string>();
  for (const name of ["Joy", "Christa Dale"]) {
    const { original, marks } = chronology(name);
    const { bytes, report, findings } = await gate(original, marks);
    expect(findings).toEqual([]);
    expect(report.pages.map(({ kind }) => kind)).toEqual(["crisp"]);
    const bits = report.pages[0]!.boxes.map((box) => box.bits);
    // Where a column stands is one number, told on its first box; names stand in two columns.
    expect(bits.filter((told) => told >= 6)).toHaveLength(2);
    stated.add(bits.join(" "));
    const starts = async (file: Uint8Array): Promise<number[]> =>
      (await charactersWithPdfium(file))[0]!
        .filter(({ letter }) => letter === "S")
        .map(({ box }) => Math.round(box[0]));
    expect(await starts(bytes)).toEqual(expect.arrayContaining(await starts(original)));
  }
  expect(stated.size).toBe(1);
});

/** The bullet of the last item stands over the text that follows, which begins left of it. */
function listAndText(name: string) {
  const lines = broken(`${EVENT}. ${name} was not asked. ${EVENT}.`, RIGHT - LEFT);
  let content = "";
  ["The state of the home.", "Arrears of rent.", "Low weight."].forEach((item, i) => {
    content +=
      text("\x95", LEFT + 15, 700 - i * LEADING) + text(item, LEFT + 28, 700 - i * LEADING);
  });
  const marks: PlanMark[] = [];
  for (const [i, line] of lines.entries()) {
    const y = 700 - (i + 3) * LEADING;
    content += text(line, LEFT, y);
    const from = line.indexOf(name);
    if (from >= 0) marks.push(mark(boxOf(LEFT + wide(line.slice(0, from)), y, wide(name), SIZE)));
  }
  const leak = new LeakDocument();
  leak.page({ content });
  return { original: leak.finish(), marks };
}

it("B1 B4 a text under a list is no part of its last bullet's text", async () => {
  const exports = [];
  for (const name of ["Joy", "Tom"]) {
    const { original, marks } = listAndText(name);
    const { bytes, report, findings } = await gate(original, marks);
    expect(findings).toEqual([]);
    expect(report.pages.map(({ kind }) => kind)).toEqual(["crisp"]);
    exports.push(Buffer.from(bytes).toString("latin1"));
  }
  expect(new Set(exports).size).toBe(1);
});

it("B3 a name that a page's end cuts shows one label, on the first of its pages, and passes", async () => {
  const above = broken(`${EVENT}. It was known to Ann`, RIGHT - LEFT);
  const below = broken(`Lee and to nobody else. ${EVENT}.`, RIGHT - LEFT);
  const leak = new LeakDocument();
  const set = (lines: readonly string[], top: number): string =>
    lines.map((line, i) => text(line, LEFT, top - i * LEADING)).join("");
  const [foot, top] = [72, 720];
  leak.page({ content: set(above, foot + (above.length - 1) * LEADING) });
  leak.page({ content: set(below, top) });
  const last = above.at(-1)!;
  const marks = [
    mark(boxOf(LEFT + wide(last.slice(0, -3)), foot, wide("Ann"), SIZE), 1, { group: "Ann" }),
    mark(boxOf(LEFT, top, wide("Lee"), SIZE), 2, { group: "Ann" }),
  ];
  const { bytes, report, findings } = await gate(leak.finish(), marks);
  expect(findings).toEqual([]);
  expect(report.pages.map(({ kind }) => kind)).toEqual(["crisp", "crisp"]);
  const said = (await readWithPdfium(bytes)).map((page) => page.split("Child A").length - 1);
  expect(said).toEqual([1, 0]);
});
