// Underlines of dots, dashes and waves, in one drawing or in many: they go along with their words, and
// neither where they end nor how many dots they have tells how long a burnt name was (B1). One that stays
// where it was is found (V3).
import { PDFDocument, StandardFonts, rgb } from "pdf-lib";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { marksOf } from "../../electron/burn/crisp/testing/find-text.ts";
import { verify } from "../../electron/verify/verify.ts";

const folder = mkdtempSync(path.join(tmpdir(), "dotted-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SIZE = 12;
const NAMES = ["Al Bo", "Tom Rowett Hill", "Maximilian Wetherby"];
const RED = rgb(0.8, 0.1, 0.1);
const LOOKS = ["dots", "dashes", "wave", "over", "line", "dashed line"] as const;

type Look = (typeof LOOKS)[number];

async function page(look: Look | "none", name: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const sheet = pdf.addPage([595, 842]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const wide = (text: string): number =>
    [...text].reduce((sum, sign) => sum + font.widthOfTextAtSize(sign, SIZE), 0);
  const [before, after] = ["The panel heard that ", " came in and that nobody had asked."];
  const from = 60 + wide(before);
  const to = from + wide(`${name} came in`);
  sheet.drawText(`${before}${name}${after}`, { x: 60, y: 740, size: SIZE, font });
  sheet.drawText("Another letter was never sent.", { x: 60, y: 722, size: SIZE, font });
  const bar = (x: number, y: number, width: number, height: number): void =>
    sheet.drawRectangle({ x, y, width, height, color: RED });
  if (look === "dots") for (let x = from; x + 1.5 <= to; x += 3) bar(x, 736, 1.5, 1.5);
  if (look === "over") for (let x = from; x + 1.5 <= to; x += 3) bar(x, 750, 1.5, 1.2);
  // The pen is put down twice before it draws.
  if (look === "line" || look === "dashed line") {
    const [start, end] = [
      { x: from, y: 738 },
      { x: to, y: 738 },
    ];
    const dashArray = look === "line" ? undefined : [3, 2];
    sheet.drawLine({ start, end, thickness: 0.8, color: RED, ...(dashArray && { dashArray }) });
  }
  if (look === "dashes" || look === "wave") {
    // As browsers do: as many as fit, as far apart as fills the words.
    const count = Math.round((to - from) / 6);
    const each = (to - from - 4) / (count - 1);
    const at = Array.from({ length: count }, (_, i) => i * each);
    const dashes = at.map((x) => `M ${x} 0 h 4 v 1.5 h -4 Z`).join(" ");
    const waves = `M 0 1 ${at.map((x) => `C ${x + 1} 0 ${x + 3} 2 ${x + 4} 1`).join(" ")}`;
    if (look === "dashes") sheet.drawSvgPath(dashes, { x: from, y: 738, color: RED });
    else sheet.drawSvgPath(waves, { x: from, y: 738, borderColor: RED, borderWidth: 0.6 });
  }
  return pdf.save();
}

async function burnt(look: Look, name: string) {
  const original = await page(look, name);
  const marks = await marksOf(original, name, "Child A");
  const { bytes, report } = await burn({
    original,
    marks,
    language: "en-GB",
    mode: "auto",
    epoch: 0,
  });
  return { original, marks, bytes, report };
}

it.each(LOOKS)("B1 %s along a burnt name do not tell its length", async (look) => {
  const twins = [];
  for (const name of NAMES) {
    const { original, marks, bytes, report } = await burnt(look, name);
    expect(report.pages.map(({ kind }) => kind)).toEqual(["crisp"]);
    const candidatePath = path.join(folder, `${look}.pdf`);
    writeFileSync(candidatePath, bytes);
    const { findings } = await verify({ original, candidatePath, marks, claim: report });
    expect(findings).toEqual([]);
    twins.push(Buffer.from(bytes));
  }
  for (const twin of twins.slice(1)) expect(twin.equals(twins[0]!)).toBe(true);
});

it("V3 dots that stay where they were are found", async () => {
  const { original, marks } = await burnt("dots", NAMES[2]!);
  const bare = await burn({
    original: await page("none", NAMES[2]!),
    marks,
    language: "en-GB",
    mode: "auto",
    epoch: 0,
  });
  const pdf = await PDFDocument.load(bare.bytes, { updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const x = 60 + font.widthOfTextAtSize("The panel heard that ", SIZE);
  const to = x + font.widthOfTextAtSize(`${NAMES[2]!} came in`, SIZE);
  for (let at = x; at + 1.5 <= to; at += 3)
    pdf.getPage(0).drawRectangle({ x: at, y: 736, width: 1.5, height: 1.5, color: RED });
  const candidatePath = path.join(folder, "left.pdf");
  writeFileSync(candidatePath, await pdf.save());
  const { findings } = await verify({ original, candidatePath, marks });
  expect(findings.map(({ message }) => message).join()).toContain("stands where it stood");
});
