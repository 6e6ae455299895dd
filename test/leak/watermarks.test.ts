// B3: a word in huge letters across the page, under its text or over it, is no part of the lines that it
// crosses: a mark on a word there burns the word, and every other word stays, the watermark with them.
// B2: a watermark that a mark means is burnt like anything else.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { EmbeddedFont } from "../fixtures/embedded-font.ts";
import { PdfBuilder } from "../fixtures/pdf-builder.ts";
import { readWithPdfium, readWithPdfJs } from "./oracle/engines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "watermarks-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SIZE = 11;
const LEFT = 60;
const NAME = "Marian Jukes";
const TEXT = [
  `This review was commissioned after ${NAME} was admitted to hospital in`,
  "the early spring. The partnership agreed that the criteria were met.",
  "",
  `On the morning of the visit the worker found ${NAME} asleep on a chair`,
  "and wrote it down. Nobody can say what became of that letter.",
  "",
  `A teacher had seen ${NAME} at the gate on three occasions, and asked`,
  "whether anybody was at home. There was food in the house.",
  "",
  `Her aunt told the panel that ${NAME} liked the school and its garden,`,
  "and that the rooms were warm whenever she came to visit them.",
];

interface Watermark {
  readonly text: string;
  readonly size: number;
  /** Degrees. */
  readonly angle: number;
  readonly at: readonly [number, number];
  readonly over?: boolean;
  readonly pages?: number;
}

interface Given {
  readonly original: Uint8Array;
  readonly marks: readonly PlanMark[];
}

