// Pictures of the export, each distinct one written once however often the source repeats it.
// Asked only once a page is certain to stand, so that no unused picture stays in the file.
import { createHash } from "node:crypto";
import type { PDFContext, PDFRef } from "pdf-lib";
import type { Pixels } from "../interpret/display-list.ts";
import { embedImage, encodeImage } from "./encode.ts";
import type { EncodedImage } from "./encode.ts";

/** Encodes every distinct picture once, whichever documents it goes into. */
export class ImageEncoder {
  readonly #encoded = new Map<string, EncodedImage>();
  readonly #keys = new WeakMap<Pixels, string>();

  keyOf(pixels: Pixels): string {
    let key = this.#keys.get(pixels);
    if (key === undefined) {
      const { kind, width, height, interpolate } = pixels;
      const hash = createHash("sha256").update(`${kind} ${width} ${height} ${interpolate}\n`);
      key = hash.update(pixels.data).digest("hex");
      this.#keys.set(pixels, key);
    }
    return key;
  }

  async encode(pixels: Pixels): Promise<EncodedImage> {
    const key = this.keyOf(pixels);
    let image = this.#encoded.get(key);
    if (!image) {
      image = await encodeImage(pixels);
      this.#encoded.set(key, image);
    }
    return image;
  }
}

export class ImagePool {
  readonly #context: PDFContext;
  readonly #encoder: ImageEncoder;
  readonly #known = new Map<string, { readonly name: string; readonly ref: PDFRef }>();

  constructor(context: PDFContext, encoder: ImageEncoder) {
    this.#context = context;
    this.#encoder = encoder;
  }

  /** Name and reference of the picture in the export. */
  async take(pixels: Pixels): Promise<{ readonly name: string; readonly ref: PDFRef }> {
    const key = this.#encoder.keyOf(pixels);
    let entry = this.#known.get(key);
    if (!entry) {
      const ref = embedImage(this.#context, await this.#encoder.encode(pixels));
      entry = { name: `I${this.#known.size + 1}`, ref };
      this.#known.set(key, entry);
    }
    return entry;
  }
}
