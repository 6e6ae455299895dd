// Pages written anew as a document of their own: what an engine that took no part looks at before
// they enter the export. Thrown away after the look.
import { PDFDocument, PDFName } from "pdf-lib";
import type { PageOutput } from "../page-output.ts";
import { Binder } from "../write/bind.ts";
import { stream } from "./fonts/embed.ts";
import { opacityStates } from "./write/content.ts";

export async function proofOf(outputs: readonly PageOutput[]): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const { context } = doc;
  const binder = new Binder(doc);
  for (const output of outputs) {
    const { width, height, content, fonts, images, opacities } = binder.add(output);
    const page = doc.addPage([width, height]);
    page.node.set(PDFName.of("Contents"), stream(context, content, {}, false));
    page.node.set(
      PDFName.of("Resources"),
      context.obj({
        Font: Object.fromEntries(fonts),
        XObject: Object.fromEntries(images),
        ExtGState: opacityStates(opacities ?? []),
      }),
    );
  }
  binder.finish(false);
  return doc.save({ useObjectStreams: false, addDefaultPage: false });
}
