// A laid-out page as a document of its own, with fonts and pictures of its own: what an engine that
// took no part looks at before the page enters the export. Thrown away after the look.
import { PDFDocument, PDFName } from "pdf-lib";
import { embedPool, stream } from "../fonts/embed.ts";
import { GlyphPools } from "../fonts/pool.ts";
import type { ImageEncoder } from "../images/pool.ts";
import { ImagePool } from "../images/pool.ts";
import { opacityStates } from "./content.ts";
import { writePage } from "./page.ts";
import type { PageToWrite } from "./page.ts";

export async function singlePage(
  width: number,
  height: number,
  toWrite: PageToWrite,
  encoder: ImageEncoder,
): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const { context } = doc;
  const pools = new GlyphPools(() => context.nextRef());
  const written = await writePage(toWrite, pools, new ImagePool(context, encoder));
  for (const pool of pools.all()) embedPool(context, pool, false);
  const page = doc.addPage([width, height]);
  page.node.set(PDFName.of("Contents"), stream(context, written.content, {}, false));
  page.node.set(
    PDFName.of("Resources"),
    context.obj({
      Font: Object.fromEntries(written.fonts),
      XObject: Object.fromEntries(written.images),
      ExtGState: opacityStates(written.opacities),
    }),
  );
  return doc.save({ useObjectStreams: false, addDefaultPage: false });
}
