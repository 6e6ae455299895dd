import { expect, it } from "vitest";
import { PdfBuilder } from "../../../../test/fixtures/pdf-builder.ts";
import { openPdfium } from "../../../pdfium/document.ts";
import { readObjects } from "../../../pdfium/page-objects.ts";
import { Borders } from "./borders.ts";

const LINE = { v: 700, em: 10, start: 60, end: 200 };

/** How many of these drawings a line takes along. */
async function takenAlong(drawn: string): Promise<number> {
  const builder = new PdfBuilder();
  const content = builder.stream("", drawn);
  const pages = builder.reserve();
  const own = `/MediaBox [0 0 595 842] /Contents ${content} 0 R`;
  const sheet = builder.add(`<< /Type /Page /Parent ${pages} 0 R ${own} >>`);
  builder.set(pages, `<< /Type /Pages /Kids [${sheet} 0 R] /Count 1 >>`);
  const root = builder.add(`<< /Type /Catalog /Pages ${pages} 0 R >>`);
  const document = await openPdfium(builder.build({ trailer: `/Root ${root} 0 R` }));
  const taken = document.withPage(1, ({ handle }) => {
    const borders = new Borders(document.pdfium, readObjects(document.pdfium, handle));
    return borders.decorations({ cos: 1, sin: 0 }, LINE).length;
  });
  document.close();
  return taken;
}

it("B3 a highlight is drawn anew with its line, a frame that is filled between its edges is none", async () => {
  expect(await takenAlong("1 1 0 rg 100 697 40 12 re f")).toBe(1);
  expect(await takenAlong("100 697 40 12 re 101 698 38 10 re f*")).toBe(0);
});
