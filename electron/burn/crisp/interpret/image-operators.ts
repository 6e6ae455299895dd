// Fetches decoded pixels from pdf.js and places them on the page. The pixels are all that is
// taken: no stream, profile or metadata of the source's image comes along.
import type { PDFPageProxy } from "pdfjs-dist";
import { transformRect } from "../../../pdfium/display.ts";
import { NotAccountable } from "./display-list.ts";
import type { ImageItem, Pixels } from "./display-list.ts";
import { faded } from "./colour.ts";
import { withOpacity } from "./drawn.ts";
import { IDENTITY } from "./graphics-state.ts";
import type { GraphicsState } from "./graphics-state.ts";
import { intersect, isEmpty } from "./path-data.ts";
import { mustBePlain } from "./text-operators.ts";
import { multiply } from "../../../pdfium/display.ts";

interface SourceImage {
  readonly width: number;
  readonly height: number;
  /** pdf.js' ImageKind; absent on stencil masks. */
  readonly kind?: number;
  readonly data?: Uint8Array | Uint8ClampedArray;
  readonly interpolate?: boolean;
  readonly bitmap?: unknown;
}

/** A page of A3 at 600 dpi and more; beyond it the memory is at risk. */
const MAX_PIXELS = 80_000_000;

const KINDS = { 1: "grey1", 2: "rgb", 3: "rgba" } as const;

/** Waits until pdf.js has decoded the object. */
export function fetchObject(page: PDFPageProxy, id: string): Promise<unknown> {
  const store = id.startsWith("g_") ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    store.get(id, resolve);
  });
}

export function paintImage(
  state: GraphicsState,
  source: unknown,
  mask: boolean,
  emit: (item: ImageItem) => void,
): void {
  const matrix = multiply(IDENTITY, state.ctm);
  const bounds = transformRect(matrix, [0, 0, 1, 1]);
  if (!matrix.every(Number.isFinite))
    throw new NotAccountable("A picture has no place on the page");
  if (isEmpty(intersect(bounds, state.clip.rect))) return;
  const veil = mustBePlain(state, mask, false);
  if (veil?.multiplies) throw new NotAccountable("The page darkens what it has painted");
  const pixels = pixelsOf(source as SourceImage | null, mask);
  const opacity = state.fillAlpha * state.groupAlpha;
  const item = { kind: "image", matrix, bounds, clip: state.clip } as const;
  if (mask) emit({ ...item, pixels, fill: faded(state.fill!, opacity) });
  else
    emit({
      ...item,
      pixels: opacity < 1 ? withOpacity(pixels, () => opacity) : pixels,
      fill: undefined,
    });
}

function pixelsOf(source: SourceImage | null, mask: boolean): Pixels {
  const kind = mask ? "mask" : KINDS[source?.kind as keyof typeof KINDS];
  if (!source?.data || source.bitmap || !kind) {
    throw new NotAccountable("A picture on the page cannot be decoded");
  }
  const { width, height, data } = source;
  if (width * height > MAX_PIXELS) throw new NotAccountable("A picture on the page is too large");
  const row = { grey1: (width + 7) >> 3, mask: (width + 7) >> 3, rgb: width * 3, rgba: width * 4 };
  if (data.length < row[kind] * height) {
    throw new NotAccountable("A picture on the page is cut off");
  }
  return {
    width,
    height,
    kind,
    data: new Uint8Array(data.buffer, data.byteOffset, row[kind] * height),
    interpolate: source.interpolate === true,
  };
}
