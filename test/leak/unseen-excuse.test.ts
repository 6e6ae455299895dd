// A burnt word that the original holds once more where nobody sees it (white, clipped away, beside the shown
// page) is no word that stays readable: it does not excuse itself in page labels, bookmarks or the title.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import { PdfBuilder } from "../fixtures/pdf-builder.ts";

const folder = mkdtempSync(path.join(tmpdir(), "excuse-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NAME = "Brandreth";
const seen = `BT /F1 12 Tf 72 700 Td (Tansy ${NAME} was seen at home.) Tj ET`;
const marks = [{ page: 1, rect: [71, 696, 165, 712] as const, label: "Child A" }];
const word = (x: number, y: number) => `BT /F1 12 Tf ${x} ${y} Td (${NAME}) Tj ET`;

const UNSEEN: readonly (readonly [string, string])[] = [
  ["white on white", `1 g ${word(72, 600)} 0 g`],
  ["clipped away", `q 0 0 1 1 re W n ${word(72, 600)} Q`],
  ["beside the shown page", word(72, 20)],
  ["too small to read", `BT /F1 0.3 Tf 72 600 Td (${NAME}) Tj ET`],
];

/** Two pages, the first of them with the mark; the second holds the word as told. */
function original(second: string): Uint8Array {
  const note = "BT /F1 12 Tf 72 700 Td (The panel met twice and kept a note of it.) Tj ET";
  const pdf = new PdfBuilder();
  const font = pdf.add(
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  );
  const pages = pdf.reserve();
  const kids = [seen, `${note} ${second}`].map((content) => {
    const contents = pdf.stream("", content, false);
    return pdf.add(
      `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 595 842] /CropBox [0 60 595 842] /Contents ${contents} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
    );
  });
  pdf.set(pages, `<< /Type /Pages /Kids [${kids.map((id) => `${id} 0 R`).join(" ")}] /Count 2 >>`);
  const catalog = pdf.add(
    `<< /Type /Catalog /Pages ${pages} 0 R /PageLabels << /Nums [0 << /P (${NAME}-) /S /D >>] >> >>`,
  );
  return pdf.build({ trailer: `/Root ${catalog} 0 R` });
}

async function attempt(bytes: Uint8Array, change: (file: string) => string) {
  const plan = { original: bytes, marks, mode: "auto", language: "en-GB", epoch: 0 } as const;
  const burnt = await burn(plan);
  const candidatePath = path.join(folder, "export.pdf");
  const file = change(Buffer.from(burnt.bytes).toString("latin1"));
  writeFileSync(candidatePath, Buffer.from(file, "latin1"));
  return {
    file,
    ...(await verify({ original: bytes, marks, candidatePath, claim: burnt.report })),
  };
}

describe("a burnt word that is unseen elsewhere", () => {
  it.each(UNSEEN)("B2 V3 is swept from page labels and found there, %s", async (_, second) => {
    const { file, findings } = await attempt(original(second), (text) => text);
    expect(file).toContain("/P ([Child A]-)");
    expect(file).not.toContain(NAME);
    expect(findings.filter(({ check }) => check === "terms-absent")).toEqual([]);
    const left = await attempt(original(second), (text) =>
      text.replace("/P ([Child A]-)", `/P (${NAME}-)`),
    );
    expect(left.findings).toContainEqual({
      check: "terms-absent",
      message: expect.stringMatching(/^Burnt text stands in a page label/u) as string,
    });
  });

  it("B3 stays in a page label where a reader sees it on a page", async () => {
    const { file, findings } = await attempt(original(word(72, 600)), (text) => text);
    expect(file).toContain(`/P (${NAME}-)`);
    expect(findings).toEqual([]);
  });
});
