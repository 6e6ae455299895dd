// B1, B3: a text that a page's maker put in the place of its letters (ActualText) may lie. Twins whose
// replacements say something else than what is drawn export equal bytes, and both pass as text.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import { EmbeddedFont } from "../fixtures/embedded-font.ts";
import { PdfBuilder, pdfText } from "../fixtures/pdf-builder.ts";

const folder = mkdtempSync(path.join(tmpdir(), "replacement-texts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SIZE = 12;
const BEFORE = "Yesterday ";

type Name = readonly [first: string, last: string];
const TWINS: readonly Name[] = [
  ["Tansy", "Quillam"],
  ["Bo", "Featherstonehaugh"],
];

/** @param said what stands for the drawn sentence, and for nothing behind it; in a form or not */
async function exported([first, last]: Name, said: (name: Name) => Name, inForm: boolean) {
  const pdf = new PdfBuilder();
  const font = new EmbeddedFont("serif", "F");
  const name = `${first} ${last}`;
  const line = (y: number, text: string) =>
    `BT /F ${SIZE} Tf 1 0 0 1 72 ${y} Tm [${font.show(text)}] TJ ET\n`;
  const [whole, behind] = said([first, last]).map(pdfText);
  const sentence = line(700, `${BEFORE}${name} was seen at home by the nurse.`);
  const spans = `/Span << /ActualText ${whole} >> BDC\n${sentence}EMC /Span << /ActualText ${behind} >> BDC EMC\n`;
  const rest = line(600, "The panel met twice and the note was kept in the file.");
  const x = 72 + font.width(BEFORE, SIZE);
  const rect = [x, 697, x + font.width(name, SIZE), 710] as const;
  const fonts = `/Font << /F ${font.embed(pdf)} 0 R >>`;
  const form = pdf.stream(
    `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${fonts} >>`,
    spans,
  );
  const content = pdf.stream("", inForm ? `/X Do\n${rest}` : spans + rest);
  const tree = pdf.reserve();
  const page = pdf.add(
    `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << ${fonts} /XObject << /X ${form} 0 R >> >> >>`,
  );
  pdf.set(tree, `<< /Type /Pages /Kids [${page} 0 R] /Count 1 >>`);
  const root = pdf.add(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
  const original = pdf.build({ trailer: `/Root ${root} 0 R` });
  const marks = [{ page: 1, rect, label: "Child A", reason: "child-name" }];
  const { bytes, report } = await burn({
    original,
    marks,
    mode: "auto",
    language: "en-GB",
    epoch: 0,
  });
  const candidatePath = path.join(folder, "export.pdf");
  writeFileSync(candidatePath, bytes);
  const { findings } = await verify({ original, marks, candidatePath, claim: report });
  return { bytes, kinds: report.pages.map(({ kind }) => kind), findings };
}

const SAID: readonly (readonly [string, (name: Name) => Name])[] = [
  ["half of the name", (name) => name],
  ["a word that the page has elsewhere", ([first]) => ["The panel", first]],
  ["nothing", () => ["", ""]],
];

describe("a replacement text over burnt words and others", () => {
  for (const inForm of [false, true])
    it.each(SAID)(`B1 that says %s${inForm ? ", in a form" : ""}`, async (_, said) => {
      const [one, other] = [
        await exported(TWINS[0]!, said, inForm),
        await exported(TWINS[1]!, said, inForm),
      ];
      expect([one.findings, other.findings]).toEqual([[], []]);
      expect([one.kinds, other.kinds]).toEqual([["crisp"], ["crisp"]]);
      expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
    });
});
