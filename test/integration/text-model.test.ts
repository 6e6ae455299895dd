// The text model on pages that are turned, cropped, scaled and oddly set: each character has a quad
// where a reader sees it, in the page's own un-rotated user space.
import { describe, expect, test } from "vitest";
import { openPdfium } from "../../electron/pdfium/document.ts";
import { readPageText } from "../../electron/text/page-text.ts";
import { rectsOfSpan } from "../../shared/text/span-rects.ts";
import type { Rect } from "../../shared/geometry/rect.ts";
import { PdfBuilder } from "../fixtures/pdf-builder.ts";

interface Page {
  readonly content: string;
  readonly entries?: string;
  readonly font?: string;
}

const HELVETICA =
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

function pdfOf({
  content,
  entries = "/MediaBox [0 0 600 800]",
  font: own = HELVETICA,
}: Page): Uint8Array {
  const pdf = new PdfBuilder();
  const stream = pdf.stream("", content);
  const font = pdf.add(own);
  const page = pdf.reserve();
  const pages = pdf.add(`<< /Type /Pages /Count 1 /Kids [${page} 0 R] >>`);
  pdf.set(
    page,
    `<< /Type /Page /Parent ${pages} 0 R ${entries} /Contents ${stream} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
  );
  const root = pdf.add(`<< /Type /Catalog /Pages ${pages} 0 R >>`);
  return pdf.build({ trailer: `/Root ${root} 0 R` });
}

async function locate(page: Page, word: string): Promise<{ text: string; rects: Rect[] }> {
  const document = await openPdfium(pdfOf(page));
  try {
    const { text, quads } = readPageText(document, 1);
    expect(quads.length).toBe(text.length * 8);
    const start = text.indexOf(word);
    expect(start).toBeGreaterThanOrEqual(0);
    return { text, rects: rectsOfSpan(quads, start, start + word.length) };
  } finally {
    document.close();
  }
}

const LINE = "BT /F1 12 Tf 100 500 Td (The child Tamsin was seen.) Tj ET";
/** "The child " and "Tamsin" in Helvetica 12. */
const EXPECTED: Rect = [152, 498, 191.4, 511];

function close(rect: Rect, expected: Rect): void {
  for (const i of [0, 2] as const) expect(Math.abs(rect[i] - expected[i])).toBeLessThan(1.5);
  for (const i of [1, 3] as const) expect(Math.abs(rect[i] - expected[i])).toBeLessThan(4);
}

describe("text model", () => {
  test.each([0, 90, 180, 270])(
    "a page turned by %i degrees keeps its own user space",
    async (turn) => {
      const entries = `/MediaBox [0 0 600 800] /Rotate ${turn}`;
      const { rects } = await locate({ content: LINE, entries }, "Tamsin");
      expect(rects).toHaveLength(1);
      close(rects[0]!, EXPECTED);
    },
  );

  test("CropBox off the origin and UserUnit leave the numbers of the content stream", async () => {
    const entries = "/MediaBox [-50 -30 640 800] /CropBox [60 90 560 760] /UserUnit 2";
    const { rects } = await locate({ content: LINE, entries }, "Tamsin");
    close(rects[0]!, EXPECTED);
  });

  test("a font that says it is many times as high as its letters is not believed", async () => {
    const descriptor =
      "<< /Type /FontDescriptor /FontName /Careworn /Flags 32 /FontBBox [0 -13000 1000 931] /ItalicAngle 0 /Ascent 718 /Descent -13000 /CapHeight 718 /StemV 88 >>";
    const font = `<< /Type /Font /Subtype /TrueType /BaseFont /Careworn /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [${Array(95).fill(500).join(" ")}] /FontDescriptor ${descriptor} >>`;
    const { rects } = await locate({ content: LINE, font }, "Tamsin");
    expect(rects).toHaveLength(1);
    close(rects[0]!, [160, 498, 196, 511]);
  });

  test("a word in TJ pieces is one span", async () => {
    const content =
      "BT /F1 12 Tf 100 500 Td [(The child T) 40 (am) -20 (s) 15 (in was seen.)] TJ ET";
    const { rects } = await locate({ content }, "Tamsin");
    expect(rects).toHaveLength(1);
    close(rects[0]!, EXPECTED);
  });

  test("a span over a line break has a rectangle on each line", async () => {
    const content = "BT /F1 12 Tf 14 TL 100 500 Td (seen by Tamsin) Tj T* (Orchard at home) Tj ET";
    const { text, rects } = await locate({ content }, "Tamsin\nOrchard");
    expect(text).toContain("Tamsin\nOrchard");
    expect(rects).toHaveLength(2);
    expect(rects[0]![1]).toBeGreaterThan(rects[1]![3] - 4);
  });

  test("text drawn upwards has its quad along its own direction", async () => {
    const content = "BT /F1 12 Tf 0 1 -1 0 300 100 Tm (Tamsin upwards) Tj ET";
    const { rects } = await locate({ content }, "Tamsin");
    expect(rects).toHaveLength(1);
    const [x0, y0, x1, y1] = rects[0]!;
    expect(y1 - y0).toBeGreaterThan(35);
    expect(x1 - x0).toBeLessThan(14);
  });

  test("cells of a table row are parted by a tab, words by a space", async () => {
    const content = "BT /F1 12 Tf 100 500 Td (Mr Sheikh) Tj 90 0 Td (An answered call) Tj ET";
    const { text } = await locate({ content }, "Sheikh");
    expect(text).toBe("Mr Sheikh\tAn answered call");
  });

  test("a blank line parts the last cell of a row from the next row, no line of a paragraph", async () => {
    const rows =
      "BT /F1 12 Tf 14 TL 100 500 Td (Noah) Tj 200 0 Td (12 Larkfield) Tj T* (Saltbeck) Tj";
    const content = `${rows} -200 -20 Td (Tegan) Tj 200 0 Td (Eastholme) Tj ET`;
    const { text } = await locate({ content }, "Tegan");
    expect(text).toBe("Noah\t12 Larkfield\nSaltbeck\n\nTegan\tEastholme");
    const far = "BT /F1 12 Tf 100 500 Td (Noah Quill) Tj 0 -60 Td (Thornmere Board) Tj ET";
    expect((await locate({ content: far }, "Noah")).text).toBe("Noah Quill\n\nThornmere Board");
    const lines =
      "BT /F1 12 Tf 14 TL 130 500 Td (First of its lines) Tj -30 -14 Td (the second) Tj ET";
    const paragraph = await locate({ content: lines }, "second");
    expect(paragraph.text).toBe("First of its lines\nthe second");
  });

  test("invisible text is told apart from visible text", async () => {
    const content = "BT /F1 12 Tf 100 500 Td (Visible ) Tj 3 Tr (Tamsin) Tj ET";
    const document = await openPdfium(pdfOf({ content }));
    const page = readPageText(document, 1);
    document.close();
    const [range] = page.invisible ?? [];
    expect(range && page.text.slice(...range)).toBe("Tamsin");
  });
});

describe("lines of one paragraph", () => {
  test("are parted by one line end, whatever sign or blank they end with", async () => {
    const lines = [
      "She was seen at home on the day after, by somebody who came once.",
      "He was not there, nor was anybody else of those who had lived there,",
      "and nothing that was said of it later explains where they had been",
    ];
    // Rather high, as serif fonts are, with narrow blanks.
    const widths = Array.from({ length: 95 }, (_, i) => (i === 0 ? 220 : 500)).join(" ");
    const descriptor =
      "<< /Type /FontDescriptor /FontName /Tallish /Flags 34 /FontBBox [0 -340 1000 1100] /ItalicAngle 0 /Ascent 1100 /Descent -340 /CapHeight 700 /StemV 88 >>";
    const font = `<< /Type /Font /Subtype /TrueType /BaseFont /Tallish /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [${widths}] /FontDescriptor ${descriptor} >>`;
    const shown = lines.map((line) => `(${line} ) Tj 0 -15 Td`).join(" ");
    const { text } = await locate({ content: `BT /F1 12 Tf 100 500 Td ${shown} ET`, font }, "seen");
    expect(text).not.toContain("\n\n");
    expect(text.split("\n")).toHaveLength(lines.length);
  });

  test("cells whose words fill them are parted by the line between them, a coloured ground parts no name", async () => {
    const cells =
      "BT /F1 12 Tf 100 500 Td (Sandra Okonjo) Tj ET BT /F1 12 Tf 184 500 Td (Denise Orchard) Tj ET";
    const read = async (drawn: string): Promise<string> =>
      (await locate({ content: `${drawn} ${cells}` }, "Sandra")).text;
    expect(await read("")).toContain("Sandra Okonjo Denise Orchard");
    const parted = "Sandra Okonjo\tDenise Orchard";
    expect(await read("180.7 496 0.6 16 re f")).toContain(parted);
    expect(await read("0.5 w 181 496 m 181 512 l S")).toContain(parted);
    expect(await read("0.5 w 98 496 83 16 re S 181 496 90 16 re S")).toContain(parted);
    // A word that stands on colour, a line under the words and one beside them part nothing.
    for (const drawn of [
      "1 1 0 rg 142 497 38 14 re f 0 g",
      "98 497 170 0.6 re f",
      "120 480 0.6 16 re f",
      "90 496 0.6 16 re f",
    ])
      expect(await read(drawn), drawn).toContain("Sandra Okonjo Denise Orchard");
  });
});
