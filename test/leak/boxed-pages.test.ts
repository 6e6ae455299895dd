// B3: where the lines with boxes of a sealed page do not pass, only they are given as pictures; the
// words of all the others are told. Where that does not pass either, the page is a picture alone. Words
// that could not be proved alone are no part of its text, and cost it none of the others.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { exportVerified } from "../../electron/export/export.ts";
import type { ExportWorkers } from "../../electron/export/export.ts";
import { verify } from "../../electron/verify/verify.ts";
import type { Rect } from "../../shared/geometry/rect.ts";
import type { BurnInput } from "../../shared/model/burning.ts";
import { boxOf, helvetica, LeakDocument, literal, mark } from "../fixtures/leaks/leak.ts";
import { readWithPdfium, readWithPdfJs } from "./oracle/engines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "boxed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEXTS = [
  "The visitor wrote down what the neighbours had told her at the door.",
  "Then Thistlewood came home and went to bed without any supper at all.",
  "Nobody had asked about the evening meals for most of that winter.",
  "The school knew nothing of it, and nor did the doctor in the village.",
];
const BEFORE = "Then ";
const NAME = "Thistlewood";
const SIZE = 11;

function page() {
  const leak = new LeakDocument();
  const at = (row: number): number => 700 - 24 * row;
  leak.page({
    content: TEXTS.map(
      (text, row) => `BT /F1 ${SIZE} Tf 72 ${at(row)} Td ${literal(text)} Tj ET\n`,
    ).join(""),
  });
  const name = boxOf(72 + helvetica(BEFORE, SIZE), at(1), helvetica(NAME, SIZE), SIZE);
  return { original: leak.finish(), marks: [mark(name)] };
}

it("B2 B3 a page whose lines with boxes are pictures tells all other lines", async () => {
  const { original, marks } = page();
  const plan = { original, marks, mode: "auto", language: "en-GB", epoch: 0 } as const;
  const { bytes, report } = await burn({ ...plan, sealedPages: [1], boxedPages: [1] });
  const candidatePath = path.join(folder, "export.pdf");
  writeFileSync(candidatePath, bytes);
  const { findings } = await verify({ original, marks, candidatePath, claim: report });
  expect(findings).toEqual([]);
  expect(report.notes).toContain(
    "Page 1: lines with boxes are given as pictures; they cannot be searched or read aloud.",
  );
  for (const text of await readBoth(bytes)) {
    for (const row of [0, 2, 3]) expect(text).toContain(TEXTS[row]);
    expect(text).not.toMatch(/supper|Thistle/u);
  }
});

it("B4 a page that does not pass is burnt one step lower each time", async () => {
  const { original, marks } = page();
  const steps: string[] = [];
  const workers = failing(steps, 3);
  const plan: BurnInput = { original, marks, mode: "auto", language: "en-GB", epoch: 0 };
  const target = path.join(folder, "steps.pdf");
  const { exported, report } = await exportVerified(workers, plan, target, false, 1);
  expect(steps).toEqual(["as text", "sealed", "boxes", "picture"]);
  expect(exported).toBe(true);
  expect(report.pages[0]!.reason).toBe("Its own text did not pass every check");
  const second: string[] = [];
  const earlier = await exportVerified(failing(second, 2), plan, `${target}2`, false, 1);
  expect(second).toEqual(["as text", "sealed", "boxes"]);
  expect(earlier.report.pages[0]!.reason).toBe("Its lines with boxes did not pass every check");
});

it("V2 labels in boxes that cover nearly all of a line are no burnt ink that shows through", async () => {
  const leak = new LeakDocument();
  const names =
    "three summers,four months,Thistlewood,Ned,Iris Una,Oscar,Edith Ashgrove,Harrow Lane,Marian,eleven weeks";
  const labels = "date removed,Doctor 2,GP Practice 1,Person 6,Child A,home address".split(",");
  let text = "";
  const marks = names.split(",").map((name, i) => {
    const x = 8 + helvetica(text, SIZE);
    text += `${name} `;
    const rect = boxOf(x, 676, helvetica(name, SIZE), SIZE);
    return { ...mark(rect), label: labels[i % labels.length]! };
  });
  leak.page({ content: `BT /F1 ${SIZE} Tf 8 676 Td ${literal(text)} Tj ET\n` });
  const original = leak.finish();
  const plan = { original, marks, mode: "auto", language: "en-GB", epoch: 0 } as const;
  for (const way of [{ boxedPages: [1] }, { picturePages: [1] }]) {
    const { bytes, report } = await burn({ ...plan, sealedPages: [1], ...way });
    const candidatePath = path.join(folder, "covered.pdf");
    writeFileSync(candidatePath, bytes);
    const { findings } = await verify({ original, marks, candidatePath, claim: report });
    expect(findings).toEqual([]);
  }
});

const readBoth = async (bytes: Uint8Array): Promise<readonly string[]> =>
  [(await readWithPdfJs(bytes)).pages[0]!, (await readWithPdfium(bytes))[0]!].map((text) =>
    text.replace(/\s+/gu, " "),
  );

