// Marks that are much taller than their letters, as boxes of some fonts are, reach into the lines above and
// below them. Boxes of labels on those lines are no burnt ink, and the page is given as text (B3).
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { EmbeddedFont } from "../fixtures/embedded-font.ts";
import { PdfBuilder } from "../fixtures/pdf-builder.ts";
import { readWithPdfium } from "./oracle/engines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "tall-marks-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SIZE = 11;
const LEFT = 60;
const LEADING = 16;
/** In font sizes under and over the baseline. */
const [UNDER, OVER] = [0.68, 1.9];
const ITEMS = [
  ["ask ", "Marian Jukes", " about what happens next"],
  ["tell the father of ", "Perrin Oakes", " in writing, not by telephone"],
  ["record who has seen ", "Dalia Frost", " alone and when"],
] as const;
const LABELS = ["Child A", "Brother", "Mother"];

function page(): { readonly original: Uint8Array; readonly marks: readonly PlanMark[] } {
  const pdf = new PdfBuilder();
  const font = new EmbeddedFont("sans", "F");
  const marks: PlanMark[] = [];
  const show = (text: string, y: number, x = LEFT): string =>
    `BT /F ${SIZE} Tf 1 0 0 1 ${x} ${y} Tm [${font.show(text)}] TJ ET\n`;
  const lines = ITEMS.map(([before, name, after], row) => {
    const y = 300 - LEADING * row;
    const x = LEFT + font.width(before, SIZE);
    const rect = [x, y - UNDER * SIZE, x + font.width(name, SIZE), y + OVER * SIZE] as const;
    marks.push({ page: 1, rect, label: LABELS[row]!, reason: "child-name" });
    return show("\u2022", y, LEFT - 18) + show(before + name + after, y);
  });
  const other = show("The panel heard from nineteen practitioners in all.", 220);
  const stream = pdf.stream("", lines.join("") + other);
  const embedded = font.embed(pdf);
  const pages = pdf.reserve();
  const own = pdf.add(
    `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 420 400] /Contents ${stream} 0 R
    /Resources << /Font << /F ${embedded} 0 R >> >> >>`,
  );
  pdf.set(pages, `<< /Type /Pages /Kids [${own} 0 R] /Count 1 >>`);
  const root = pdf.add(`<< /Type /Catalog /Pages ${pages} 0 R >>`);
  return { original: pdf.build({ trailer: `/Root ${root} 0 R` }), marks };
}

describe("marks much taller than their letters", () => {
  it("B3 leave the page crisp where boxes of other lines reach into them", async () => {
    const { original, marks } = page();
    const input = { original, marks, mode: "auto", language: "en-GB", epoch: 0 } as const;
    const { bytes, report } = await burn(input);
    const candidatePath = path.join(folder, "export.pdf");
    writeFileSync(candidatePath, bytes);
    const { findings } = await verify({ original, marks, candidatePath, claim: report });
    expect(findings).toEqual([]);
    expect(report.pages.map(({ kind }) => kind)).toEqual(["crisp"]);
    const [text] = await readWithPdfium(bytes);
    expect(text).not.toMatch(/Marian|Jukes|Perrin|Oakes|Dalia|Frost/u);
    expect(text).toMatch(/tell the father of[^]*telephone[^]*record who has seen/u);
  });
});
