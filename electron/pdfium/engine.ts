// Owns the one PDFium WebAssembly instance of this process: loading it from the application's
// own files, throwing it away after a crash, and the copying of bytes and strings in and out.
// Knows nothing of documents or pages; must never fetch anything from a network.
import { readFile } from "node:fs/promises";
import { init } from "@embedpdf/pdfium";
import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import { Refusal } from "../../shared/model/refusal.ts";
import { resource } from "../resources.ts";
import { callDirectly } from "./direct-calls.ts";

/** The heap views are exported at run time but missing from the package's types. */
interface Heap {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
  readonly HEAP32: Int32Array;
}

/** Bytes of a drawing whose memory is kept: a large page at the resolution of print takes half of it. */
const MOST_KEPT = 64 * 1024 * 1024;
const UTF16 = new TextDecoder("utf-16le");

export class Pdfium {
  readonly api: WrappedPdfiumModule;
  /** True once the instance trapped: its memory can no longer be trusted. */
  crashed = false;
  /** True once the instance asked for more memory than it may have. */
  exhausted = false;
  #canvas = { at: 0, bytes: 0 };

  constructor(api: WrappedPdfiumModule) {
    this.api = api;
  }

  /** The views are replaced when the memory grows: never keep one across a call. */
  get heap(): Heap {
    return this.api.pdfium as unknown as Heap;
  }

  malloc(bytes: number): number {
    const at = this.api.pdfium.wasmExports.malloc(bytes);
    if (!at) {
      throw tooMuchMemory();
    }
    return at;
  }

  free(at: number): void {
    if (!this.crashed) this.api.pdfium.wasmExports.free(at);
  }

  /**
   * Memory to draw into, kept from drawing to drawing; 0 where there is none, or too much was asked for.
   * Whoever draws next draws into the same.
   */
  canvas(bytes: number): number {
    if (bytes > MOST_KEPT) return 0;
    if (bytes > this.#canvas.bytes) {
      this.free(this.#canvas.at);
      const at = this.api.pdfium.wasmExports.malloc(bytes);
      this.#canvas = { at, bytes: at ? bytes : 0 };
    }
    return this.#canvas.at;
  }

  /** Runs with `bytes` of scratch memory that is freed in every case. */
  scratch<T>(bytes: number, use: (at: number) => T): T {
    const at = this.malloc(bytes);
    try {
      return use(at);
    } finally {
      this.free(at);
    }
  }

  floats(at: number, count: number): number[] {
    const { HEAPF32 } = this.heap;
    const values: number[] = [];
    // By hand: asked for every character of a document, copies of views cost more than the calls.
    for (let i = at >> 2; i < (at >> 2) + count; i++) values.push(HEAPF32[i]!);
    return values;
  }

  doubles(at: number, count: number): number[] {
    const { HEAPF64 } = this.heap;
    const values: number[] = [];
    for (let i = at >> 3; i < (at >> 3) + count; i++) values.push(HEAPF64[i]!);
    return values;
  }

  /**
   * A UTF-16LE string from one of the many calls that answer with a length in bytes
   * (terminating zero included) and fill a buffer given to them.
   */
  utf16(call: (buffer: number, bytes: number) => number): string {
    const length = call(0, 0);
    if (length <= 2 || length > 4_000_000) return "";
    return this.scratch(length, (at) => {
      call(at, length);
      return this.text(at, length - 2);
    });
  }

  /** A UTF-16LE string of so many bytes. */
  text(at: number, bytes: number): string {
    return UTF16.decode(this.heap.HEAPU8.slice(at, at + bytes));
  }

  /** Turns a trap of the engine into a refusal and marks the instance as lost. */
  guard<T>(use: () => T, page?: number): T {
    if (this.crashed) throw crash(page);
    try {
      return use();
    } catch (error) {
      if (!isTrap(error)) throw error;
      this.crashed = true;
      throw this.exhausted ? tooMuchMemory(page) : crash(page);
    }
  }
}

function isTrap(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}

function crash(page?: number): Refusal {
  return new Refusal(
    "engine-crash",
    page === undefined
      ? "The document brought the page engine down; it was not opened."
      : `Page ${page} brought the page engine down; nothing was written.`,
    page,
  );
}

function tooMuchMemory(page?: number): Refusal {
  return new Refusal(
    "too-much-memory",
    page === undefined
      ? "The document needs more memory than is allowed."
      : `Page ${page} needs more memory than is allowed; nothing was written.`,
    page,
  );
}

let current: Promise<Pdfium> | undefined;

/** The process's instance; a new one after a crash. */
export async function pdfiumEngine(): Promise<Pdfium> {
  const engine = await (current ??= load());
  if (!engine.crashed) return engine;
  current = undefined;
  return pdfiumEngine();
}

let compiled: Promise<WebAssembly.Module> | undefined;

/** The engine's code, of which all threads of a process can make engines. */
export function engineCode(): Promise<WebAssembly.Module> {
  return (compiled ??= readFile(
    resource("node_modules", "@embedpdf", "pdfium", "dist", "pdfium.wasm"),
  ).then((bytes) => WebAssembly.compile(bytes)));
}

/** Takes the code that another thread has read already, and has made fast by using it. */
export function useEngineCode(code: WebAssembly.Module): void {
  compiled ??= Promise.resolve(code);
}

async function load(): Promise<Pdfium> {
  const code = await engineCode();
  let pdfium: Pdfium | undefined;
  const options = {
    instantiateWasm: (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ) => {
      const instance = new WebAssembly.Instance(code, imports);
      done(instance, code);
      return instance.exports;
    },
    // The engine's complaints about a document may quote it: they are never printed.
    print: () => {},
    printErr: (complaint: string) => {
      if (!pdfium || !/(grow|enlarge) (the heap|memory)/.test(complaint)) return;
      // The engine would go on with less than the whole page.
      pdfium.exhausted = true;
      throw new RangeError("memory limit");
    },
  };
  const api = await init(options as unknown as Parameters<typeof init>[0]);
  callDirectly(api);
  api.PDFiumExt_Init();
  pdfium = new Pdfium(api);
  limitMemory(api.pdfium.wasmExports as unknown as { memory: WebAssembly.Memory });
  return pdfium;
}

/** The engine's memory could grow to 2 GB: a hostile page would take the machine down with it. */
const MOST_MEMORY = 1400 * 1024 * 1024;
const PAGE_BYTES = 65_536;

function limitMemory({ memory }: { memory: WebAssembly.Memory }): void {
  const grow = memory.grow.bind(memory);
  Object.defineProperty(memory, "grow", {
    value: (pages: number) => {
      if (memory.buffer.byteLength + pages * PAGE_BYTES > MOST_MEMORY) {
        throw new RangeError("memory limit");
      }
      return grow(pages);
    },
  });
}
