// JPEG encoding of photographic pages by a pinned WebAssembly build of MozJPEG: the same bytes on
// every machine, no EXIF, no thumbnail. The application's own file is read once.
import { readFile } from "node:fs/promises";
import createEncoder from "@jsquash/jpeg/codec/enc/mozjpeg_enc.js";
import { resource } from "../../../resources.ts";
import type { Pixels } from "../pixels/pixels.ts";

const QUALITY = 72;
const GREY = 1;
const COLOUR = 3;

type Encoder = Awaited<ReturnType<typeof createEncoder>>;
let encoder: Promise<Encoder> | undefined;

export async function jpeg(pixels: Pixels, grey: boolean): Promise<Uint8Array> {
  const module = await (encoder ??= load());
  const { buffer, byteOffset, byteLength } = pixels.data;
  const bytes = new Uint8ClampedArray(buffer as ArrayBuffer, byteOffset, byteLength);
  const encoded = module.encode(bytes, pixels.width, pixels.height, {
    quality: QUALITY,
    baseline: true,
    arithmetic: false,
    progressive: false,
    optimize_coding: true,
    smoothing: 0,
    color_space: grey ? GREY : COLOUR,
    quant_table: 3,
    trellis_multipass: false,
    trellis_opt_zero: false,
    trellis_opt_table: false,
    trellis_loops: 1,
    auto_subsample: false,
    chroma_subsample: 2,
    separate_chroma_quality: false,
    chroma_quality: QUALITY,
  });
  return Uint8Array.from(encoded);
}

async function load(): Promise<Encoder> {
  const path = ["node_modules", "@jsquash", "jpeg", "codec", "enc", "mozjpeg_enc.wasm"];
  const wasm = await WebAssembly.compile(await readFile(resource(...path)));
  return createEncoder({
    noInitialRun: true,
    instantiateWasm: (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ) => {
      const instance = new WebAssembly.Instance(wasm, imports);
      done(instance);
      return instance.exports;
    },
  });
}
