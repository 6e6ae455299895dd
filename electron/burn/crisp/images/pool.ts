// Pictures of the export, each distinct one encoded once however often the source repeats it.
// Asked only for what a page written anew shows, so that no unused picture gets into the file.
import { createHash } from "node:crypto";
import type { EncodedImage, PageResource } from "../../page-output.ts";
import type { Pixels } from "../interpret/display-list.ts";
import { encodeImage } from "./encode.ts";

/** Encodes every distinct picture once, whichever pages it is on. */
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

/** The pictures of one page. */
export class PageImages {
  readonly #encoder: ImageEncoder;
  readonly #names = new Map<string, string>();
  readonly #used: (resource: PageResource) => void;

  /** @param used told of every picture when it is first used */
  constructor(encoder: ImageEncoder, used: (resource: PageResource) => void) {
    this.#encoder = encoder;
    this.#used = used;
  }

  /** Name of the picture on the page. */
  async take(pixels: Pixels): Promise<string> {
    const key = this.#encoder.keyOf(pixels);
    let name = this.#names.get(key);
    if (name === undefined) {
      name = `I${this.#names.size + 1}`;
      this.#names.set(key, name);
      this.#used({ kind: "image", name, key, image: await this.#encoder.encode(pixels) });
    }
    return name;
  }
}
