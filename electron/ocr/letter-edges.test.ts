import { describe, expect, it } from "vitest";
import { rectsOfSpan } from "../../shared/text/span-rects.ts";
import { openFace } from "../../test/fixtures/embedded-font.ts";
import type { Face } from "../../test/fixtures/embedded-font.ts";
import { LETTER_AT, LETTER_SIZE, scannedLetter } from "../../test/fixtures/scanned-letter.ts";
import { openPdfium } from "../pdfium/document.ts";
import { readPageText } from "../text/page-text.ts";
import { readScannedPage } from "./scanned-page.ts";

const LINES = [
  "The visitor, Mrs Thornbeck, asks after Peter, who lives with Callum Wexley, in the same house.",
  "On Monday Helen Brand, the neighbour, saw Doris. Wexley’s history was known to Mr Fenwick.",
  "His tasks. The worker, Anita Dhillon, told the grandmother, Patricia Wexley, further. He lived",
  "near Mallory Road, in Saltbeck, for a year. Isla, her child. She had seen Daniel, and Scott.",
];
/** Points: less than half of the narrowest letter. */
const SHORT = 1;

describe("marks on scanned words", { timeout: 180_000 }, () => {
  it.each<Face>(["serif", "sans", "typewriter"])(
    "B2 end where the name ends, before comma, full stop and apostrophe: %s",
    async (face) => {
      const size = face === "typewriter" ? 0.9 : 1;
      const lines = LINES.map((line) => line.slice(0, Math.floor(line.length * size * 0.85)));
      const document = await openPdfium(await scannedLetter({ lines, face, tilt: 0 }));
      const page = await readScannedPage(document, readPageText(document, 1));
      document.close();
      const font = openFace(face);
      let looked = 0;
      for (const line of lines)
        for (const { 1: name, index } of line.matchAll(/(\p{L}+)[,.’]/gu)) {
          const sought = line.slice(Math.max(0, index - 6), index + name!.length + 1);
          const at = page.text.indexOf(sought);
          if (at < 0) continue;
          looked++;
          const end = at + sought.length - 1;
          const [rect] = rectsOfSpan(page.quads, end - name!.length, end);
          // Drawn without kerning: every glyph begins where the advances before it end.
          const upTo = (count: number): number => {
            const advance = font.layout(line.slice(0, count)).glyphs.map((g) => g.advanceWidth);
            const ems = advance.reduce((sum, width) => sum + width, 0) / font.unitsPerEm;
            return LETTER_AT.left + ems * LETTER_SIZE;
          };
          const ends = index + name!.length;
          expect(rect![2], `${face}: ${sought}`).toBeGreaterThan(upTo(ends) - SHORT);
          expect(rect![2], `${face}: ${sought}`).toBeLessThan(upTo(ends + 1));
        }
      expect(looked).toBeGreaterThan(7);
    },
  );
});
