// Pictures of the export, each distinct one written once however often the source repeats it.
// Asked only once a page is certain to stand, so that no unused picture stays in the file.
import { createHash } from "node:crypto";
import type { PDFContext, PDFRef } from "pdf-lib";
import type { Pixels } from "../interpret/display-list.ts";
import { embedImage, encodeImage } from "./encode.ts";

export class ImagePool {
  readonly #context: PDFContext;
  readonly #known = new Map<string, { readonly name: string; readonly ref: PDFRef }>();
  readonly #keys = new WeakMap<Pixels, string>();

  constructor(context: PDFContext) {
    this.#context = context;
  }

  /** Name and reference of the picture in the export. */
  async take(pixels: Pixels): Promise<{ readonly name: string; readonly ref: PDFRef }> {
    const key = this.#key(pixels);
    let entry = this.#known.get(key);
    if (!entry) {
      const ref = embedImage(this.#context, await encodeImage(pixels));
      entry = { name: `I${this.#known.size + 1}`, ref };
      this.#known.set(key, entry);
    }
    return entry;
  }

  #key(pixels: Pixels): string {
    let key = this.#keys.get(pixels);
    if (key === undefined) {
      const { kind, width, height, interpolate } = pixels;
      const hash = createHash("sha256").update(`${kind} ${width} ${height} ${interpolate}\n`);
      key = hash.update(pixels.data).digest("hex");
      this.#keys.set(pixels, key);
    }
    return key;
  }
}
