// B3 B5: documents that were once refused for no good reason are finished, and pass the gate.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import type { BurnInput, BurnReport } from "../../shared/model/burning.ts";
import type { Verification } from "../../shared/model/verification.ts";
import { openFace } from "../fixtures/embedded-font.ts";
import { num } from "../fixtures/pdf-builder.ts";
import { boxOf, helvetica, LeakDocument, literal, mark } from "../fixtures/leaks/leak.ts";

const folder = mkdtempSync(path.join(tmpdir(), "finished-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly report: BurnReport;
  readonly verification: Verification;
}

async function judged(input: Pick<BurnInput, "original" | "marks"> & Partial<BurnInput>) {
  const whole: BurnInput = { mode: "auto", language: "en-GB", epoch: 0, ...input };
  const { bytes, report } = await burn(whole);
  const candidatePath = path.join(folder, "export.pdf");
  writeFileSync(candidatePath, bytes);
  const { original, marks } = whole;
  const verification = await verify({ original, marks, candidatePath, claim: report });
  return { report, verification } satisfies Outcome;
}

/** Lines of a size and leading in points; the word between braces is marked. */
function lines(size: number, leading: number, texts: readonly string[]) {
  const leak = new LeakDocument();
  const marks = [];
  let content = "";
  for (const [i, text] of texts.entries()) {
    const y = 700 - i * leading;
    const [before, name] = text.split(/[{}]/);
    content += `BT /F1 ${size} Tf 72 ${y} Td ${literal(text.replace(/[{}]/g, ""))} Tj ET\n`;
    if (name === undefined) continue;
    const from = 72 + helvetica(before!, size);
    marks.push(mark(boxOf(from, y, helvetica(name, size), size)));
  }
  leak.page({ content });
  return { original: leak.finish(), marks };
}

/** Points: what such a font's size of 1 is on the page. */
const UNIT = 0.12;

const OPERATORS: Readonly<Record<string, string>> = {
  moveTo: "m",
  lineTo: "l",
  bezierCurveTo: "c",
  closePath: "h",
};

let pen = [0, 0];

/** One step of an outline as PDF writes it. */
function pathOf(command: string, args: readonly number[]): string {
  const [x0, y0] = pen as [number, number];
  const end = args.slice(-2);
  if (end.length === 2) pen = end;
  if (command !== "quadraticCurveTo") return `${args.join(" ")} ${OPERATORS[command]}`;
  const [x1, y1, x2, y2] = args as [number, number, number, number];
  const third = (a: number, b: number): string => num(a + (2 * (b - a)) / 3);
  return `${third(x0, x1)} ${third(y0, y1)} ${third(x2, x1)} ${third(y2, y1)} ${x2} ${y2} c`;
}

/** A font whose letters are drawings; at size 1 they are as many points high as they are units times `scale`. */
function drawnFont(leak: LeakDocument, scale: number, letters: string): number {
  const face = openFace("sans");
  const procedures: string[] = [];
  const widths: number[] = [];
  for (let code = 65; code <= 122; code++) {
    const letter = String.fromCharCode(code);
    if (!letters.includes(letter)) {
      widths.push(0);
      continue;
    }
    const glyph = face.layout(letter).glyphs[0]!;
    const path = glyph.path.commands.map(({ command, args }) => pathOf(command, args));
    const drawn = `${glyph.advanceWidth} 0 -200 -500 2200 2000 d1 ${path.join(" ")} f`;
    procedures.push(`/${letter} ${leak.pdf.stream("", drawn)} 0 R`);
    widths.push(glyph.advanceWidth);
  }
  const names = Array.from({ length: 58 }, (_, i) => `/${String.fromCharCode(65 + i)}`);
  const known = names.map((name) => (letters.includes(name[1]!) ? name : "/.notdef"));
  return leak.pdf.add(
    `<< /Type /Font /Subtype /Type3 /FontBBox [-200 -500 2200 2000] /FontMatrix [${scale} 0 0 ${scale} 0 0] ` +
      `/CharProcs << ${procedures.join(" ")} >> /Encoding << /Type /Encoding /Differences [65 ${known.join(" ")}] >> ` +
      `/FirstChar 65 /LastChar 122 /Widths [${widths.join(" ")}] /Resources << >> >>`,
  );
}

describe("documents that are finished", () => {
  it("B3 on a page that is a picture alone no neighbour is lost beside a box", async () => {
    const texts = [
      "The visitor came to {Marian} at once, and to her brother as well.",
      "On Monday she went to {Ik} by herself, and on Tuesday to school.",
      "Nobody had told her that {Wilhelmina} would be there to help her.",
    ];
    for (const [size, leading] of [
      [11, 13],
      [6, 7],
      [2, 2.6],
    ] as const) {
      const { original, marks } = lines(size, leading, texts);
      const { report, verification } = await judged({
        original,
        marks,
        sealedPages: [1],
        picturePages: [1],
      });
      expect(verification.findings).toEqual([]);
      expect(verification.notices.map(({ message }) => message)).not.toContainEqual(
        expect.stringContaining("under the box"),
      );
      // Letters stand beside each box, which is therefore about as long as the word.
      expect(report.pages[0]!.boxes.map(({ bits }) => bits)).toEqual([8, 8, 8]);
    }
  });

  it("B5 a mark that grazes the lines beside sweeps what it means from the title", async () => {
    const leak = new LeakDocument();
    const texts = ["Nobody had told Wexcombe about it", "and so Marian went there on her own"];
    texts.push("while nobody was at home with her again", "", "Later Marian came back from school");
    let content = "";
    texts.forEach((text, i) => {
      content += `BT /F1 12 Tf 72 ${700 - 13 * i} Td ${literal(text)} Tj ET\n`;
    });
    leak.page({ content });
    const info = leak.pdf.add("<< /Title (The Case of Marian) >>");
    const from = 72 + helvetica("and so ", 12);
    const box = [from, 679.5, from + helvetica("Marian", 12), 702] as const;
    const { verification } = await judged({
      original: leak.finish("", `/Info ${info} 0 R`),
      marks: [mark(box)],
      sealedPages: [1],
    });
    expect(verification.findings.filter(({ check }) => check === "terms-absent")).toEqual([]);
  });

  it("B5 a page as large as a poster is read from its pixels band by band", async () => {
    const leak = new LeakDocument();
    const content = `BT /F1 40 Tf 72 1000 Td ${literal("Nothing was said to Marian that day.")} Tj ET\n`;
    leak.page({ content, box: [0, 0, 2200, 2200] });
    const from = 72 + helvetica("Nothing was said to ", 40);
    const { verification } = await judged({
      original: leak.finish(),
      marks: [mark(boxOf(from, 1000, helvetica("Marian", 40), 40))],
      sealedPages: [1],
    });
    expect(verification.findings).toEqual([]);
  });

  it("B3 letters that are drawings keep their words, small ones below the line as well", async () => {
    const leak = new LeakDocument();
    const letters = "ThevisortcamndjkMuhy";
    const units = openFace("sans").unitsPerEm;
    const [large, small] = [11, 7].map((size) =>
      drawnFont(leak, Number((size / units / UNIT).toPrecision(6)), letters),
    );
    const width = (text: string, size: number): number => helvetica(text, size);
    let content = "";
    const marks = [];
    for (let i = 0; i < 12; i++) {
      const y = 700 - 22 * i;
      let x = 72;
      const show = (text: string, size: number, down = 0): void => {
        content += `BT /${size === 11 ? "T1" : "T2"} 1 Tf ${UNIT} 0 0 ${UNIT} ${num(x)} ${num(y - down)} Tm ${literal(text)} Tj ET\n`;
        x += width(text, size) + 3;
      };
      for (const word of ["The", "visitor", "came"]) show(word, 11);
      for (const index of ["i", "j", "k"]) {
        show("a", 11);
        x -= 3;
        show(index, 7, 2);
      }
      if (i === 4) marks.push(mark(boxOf(x, y, width("Marcus", 11), 11)));
      for (const word of [i === 4 ? "Marcus" : "they", "said", "home"]) show(word, 11);
    }
    leak.page({ content, fonts: `/T1 ${large} 0 R /T2 ${small} 0 R` });
    const { report, verification } = await judged({ original: leak.finish(), marks });
    expect(report.pages.map(({ kind, reason }) => reason ?? kind)).toEqual(["crisp"]);
    expect(verification.findings).toEqual([]);
  });

  it("B5 words that every export is written in may be burnt", async () => {
    const { original, marks } = lines(11, 14, [
      "The first {Document} was sent to her brother on Monday.",
      "The second, a {Redacted} one, was sent on Tuesday.",
      "Nothing was said of its {Language} or of what it was for.",
      "A {Description} of the house was added, and a list of Resources as well.",
    ]);
    const { verification } = await judged({ original, marks });
    expect(verification.findings).toEqual([]);
  });
});
