// A mark on letters takes the signs along that stand on them as glyphs of their own, beyond what the mark
// covers (B2): an accent over a capital, a vowel under or over a letter. One that is left is found.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PDFDocument, StandardFonts, rgb } from "pdf-lib";
import { afterAll, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import { readWithPdfium } from "./oracle/engines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "signs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [LEFT, BASE, SIZE] = [60, 700, 24];
const [BEFORE, NAME, AFTER] = ["The panel met ", "ELOISE", " that day."];

/** @param accent whether one stands over the name's first letter; a line above it says what stays */
async function page(accent: boolean, name = NAME) {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const sheet = pdf.addPage([595, 842]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const x = LEFT + font.widthOfTextAtSize(BEFORE, SIZE);
  const wide = font.widthOfTextAtSize(name, SIZE);
  const draw = (text: string, at: number, y: number): void =>
    sheet.drawText(text, { x: at, y, size: SIZE, font });
  draw("Another page was never sent.", LEFT, BASE + 40);
  draw(BEFORE, LEFT, BASE);
  // As typesetters do: in front of its letter.
  if (accent) draw("\u00b4", x + 5, BASE + 6);
  draw(`${name}${AFTER}`, x, BASE);
  const rect = [x, BASE - 4, x + wide, BASE + 0.74 * SIZE] as const;
  const marks = [{ page: 1, rect, label: "Child A", reason: "child-name" }];
  return { original: await pdf.save(), marks, x };
}

async function findingsOf(
  { original, marks }: Awaited<ReturnType<typeof page>>,
  candidate: Uint8Array,
): Promise<string> {
  const candidatePath = path.join(folder, "export.pdf");
  writeFileSync(candidatePath, candidate);
  const { findings } = await verify({ original, candidatePath, marks });
  return findings.map(({ message }) => message).join("\n");
}

it.each(["auto", "sealed"] as const)(
  "B2 no accent of a burnt letter is left (%s)",
  async (mode) => {
    const plan = { language: "en-GB", mode, epoch: 0 } as const;
    const source = await page(true);
    const { bytes, report } = await burn({ ...source, ...plan });
    expect(report.pages[0]!.kind).toBe(mode === "auto" ? "crisp" : "sealed");
    expect((await readWithPdfium(bytes))[0]).not.toContain("\u00b4");
    expect(await findingsOf(source, bytes)).toBe("");
    // Nor does the file tell that there was one.
    const plain = await burn({ ...(await page(false)), ...plan });
    expect(Buffer.compare(bytes, plain.bytes)).toBe(0);
  },
);

it("V3 an accent that still stands over a burnt letter is found", async () => {
  const source = await page(true);
  const plan = { language: "en-GB", mode: "sealed", epoch: 0 } as const;
  const { bytes } = await burn({ ...source, ...plan });
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const sheet = pdf.getPage(0);
  // Drawn, so that no text tells of it.
  const [x, y] = [source.x + 5, BASE + 6];
  const shape = (await accentShape(SIZE)).map(([dx, dy]) => `${dx} ${-dy}`).join(" L ");
  sheet.drawSvgPath(`M ${shape} Z`, { x, y, color: rgb(0, 0, 0), borderWidth: 0 });
  expect(await findingsOf(source, await pdf.save())).toMatch(/sign on a letter burnt|stands/u);
});

/** The corners of Helvetica's acute accent as it is drawn in its place. */
async function accentShape(size: number): Promise<readonly (readonly [number, number])[]> {
  const em = size / 1000;
  return (
    [
      [122, 593],
      [212, 593],
      [317, 734],
      [185, 734],
    ] as const
  ).map(([x, y]) => [x * em, y * em] as const);
}
