// What is read from a page's pixels is drawn around the places that are read, and looks there as it does
// within the whole page.
import { describe, expect, it } from "vitest";
import { benchDocument } from "../../test/bench/burn-document.ts";
import { scannedLetter } from "../../test/fixtures/scanned-letter.ts";
import { FINER } from "./checks/ink/reading-again.ts";
import { PdfiumPage } from "./engines/pdfium-page.ts";
import { PdfiumEngine } from "./engines/pdfium.ts";
import { PagePictures, SCALE } from "./page-pictures.ts";
import type { Source } from "./pages/source.ts";
import type { PixelBox } from "./pixels/raster.ts";
import { PixelStore } from "./pixels/store.ts";

/** Pixels of the usual picture: two lines beside each other, one that meets the first, one at each edge. */
const BOXES: readonly PixelBox[] = [
  [120, 300, 700, 330],
  [800, 310, 900, 335],
  [130, 328, 160, 352],
  [0, 0, 1240, 24],
  [100, 1720, 500, 1754],
];

async function drawn(bytes: Uint8Array) {
  const document = (await PdfiumEngine.start()).open(bytes);
  const page = new PdfiumPage(document, 0, 1);
  const pictures = new PagePictures({ page } as unknown as Source, page, new PixelStore(), false);
  const part = await pictures.large(BOXES);
  const whole = page.render(FINER * SCALE);
  return { part, whole };
}

describe("the rows of a page that are read", () => {
  it("V3 look as they do within the whole, where it is a picture alone, and others are not drawn", async () => {
    const { part, whole } = await drawn(await scannedLetter());
    expect([part.width, part.height]).toEqual([whole.width, whole.height]);
    for (const [x0, y0, x1, y1] of BOXES)
      for (let y = FINER * y0; y < FINER * y1; y++) {
        const [from, to] = [y * whole.width + FINER * x0, y * whole.width + FINER * x1];
        expect(Buffer.compare(part.grey.subarray(from, to), whole.grey.subarray(from, to))).toBe(0);
      }
    const between = (grey: Uint8Array) => grey.subarray(70 * whole.width, 560 * whole.width);
    expect(between(whole.grey).some((shade) => shade < 128)).toBe(true);
    expect(between(part.grey).every((shade) => shade === 255)).toBe(true);
  });

  it("V3 are part of the whole where anything else is seen on the page", async () => {
    const { part, whole } = await drawn(benchDocument(1).bytes);
    expect(Buffer.compare(part.grey, whole.grey)).toBe(0);
  });
});
