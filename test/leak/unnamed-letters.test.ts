// B1, B3: letters that no font names, each with a short text in its place (ActualText), as browsers write
// ligatures, small capitals and figures of equal width. They are read as that text: kept where no mark
// is, burnt and swept of all else where one is. Any other such text stays a claim that nobody sees.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { openPdfium } from "../../electron/pdfium/document.ts";
import { readPageText } from "../../electron/text/page-text.ts";
import { verify } from "../../electron/verify/verify.ts";
import { EmbeddedFont } from "../fixtures/embedded-font.ts";
import { num, PdfBuilder, pdfText } from "../fixtures/pdf-builder.ts";

const folder = mkdtempSync(path.join(tmpdir(), "unnamed-letters-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SIZE = 12;
const NAME = "Quillam";
const BEFORE = "The nurse saw ";
const KEPT = "The panel met twice";

/** What a maker puts in the place of a word's letters. */
type Says = (word: string, show: (letters: string) => string) => string;

const span = (text: string, shown: string) =>
  `/Span << /ActualText ${pdfText(text)} >> BDC ${shown} EMC `;
const eachAlone: Says = (word, show) => [...word].map((one) => span(one, show(one))).join("");

/** A sentence with a name, and one without, all in letters that nothing but `says` names. */
function original(says: Says): { bytes: Uint8Array; marks: Parameters<typeof verify>[0]["marks"] } {
  const pdf = new PdfBuilder();
  const font = new EmbeddedFont("serif", "F");
  const line = (x: number, y: number, words: string, name: "F" | "U") => {
    const show = (letters: string) => {
      const at = x + font.width(shown, SIZE);
      shown += letters;
      return `BT /${name} ${SIZE} Tf 1 0 0 1 ${num(at)} ${y} Tm [${font.show(letters)}] TJ ET`;
    };
    let shown = "";
    return words
      .split(/(?<= )/)
      .map((word) => (name === "F" ? show(word) : says(word.trim(), show) + show(" ").slice(0, 0)))
      .join("\n");
  };
  const x = 72 + font.width(BEFORE, SIZE);
  const end = x + [...NAME].reduce((sum, one) => sum + font.width(one, SIZE), 0);
  const content =
    line(72, 700, BEFORE, "F") +
    line(x, 700, NAME, "U") +
    line(end, 700, " at home on Monday and the", "F") +
    line(72, 680, "visit was noted in the file.", "F") +
    [...KEPT.split(" ").entries()].map(([i, word]) => line(72 + 60 * i, 600, word, "U")).join("\n");
  const fonts = `/F ${font.embed(pdf)} 0 R /U ${font.embed(pdf, "UNNAME", "/Identity-H", false)} 0 R`;
  const stream = pdf.stream("", content);
  const tree = pdf.reserve();
  const page = pdf.add(
    `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${stream} 0 R /Resources << /Font << ${fonts} >> >> >>`,
  );
  pdf.set(tree, `<< /Type /Pages /Kids [${page} 0 R] /Count 1 >>`);
  const root = pdf.add(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
  const info = pdf.add(`<< /Title ${pdfText(`Review of ${NAME}`)} >>`);
  const bytes = pdf.build({ trailer: `/Root ${root} 0 R /Info ${info} 0 R` });
  const rect = [x, 697, end, 710] as const;
  return { bytes, marks: [{ page: 1, rect, label: "Child A", reason: "child-name" }] };
}

async function exported(says: Says, mode: "auto" | "sealed") {
  const { bytes, marks } = original(says);
  const options = { marks, mode, language: "en-GB", epoch: 0 } as const;
  const burnt = await burn({ original: bytes, ...options });
  const candidatePath = path.join(folder, "export.pdf");
  writeFileSync(candidatePath, burnt.bytes);
  const { findings } = await verify({ original: bytes, marks, candidatePath, claim: burnt.report });
  const document = await openPdfium(burnt.bytes);
  const { text } = readPageText(document, 1);
  const title = document.title;
  document.close();
  return { kind: burnt.report.pages[0]!.kind, findings, text, title };
}

describe("letters that only a text in their place names", () => {
  it.each(["auto", "sealed"] as const)(
    "B3 are kept as that text, and burnt as it (%s)",
    async (mode) => {
      const { kind, findings, text, title } = await exported(eachAlone, mode);
      expect({ kind, findings }).toEqual({
        kind: mode === "auto" ? "crisp" : "sealed",
        findings: [],
      });
      for (const word of KEPT.split(" ")) expect(text).toContain(word);
      expect(text).not.toContain(NAME);
      expect(title).not.toContain(NAME);
    },
  );

  const claims: readonly (readonly [string, Says])[] = [
    [
      "one text for several letters",
      (word, show) => span(word.slice(0, 4), [...word].map(show).join("\n")),
    ],
    [
      "a long text for one",
      (word, show) => [...word].map((one) => span("Mother's", show(one))).join(""),
    ],
    ["a text of no letter", (word, show) => span("Mum", "") + [...word].map(show).join("\n")],
  ];
  it.each(claims)("B1 are not what %s says", async (_, says) => {
    const { text } = await exported(says, "auto");
    expect(text).not.toMatch(/Mother's|Mum|pane/);
  });
});