/** Where the word stands on the page above, of all its letters the last. */
function lastLetterOf(word: string, row: number): Rect {
  const text = TEXTS[row]!;
  const [from, to] = [text.indexOf(word), text.indexOf(word) + word.length];
  const x = (end: number): number => 72 + helvetica(text.slice(0, end), SIZE);
  const y = 700 - 24 * row;
  return from < 0 ? [0, 0, 0, 0] : [x(to - 1), y - 2, x(to), y + 9];
}

it("B3 words that could not be proved are no part of the text; on a line with a box they are", async () => {
  const { original, marks } = page();
  const plan = { original, marks, mode: "sealed", language: "en-GB", epoch: 0 } as const;
  const words = [lastLetterOf("evening", 2), lastLetterOf("supper", 1)];
  const { bytes, report } = await burn({ ...plan, unproven: [{ page: 1, words }] });
  const candidatePath = path.join(folder, "unproven.pdf");
  writeFileSync(candidatePath, bytes);
  const { findings, passed } = await verify({ original, marks, candidatePath, claim: report });
  expect([...findings, passed]).toEqual([true]);
  expect(report.notes).toContain(
    "Page 1: words that could not be proved to stand for what is seen are no part of its text; where they are seen they cannot be searched or read aloud.",
  );
  for (const text of await readBoth(bytes)) {
    for (const row of [0, 3]) expect(text).toContain(TEXTS[row]);
    expect(text).toContain("Nobody had asked about the meals for most");
    expect(text).toMatch(/supper at all/u);
    expect(text).not.toMatch(/Thistle/u);
  }
});

it("B3 the label of a picture is told though nothing else of its line could be proved", async () => {
  const { original, marks } = page();
  const plan = { original, marks, mode: "sealed", language: "en-GB", epoch: 0 } as const;
  const unproven = [{ page: 1, words: [[72, 670, 400, 690]] as const }];
  const { bytes, report } = await burn({ ...plan, sealedPages: [1], picturePages: [1], unproven });
  const candidatePath = path.join(folder, "label.pdf");
  writeFileSync(candidatePath, bytes);
  const { findings } = await verify({ original, marks, candidatePath, claim: report });
  expect(findings).toEqual([]);
  for (const text of await readBoth(bytes)) expect(text.trim()).toBe("[Child A]");
});

it("B4 words are left out before a page is burnt one step lower, once as lines and once more with boxes", async () => {
  const { original, marks } = page();
  const plan: BurnInput = { original, marks, mode: "auto", language: "en-GB", epoch: 0 };
  const steps: string[] = [];
  const words: readonly Rect[] = [[72, 698, 90, 709]];
  const workers = failing(steps, 5, "text-in-place", words);
  const { exported } = await exportVerified(workers, plan, path.join(folder, "7.pdf"), false, 1);
  const lines = ["as text", "sealed", "sealed without 1"];
  expect(steps).toEqual([...lines, "boxes without 1", "boxes without 2", "picture without 2"]);
  expect(exported).toBe(true);
});

it("B4 boxes that are not black are drawn anew as well; a burnt text that is left stops at once", async () => {
  const { original, marks } = page();
  const plan: BurnInput = { original, marks, mode: "auto", language: "en-GB", epoch: 0 };
  const boxes: string[] = [];
  const opaque = failing(boxes, 2, "boxes-opaque");
  const { exported } = await exportVerified(opaque, plan, path.join(folder, "5.pdf"), false, 1);
  expect([...boxes, exported]).toEqual(["as text", "sealed", "boxes", true]);
  const texts: string[] = [];
  const left = failing(texts, 2, "terms-absent");
  const refused = await exportVerified(left, plan, path.join(folder, "6.pdf"), false, 1);
  expect([...texts, refused.exported]).toEqual(["as text", "sealed", false]);
});

/** Workers of which the second finds the page wanting so many times. */
function failing(
  steps: string[],
  times: number,
  check = "words-kept",
  words?: readonly Rect[],
): ExportWorkers {
  const burner = async (_: string, input: BurnInput) => {
    const step = input.picturePages?.length
      ? "picture"
      : input.boxedPages?.length
        ? "boxes"
        : input.sealedPages?.length
          ? "sealed"
          : "as text";
    const without = input.unproven?.flatMap((one) => one.words).length ?? 0;
    steps.push(without > 0 ? `${step} without ${without}` : step);
    const kind = step === "as text" ? "crisp" : "sealed";
    const own = { page: 1, kind, boxes: [], touched: [], touchedOriginal: [] };
    return { bytes: new Uint8Array([1]), report: { pages: [own], swept: {}, notes: [] } };
  };
  const verifier = async () => {
    const findings = [{ page: 1, check, message: "It is not as it should be.", words }];
    const passed = steps.length > times;
    return { passed, findings: passed ? [] : findings };
  };
  const client = (run: unknown) => ({ started: false, run }) as ExportWorkers["burner"];
  return { burner: client(burner), verifier: client(verifier) };
}
