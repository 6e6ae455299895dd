// The oldest mistake: black rectangles drawn over the source, everything beneath still there.
// Made with the PDF library that the verifier must not use. Rectangles are in user space.
import { BlendMode, PDFDocument, rgb } from "pdf-lib";
import type { PlanMark } from "../../../shared/model/plan.ts";

export interface NaiveOptions {
  readonly opacity?: number;
  readonly blend?: BlendMode;
  readonly label?: string;
}

export async function naiveBoxes(
  source: Uint8Array,
  marks: readonly PlanMark[],
  options: NaiveOptions = {},
): Promise<Uint8Array> {
  const document = await PDFDocument.load(source, { updateMetadata: false });
  for (const mark of marks) {
    const [x0, y0, x1, y1] = mark.rect;
    const page = document.getPage(mark.page - 1);
    page.drawRectangle({
      x: x0,
      y: y0,
      width: x1 - x0,
      height: y1 - y0,
      color: rgb(0, 0, 0),
      opacity: options.opacity,
      blendMode: options.blend,
    });
    if (options.label)
      page.drawText(options.label, { x: x0 + 1, y: y0 + 3, size: 9, color: rgb(1, 1, 1) });
  }
  return document.save({ useObjectStreams: false, addDefaultPage: false });
}
