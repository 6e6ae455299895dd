// A long box shows its label in its middle: what a reader hears of it stands there as well, and is not
// drawn out over all of the box, where no letter is seen.
import { expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { openPdfium } from "../../electron/pdfium/document.ts";
import { readPageText } from "../../electron/text/page-text.ts";
import { LeakDocument, mark, SURROUNDINGS } from "../fixtures/leaks/leak.ts";

const LABEL = "Social Worker 1";

it("a label's words stand together in the middle of a long box", async () => {
  const document = new LeakDocument();
  document.page({ content: `${SURROUNDINGS} 0.5 0.7 0.9 rg 72 400 468 40 re f` });
  const marks = [mark([72, 400, 540, 440], 1, { label: LABEL, reason: "picture" })];
  const { bytes } = await burn({
    original: document.finish(),
    marks,
    mode: "sealed",
    language: "en-GB",
    epoch: 0,
  });
  const opened = await openPdfium(bytes);
  const { text, quads } = readPageText(opened, 1);
  opened.close();
  const at = text.indexOf(`[${LABEL}]`);
  expect(at).toBeGreaterThanOrEqual(0);
  const [left, right] = [quads[8 * at]!, quads[8 * (at + LABEL.length + 1) + 2]!];
  expect(right - left).toBeLessThan(150);
  expect((left + right) / 2).toBeGreaterThan(290);
  expect((left + right) / 2).toBeLessThan(320);
});
