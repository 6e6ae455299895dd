// Operators that paint pictures and stencils.
import { fetchObject, paintImage } from "../image-operators.ts";
import { rectanglePath } from "../path-data.ts";
import { paintPath } from "../path-operators.ts";
import type { Operators, Reading } from "../reading.ts";

const FILL = { fill: true, evenOdd: false, stroke: false };

export function imageOperators(reading: Reading): Operators {
  const fetch = (id: unknown) => fetchObject(reading.of.page, String(id));
  const paint = (image: unknown, mask: boolean): void =>
    paintImage(reading.state, image, mask, reading.emit);
  return {
    paintImageXObject: async ([id]) => paint(await fetch(id), false),
    paintInlineImageXObject: ([image]) => paint(image, false),
    paintImageMaskXObject: async ([image]) => {
      const { data } = image as { data: unknown };
      paint(typeof data === "string" ? await fetch(data) : image, true);
    },
    paintSolidColorImageMask: () =>
      paintPath(reading.state, rectanglePath([0, 0, 1, 1]), FILL, (item, veil) =>
        reading.emit({ ...item, stencil: reading.state.ctm }, veil),
      ),
  };
}
