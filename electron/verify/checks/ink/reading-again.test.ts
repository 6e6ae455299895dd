// A label that nothing explains is read on its paper and on its box: what is read twice stands twice.
import { expect, it } from "vitest";
import { PdfBuilder } from "../../../../test/fixtures/pdf-builder.ts";
import { PdfiumPage } from "../../engines/pdfium-page.ts";
import { PdfiumEngine } from "../../engines/pdfium.ts";
import { blobsOf } from "../../pixels/blobs.ts";
import type { PixelBox } from "../../pixels/raster.ts";
import { foldTerm } from "../../reading/fold.ts";
import { TermIndex } from "../../reading/terms.ts";
import { FINER, InkReader } from "./reading-again.ts";

const SCALE = 150 / 72;

/** A page of nothing but a label in its box. */
function boxWith(label: string): Uint8Array {
  const builder = new PdfBuilder();
  const font = builder.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
  const drawn = `40 60 70 18 re f 1 g BT /F 11 Tf 46 65 Td (${label}) Tj ET`;
  const content = builder.stream("", drawn);
  const pages = builder.reserve();
  const own = `/Contents ${content} 0 R /Resources << /Font << /F ${font} 0 R >> >>`;
  const sheet = builder.add(
    `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 300 120] ${own} >>`,
  );
  builder.set(pages, `<< /Type /Pages /Kids [${sheet} 0 R] /Count 1 >>`);
  const root = builder.add(`<< /Type /Catalog /Pages ${pages} 0 R >>`);
  return builder.build({ trailer: `/Root ${root} 0 R` });
}

/** What is read of a box with a label, and again of the same box where it stands a second time. */
async function read(label: string): Promise<readonly string[]> {
  const page = new PdfiumPage((await PdfiumEngine.start()).open(boxWith(label)), 0, 1);
  const candidate = page.render(SCALE);
  const region: PixelBox = [20, 60, 400, 160];
  const blobs = blobsOf(candidate, region, 40)!;
  const unproven = [{ blobs, region, left: blobs.blobs, burnt: false }];
  const reader = new InkReader();
  const fine = () => Promise.resolve(page.render(FINER * SCALE));
  const once = await reader.read(unproven, candidate, 150, fine);
  return [once, await reader.read([...unproven, ...unproven], candidate, 150, fine)];
}

it("V3 a label that ends and begins alike spells no burnt text by being read twice", async () => {
  const index = new TermIndex(["9may2019", "may2019"]);
  for (const text of await read("May 2019")) {
    const found = index.find(foldTerm(text)).map(({ term }) => term);
    expect(found).toContain(1);
    expect(found).not.toContain(0);
  }
});
