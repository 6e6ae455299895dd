import { PDFDocument, PDFName, PDFString } from "pdf-lib";
import { describe, expect, it } from "vitest";
import type { PlanMark } from "../../../../shared/model/plan.ts";
import { burn } from "../../burn.ts";

/** A page with words by a Japanese font that the file only names, or by none. */
async function page(show: string): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const { context } = doc;
  const own = doc.addPage([300, 200]);
  const named = { Type: "Font", BaseFont: "Ryumin-Light" };
  const ordering = {
    Registry: PDFString.of("Adobe"),
    Ordering: PDFString.of("Japan1"),
    Supplement: 2,
  };
  const font = {
    ...named,
    Subtype: "Type0",
    Encoding: "UniJIS-UTF16-H",
    DescendantFonts: [{ ...named, Subtype: "CIDFontType0", CIDSystemInfo: ordering }],
  };
  const words = { ...named, Subtype: "Type1", BaseFont: "Helvetica" };
  own.node.set(PDFName.of("Resources"), context.obj({ Font: { J: font, F: words } } as never));
  const content = context.stream(`BT /F 12 Tf 20 150 Td (Seen at home) Tj ET ${show}`);
  own.node.set(PDFName.of("Contents"), context.register(content));
  return doc.save({ useObjectStreams: false });
}

const marks: readonly PlanMark[] = [
  { page: 1, rect: [19, 146, 50, 163], label: "Child A", reason: "child-name" },
];

describe("words that nothing here can draw", () => {
  it("B3 B5 refuse the page in one sentence instead of leaving it empty", async () => {
    const original = await page("BT /J 12 Tf 20 100 Td <6A2A65AD6B69> Tj ET");
    const burning = burn({ original, marks, mode: "auto", language: "en-GB" });
    await expect(burning).rejects.toMatchObject({
      name: "Refusal",
      code: "undecodable",
      page: 1,
      message: expect.stringMatching(
        /^Page 1 has words in a font that is not in the file[^\n]*\.$/,
      ),
    });
  });

  it("are no matter where they are not to be seen, or where another font has them", async () => {
    for (const show of [
      "BT /J 12 Tf 3 Tr 20 100 Td <6A2A65AD6B69> Tj ET",
      "BT /F 12 Tf 20 100 Td (Nothing else) Tj ET",
      "BT /J 12 Tf 20 900 Td <6A2A65AD6B69> Tj ET",
      // So far off that its height is lost in rounding.
      "BT /F 12 Tf 20 78483560 Td (Nothing else) Tj ET",
    ]) {
      const original = await page(show);
      const { report } = await burn({ original, marks, mode: "sealed", language: "en-GB" });
      expect(report.pages[0]!.kind).toBe("sealed");
    }
  });
});
