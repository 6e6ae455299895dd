// B3: comments of which the file holds no drawing are shown by readers all the same. An export keeps
// those that can be drawn, and says of the others, with the page, that they are left out.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { openPdfium } from "../../electron/pdfium/document.ts";
import { verify } from "../../electron/verify/verify.ts";
import { PdfBuilder } from "../fixtures/pdf-builder.ts";
import { readWithPdfium } from "./oracle/engines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "comments-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MARKS = [
  { page: 1, rect: [38, 338, 92, 356] as const, label: "Child A", reason: "child-name" },
];
const HIGHLIGHT =
  "/Subtype /Highlight /C [1 1 0] /Rect [40 280 120 300] /QuadPoints [40 300 120 300 40 280 120 280]";
const TYPED =
  "/Subtype /FreeText /DA (/Helv 12 Tf 0 g) /Contents (Typed beside) /Rect [40 200 160 220]";
const DRAWN = "/Subtype /Square /C [1 0 0] /BS << /W 3 >> /Rect [40 120 160 160]";
const STAMP = "/Subtype /Stamp /Name /Approved /Rect [200 200 280 230]";
const HIDDEN_STAMP = "/Subtype /Stamp /Name /Approved /Rect [200 200 280 230] /F 2";

function document(comments: readonly string[]): Uint8Array {
  const pdf = new PdfBuilder();
  const font = pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  const text =
    "BT /F 12 Tf 40 342 Td (Thistlewood was seen.) Tj 0 -56 Td (A line that is lit.) Tj ET";
  const content = pdf.stream("", text);
  const own = comments.map((entries) => pdf.add(`<< /Type /Annot ${entries} >>`));
  const pages = pdf.reserve();
  const page = pdf.add(
    `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 300 400] /Contents ${content} 0 R
    /Resources << /Font << /F ${font} 0 R >> >>
    /Annots [${own.map((id) => `${id} 0 R`).join(" ")}] >>`,
  );
  pdf.set(pages, `<< /Type /Pages /Kids [${page} 0 R] /Count 1 >>`);
  const root = pdf.add(`<< /Type /Catalog /Pages ${pages} 0 R >>`);
  return pdf.build({ trailer: `/Root ${root} 0 R` });
}

const plan = (original: Uint8Array) =>
  ({ original, marks: MARKS, mode: "auto", language: "en-GB", epoch: 0 }) as const;

async function checked(original: Uint8Array, bytes: Uint8Array, claim: Claim): Promise<Findings> {
  const candidatePath = path.join(folder, "export.pdf");
  writeFileSync(candidatePath, bytes);
  return (await verify({ original, marks: MARKS, candidatePath, claim })).findings;
}
type Claim = Awaited<ReturnType<typeof burn>>["report"];
type Findings = Awaited<ReturnType<typeof verify>>["findings"];

/** Pixels of a kind in the picture of the first page. */
async function pixels(bytes: Uint8Array, is: (r: number, g: number, b: number) => boolean) {
  const opened = await openPdfium(bytes);
  const { rgba } = opened.render(1, { dpi: 72 });
  opened.close();
  let count = 0;
  for (let i = 0; i < rgba.length; i += 4) if (is(rgba[i]!, rgba[i + 1]!, rgba[i + 2]!)) count++;
  return count;
}
const yellow = (r: number, g: number, b: number): boolean => r > 200 && g > 200 && b < 90;
const red = (r: number, g: number, b: number): boolean => r > 200 && g < 90 && b < 90;

describe("comments without a drawing in the file", () => {
  it("B3 are kept where they can be drawn", async () => {
    const original = document([HIGHLIGHT, TYPED, DRAWN]);
    const { bytes, report } = await burn(plan(original));
    expect(await checked(original, bytes, report)).toEqual([]);
    expect(await pixels(bytes, yellow)).toBeGreaterThan(1000);
    expect(await pixels(bytes, red)).toBeGreaterThan(300);
    expect((await readWithPdfium(bytes))[0]).toContain("Typed beside");
    expect(report.notes.filter((note) => note.includes("left out"))).toEqual([]);
  });

  it("B2 are burnt where a mark lies on them", async () => {
    const original = document([TYPED.replace("[40 200 160 220]", "[100 338 220 356]")]);
    const marks = [{ ...MARKS[0]!, rect: [98, 336, 222, 358] as const }];
    const { bytes } = await burn({ ...plan(original), marks });
    expect((await readWithPdfium(bytes))[0]).not.toMatch(/typed|beside/iu);
  });

  it("V2 are missed by the verifier where an export does not have them", async () => {
    for (const lost of [HIGHLIGHT, TYPED, DRAWN]) {
      const original = document([HIGHLIGHT, TYPED, DRAWN]);
      const rest = [HIGHLIGHT, TYPED, DRAWN].filter((one) => one !== lost);
      const { bytes, report } = await burn(plan(document(rest)));
      const findings = await checked(original, bytes, report);
      expect(findings.map(({ message }) => message).join(), lost).toMatch(/comment or field/u);
    }
  });

  it("B3 are told with their page where they cannot be drawn and are shown", async () => {
    const { report } = await burn(plan(document([STAMP, HIDDEN_STAMP])));
    expect(report.notes.filter((note) => note.includes("left out"))).toEqual([
      "Page 1: a stamp is left out: the file holds no drawing of it, and each reader draws its own.",
    ]);
    const noted = await burn(
      plan(document(["/Subtype /Text /Contents (Ask her) /Rect [9 9 29 29]"])),
    );
    expect(noted.report.pages[0]!.kind).toBe("crisp");
    expect(noted.report.notes.join()).toContain("Page 1: a comment's sign is left out");
    const hidden = await burn(plan(document([HIDDEN_STAMP])));
    expect(hidden.report.notes.filter((note) => note.includes("left out"))).toEqual([]);
  });

  it("B3 frames that some readers draw around links are told, and those that none draws are not", async () => {
    const link =
      "/Subtype /Link /A << /S /URI /URI (https://panel.example) >> /Rect [40 280 120 300]";
    const notesOf = async (entries: string): Promise<string> =>
      (await burn(plan(document([`${link} ${entries}`])))).report.notes.join();
    const told = "Page 1: the frame around a link is left out";
    expect(await notesOf("/Border [0 0 1] /C [0 1 1]")).toContain(told);
    for (const entries of ["/Border [0 0 0] /C [0 1 1]", "/Border [0 0 1] /C [0 0 0]", ""])
      expect(await notesOf(entries)).not.toContain("frame");
  });
});
