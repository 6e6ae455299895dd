import { describe, expect, it } from "vitest";
import { LeakDocument } from "../../test/fixtures/leaks/leak.ts";
import type { PageParts } from "../../test/fixtures/leaks/leak.ts";
import { openPdfium } from "./document.ts";
import { inBlackAndWhite } from "./paints.ts";

const WORDS = "BT /F1 12 Tf 40 200 Td (Kestrel, Lantern and Meadow) Tj ET";
const SQUARE = "20 50 30 30 re";
/** A square as large as a tile or a letter is wide. */
const TILE = (colour: string): string => `${colour} 0 0 10 10 re f`;

async function black(
  content: string,
  more: (document: LeakDocument) => Omit<PageParts, "content"> = () => ({}),
): Promise<boolean> {
  const document = new LeakDocument();
  document.page({ content: `${WORDS}\n${content}`, box: [0, 0, 300, 300], ...more(document) });
  const opened = await openPdfium(document.finish());
  try {
    return opened.withPage(1, (open) => inBlackAndWhite(opened.pdfium, open.handle));
  } finally {
    opened.close();
  }
}

const form = (entries: string, content: string) => (document: LeakDocument) => {
  const id = document.pdf.stream(
    `/Type /XObject /Subtype /Form /BBox [0 0 90 90] ${entries}`,
    content,
  );
  return { resources: `/XObject << /X ${id} 0 R >>` };
};

describe("a page in black and white", () => {
  it.each([
    ["words and lines", `${SQUARE} S`],
    ["white on black", `0 g ${SQUARE} f 1 g BT /F1 9 Tf 22 60 Td (Child) Tj ET`],
    ["black told in other ways", `0 0 0 rg ${SQUARE} f 0 0 0 RG ${SQUARE} S`],
  ])("is one of %s", async (_, content) => {
    expect(await black(content)).toBe(true);
  });

  it.each([
    ["a grey square", `.5 g ${SQUARE} f`],
    ["grey told as red, green and blue", `.4 .4 .4 RG ${SQUARE} S`],
  ])("is none with %s", async (_, content) => {
    expect(await black(content)).toBe(false);
  });

  it.each([
    ["a line", `.6 0 0 RG ${SQUARE} S`],
    ["a hue that is nearly grey", `.5 .5 .52 rg ${SQUARE} f`],
    ["a letter", "0 0 1 rg BT /F1 9 Tf 22 60 Td (Child) Tj ET"],
    ["a picture", "q 9 0 0 9 20 20 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q"],
  ])("is none with %s", async (_, content) => {
    expect(await black(content)).toBe(false);
  });

  it("looks into forms", async () => {
    expect(await black("/X Do", form("", `0 g ${SQUARE} f`))).toBe(true);
    expect(await black("/X Do", form("", `1 0 0 rg ${SQUARE} f`))).toBe(false);
    const group = "/Group << /S /Transparency /CS /DeviceGray >>";
    expect(await black("/X Do", form(group, `0 g ${SQUARE} f`))).toBe(false);
  });

  it.each([
    ["a coloured tile", "/Pattern cs /P scn", "/PaintType 1", TILE("1 0 0 rg")],
    [
      "a grey tile, which the engine cannot tell",
      "/Pattern cs /P scn",
      "/PaintType 1",
      TILE(".5 g"),
    ],
  ])("knows no pattern: %s", async (_, colour, entries, tile) => {
    const more = (document: LeakDocument) => {
      const box = "/BBox [0 0 10 10] /XStep 10 /YStep 10 /Resources << >>";
      const id = document.pdf.stream(
        `/Type /Pattern /PatternType 1 /TilingType 1 ${entries} ${box}`,
        tile,
      );
      return { resources: `/Pattern << /P ${id} 0 R >>` };
    };
    expect(await black(`${colour} ${SQUARE} f`, more)).toBe(false);
  });

  it("knows no shading", async () => {
    const more = () => ({
      resources:
        "/Shading << /S << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 90 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >> >> >>",
    });
    expect(await black(`q ${SQUARE} W n /S sh Q`, more)).toBe(false);
  });

  it("knows no letters that are drawings of their own", async () => {
    const more = (document: LeakDocument) => {
      const letter = document.pdf.stream("", `10 0 d0 ${TILE("1 0 0 rg")}`);
      const font = `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [.1 0 0 .1 0 0] /CharProcs << /a ${letter} 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [10] /Resources << >> >>`;
      return { fonts: `/F3 ${document.pdf.add(font)} 0 R` };
    };
    expect(await black("BT /F3 9 Tf 22 60 Td (aaa) Tj ET", more)).toBe(false);
  });

  it.each(["/ca .5", "/CA .5", "/BM /Multiply"])(
    "knows nothing that is seen through: %s",
    async (state) => {
      const more = () => ({ resources: `/ExtGState << /G << ${state} >> >>` });
      expect(await black(`/G gs ${SQUARE} B`, more)).toBe(false);
    },
  );

  it("leaves out what is out of sight", async () => {
    const document = new LeakDocument();
    document.page({ content: `${WORDS} 1 0 0 rg ${SQUARE} f`, box: [0, 0, 300, 300] });
    const opened = await openPdfium(document.finish());
    const { api } = opened.pdfium;
    const told = opened.withPage(1, ({ handle }) => {
      const [words, square] = [0, 1].map((i) => api.FPDFPage_GetObject(handle, i)) as [
        number,
        number,
      ];
      expect(inBlackAndWhite(opened.pdfium, handle)).toBe(false);
      api.FPDFPageObj_SetIsActive(words, false);
      expect(inBlackAndWhite(opened.pdfium, handle)).toBe(false);
      api.FPDFPageObj_SetIsActive(square, false);
      return inBlackAndWhite(opened.pdfium, handle);
    });
    opened.close();
    expect(told).toBe(true);
  });
});
