// Badges, frames and icons among the words of a line that is set anew: they go along with their words,
// wherever a burnt name had put them, and as words of the line they tell nothing of it (B1, B3).
import { PDFDocument, StandardFonts, rgb } from "pdf-lib";
import type { PDFFont } from "pdf-lib";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { marksOf } from "../../electron/burn/crisp/testing/find-text.ts";
import { verify } from "../../electron/verify/verify.ts";

const NAMES = ["Al Bo", "Tom Rowett Hill", "Maximilian Wetherby"];
const SIZE = 11;
const HIGH = 14;
const BODY = [
  "Nobody at the school had been told that the address was another one by then, and nobody",
  "asked, although the form was on the file and the clerk who kept it had read it more than",
  "once, as the panel heard from two of them.",
];

type Part = string | { readonly badge: string } | { readonly frame: string } | "icon";

/** As it is drawn, without kerning. */
const widthOf = (font: PDFFont, text: string): number =>
  [...text].reduce((sum, sign) => sum + font.widthOfTextAtSize(sign, SIZE), 0);

/** Browsers round the ends of a badge to pixels, three quarters of a point. */
const onPixel = (x: number): number => Math.round(x / 0.75) * 0.75;

const BESIDE = (name: string): readonly Part[] => [
  `${name} said `,
  { badge: "closed" },
  " and rang ",
  "icon",
  " at home.",
];
const WITHIN = (name: string): readonly Part[] => [
  { badge: name },
  " was at home, as ",
  "icon",
  " told them.",
];

const FRAMED = (name: string): readonly Part[] => [
  "Then ",
  { frame: name },
  " was put down, and ",
  { frame: "no" },
  " under it.",
];

async function page(parts: readonly Part[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const sheet = pdf.addPage([595, 842]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  let x = 60;
  for (const part of parts) {
    if (part === "icon") {
      sheet.drawCircle({ x: x + 5, y: 744, size: 5, color: rgb(0.1, 0.5, 0.2) });
      x += 10;
    } else if (typeof part === "string") {
      sheet.drawText(part, { x, y: 740, size: SIZE, font });
      x += widthOf(font, part);
    } else if ("frame" in part) {
      const width = widthOf(font, part.frame) + 8;
      const [from, to] = [onPixel(x), onPixel(x + width)];
      const place = { x: from, y: 736, width: to - from, height: HIGH };
      sheet.drawRectangle({ ...place, borderWidth: 0.75, borderColor: rgb(0, 0, 0) });
      sheet.drawText(part.frame, { x: x + 4, y: 740, size: SIZE, font });
      x += width;
    } else {
      const width = widthOf(bold, part.badge);
      const [from, to] = [onPixel(x), onPixel(x + width + 12)];
      const [w, r, h] = [to - from, 5, HIGH];
      sheet.drawSvgPath(
        `M ${r} 0 H ${w - r} Q ${w} 0 ${w} ${r} V ${h - r} Q ${w} ${h} ${w - r} ${h} H ${r} Q 0 ${h} 0 ${h - r} V ${r} Q 0 0 ${r} 0 Z`,
        { x: from, y: 737 + h, color: rgb(0.8, 0.1, 0.1) },
      );
      sheet.drawText(part.badge, { x: x + 6, y: 740, size: SIZE, font: bold, color: rgb(1, 1, 1) });
      x += width + 12;
    }
  }
  BODY.forEach((text, i) => sheet.drawText(text, { x: 60, y: 700 - 15 * i, size: SIZE, font }));
  return pdf.save();
}

async function exported(original: Uint8Array, name: string) {
  const marks = await marksOf(original, name, "Mother");
  const burnt = await burn({ original, marks, mode: "auto", language: "en-GB", epoch: 0 });
  const folder = await mkdtemp(path.join(tmpdir(), "candour-test-"));
  const candidatePath = path.join(folder, "out.pdf");
  await writeFile(candidatePath, burnt.bytes);
  const { findings } = await verify({ original, marks, candidatePath, claim: burnt.report });
  await rm(folder, { recursive: true });
  return { ...burnt, findings };
}

it.each([
  ["beside", BESIDE],
  ["around", WITHIN],
  ["that are frames around", FRAMED],
])(
  "B1 B3 badges and icons %s a name stand where words do, and the page stays text",
  async (_, parts) => {
    const all = [];
    for (const name of NAMES) all.push(await exported(await page(parts(name)), name));
    for (const { report, findings, bytes } of all) {
      expect(findings).toEqual([]);
      expect(report.pages.map(({ kind, boxes }) => [kind, boxes[0]!.bits])).toEqual([["crisp", 1]]);
      expect(Buffer.compare(bytes, all[0]!.bytes)).toBe(0);
    }
  },
);