function written({ text, size, angle, at, over, pages = 1 }: Watermark): Given {
  const pdf = new PdfBuilder();
  const [serif, bold] = [new EmbeddedFont("serif", "F"), new EmbeddedFont("sans-bold", "W")];
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const turn = [cos, sin, -sin, cos, ...at].map((n) => n.toFixed(4)).join(" ");
  const ground = `q 0.82 g BT /W ${size} Tf ${turn} Tm [${bold.show(text)}] TJ ET Q\n`;
  const sheer = `q /G gs 0.4 g BT /W ${size} Tf ${turn} Tm [${bold.show(text)}] TJ ET Q\n`;
  const rects: PlanMark["rect"][] = [];
  const lines = TEXT.map((line, row) => {
    const y = 330 - 18 * row;
    const start = line.indexOf(NAME);
    if (start >= 0) {
      const x = LEFT + serif.width(line.slice(0, start), SIZE);
      rects.push([x, y - 3, x + serif.width(NAME, SIZE), y + 9]);
    }
    return `BT /F ${SIZE} Tf 1 0 0 1 ${LEFT} ${y} Tm [${serif.show(line)}] TJ ET\n`;
  }).join("");
  const stream = pdf.stream("", over ? lines + sheer : ground + lines);
  const [body, mark] = [serif.embed(pdf), bold.embed(pdf)];
  const tree = pdf.reserve();
  const kids = Array.from({ length: pages }, () =>
    pdf.add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 500 400] /Contents ${stream} 0 R /Resources
      << /ExtGState << /G << /ca 0.3 >> >> /Font << /F ${body} 0 R /W ${mark} 0 R >> >> >>`,
    ),
  );
  const list = kids.map((kid) => `${kid} 0 R`).join(" ");
  pdf.set(tree, `<< /Type /Pages /Kids [${list}] /Count ${pages} >>`);
  const root = pdf.add(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
  const marks = kids.flatMap((_, i) =>
    rects.map((rect) => ({ page: i + 1, rect, label: "Child A", reason: "child-name" })),
  );
  return { original: pdf.build({ trailer: `/Root ${root} 0 R` }), marks };
}

async function burnt({ original, marks }: Given, mode: "auto" | "sealed") {
  const { bytes, report } = await burn({ original, marks, mode, language: "en-GB", epoch: 0 });
  const candidatePath = path.join(folder, "export.pdf");
  writeFileSync(candidatePath, bytes);
  const { findings } = await verify({ original, marks, candidatePath, claim: report });
  const texts = [
    (await readWithPdfJs(bytes)).pages.join(" "),
    (await readWithPdfium(bytes)).join(" "),
  ];
  return {
    findings,
    kinds: new Set(report.pages.map(({ kind }) => kind)),
    texts: texts.map((text) => text.replace(/\s+/gu, " ")),
  };
}

/** What stands between the names, by its letters: engines differ in blanks. */
const PIECES = TEXT.join(" ").split(NAME).map(lettersOf);

function lettersOf(text: string): string {
  return text.replace(/\P{L}/gu, "");
}

function missing(text: string, pieces: readonly string[], pages = 1): string[] {
  const letters = lettersOf(text);
  return pieces.filter((piece) => letters.split(piece).length <= pages);
}

const KINDS: readonly (readonly [string, Watermark])[] = [
  ["aslant under the text", { text: "CONFIDENTIAL", size: 60, angle: 40, at: [90, 60] }],
  ["aslant over the text", { text: "CONFIDENTIAL", size: 60, angle: 40, at: [90, 60], over: true }],
  ["steep over the text", { text: "DRAFT", size: 110, angle: 55, at: [190, 60], over: true }],
  ["on every page", { text: "COPY", size: 120, angle: 30, at: [90, 120], pages: 3 }],
];

describe("a watermark under marks", () => {
  it.each(KINDS)("B3 %s costs a sealed page no word", async (_, watermark) => {
    const { findings, kinds, texts } = await burnt(written(watermark), "sealed");
    expect(findings).toEqual([]);
    expect([...kinds]).toEqual(["sealed"]);
    for (const text of texts) {
      expect(missing(text, PIECES, watermark.pages)).toEqual([]);
      expect(text).not.toMatch(/Marian|Jukes/u);
    }
  });

  it.each(KINDS)(
    "B3 %s leaves a page crisp, with the watermark as a word",
    async (_, watermark) => {
      const { findings, kinds, texts } = await burnt(written(watermark), "auto");
      expect(findings).toEqual([]);
      expect([...kinds]).toEqual(["crisp"]);
      for (const text of texts) {
        expect(missing(text, [...PIECES, watermark.text], watermark.pages)).toEqual([]);
        expect(text).not.toMatch(/Marian|Jukes/u);
      }
    },
  );

  it("B3 level under the text: a sealed page keeps the words of the lines that it crosses", async () => {
    const level = { text: "DRAFT", size: 130, angle: 0, at: [50, 190] } as const;
    const { texts } = await burnt(written(level), "sealed");
    for (const text of texts) expect(missing(text, PIECES)).toEqual([]);
  });

  it("B3 level and not much larger than a title: a sealed page keeps it and every other word", async () => {
    const level = { text: "CONFIDENTIAL", size: 54, angle: 0, at: [30, 275] } as const;
    const { findings, kinds, texts } = await burnt(written(level), "sealed");
    expect(findings).toEqual([]);
    expect([...kinds]).toEqual(["sealed"]);
    for (const text of texts) {
      expect(missing(text, PIECES)).toEqual([]);
      expect(text).not.toMatch(/Marian|Jukes/u);
    }
  });

  it.each(["auto", "sealed"] as const)("B2 that is marked itself is burnt (%s)", async (mode) => {
    const name: Watermark = { text: "JUKES", size: 90, angle: 40, at: [130, 60] };
    const { original, marks } = written(name);
    const over = { page: 1, rect: [60, 50, 420, 360], label: "Child A" } as const;
    const { findings, texts } = await burnt({ original, marks: [...marks, over] }, mode);
    expect(findings.filter(({ check }) => check !== "words-kept")).toEqual([]);
    for (const text of texts) expect(text.replaceAll(" ", "")).not.toMatch(/jukes/iu);
  });
});
