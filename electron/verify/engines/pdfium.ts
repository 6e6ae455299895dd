// The verifier's own PDFium: an instance of its own for every verification, so that a crash on a
// candidate says something about that candidate and nothing else. Opens documents and counts
// pages; pages are in pdfium-page.ts. Shares no code with electron/pdfium (V1).
import { readFile } from "node:fs/promises";
import { init } from "@embedpdf/pdfium";
import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import { resource } from "../../resources.ts";
import { EngineFailure } from "./failure.ts";

const PASSWORD_ERROR = 4;
/** A picture of more bytes than this is not kept for. */
const LARGE = 48 * 1024 * 1024;

interface Memory {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
  readonly HEAPU32: Uint32Array;
}

type Bare = (...args: number[]) => number;

type BareName =
  | "FPDFText_LoadPage"
  | "FPDFText_ClosePage"
  | "FPDFText_CountChars"
  | "FPDFText_GetUnicode"
  | "FPDFText_IsGenerated"
  | "FPDFText_HasUnicodeMapError"
  | "FPDFText_IsHyphen"
  | "FPDFText_GetCharBox"
  | "FPDFText_GetCharOrigin"
  | "FPDFText_GetLooseCharBox"
  | "FPDFText_GetMatrix"
  | "FPDFText_GetFontSize"
  | "FPDFText_GetTextObject"
  | "FPDFTextObj_GetTextRenderMode"
  | "FPDFTextObj_GetFont"
  | "FPDFFont_GetIsEmbedded"
  | "FPDFPage_CountObjects"
  | "FPDFPage_GetObject"
  | "FPDFPage_GetAnnotCount"
  | "FPDFPage_HasTransparency"
  | "FPDFPageObj_GetFillColor"
  | "FPDFPageObj_GetStrokeColor"
  | "FPDFPageObj_GetType"
  | "FPDFPageObj_GetBounds"
  | "FPDFPageObj_GetMarkedContentID"
  | "FPDFPath_CountSegments"
  | "FPDFPageObj_CountMarks"
  | "FPDFPageObj_GetMark"
  | "FPDFPageObj_RemoveMark"
  | "FPDFFormObj_CountObjects"
  | "FPDFFormObj_GetObject"
  | "FPDFPageObjMark_CountParams"
  | "FPDF_StructTree_CountChildren"
  | "FPDF_StructTree_GetChildAtIndex"
  | "FPDF_StructElement_GetMarkedContentIdCount"
  | "FPDF_StructElement_GetMarkedContentIdAtIndex"
  | "FPDF_StructElement_CountChildren"
  | "FPDF_StructElement_GetChildAtIndex"
  | "FPDF_StructElement_GetActualText"
  | "FPDF_StructElement_GetAltText"
  | "FPDF_StructElement_GetTitle";

/** Calls with numbers only, without the package's conversions. */
export type BareCalls = Readonly<Record<BareName, Bare>>;

let compiled: Promise<WebAssembly.Module> | undefined;

export class PdfiumEngine {
  readonly api: WrappedPdfiumModule;
  readonly bare: BareCalls;
  /** Scratch memory for out-parameters. */
  readonly scratch: number;
  private lost = false;
  private kept = { at: 0, bytes: 0 };

  private constructor(api: WrappedPdfiumModule) {
    this.api = api;
    this.bare = api.pdfium.wasmExports as unknown as BareCalls;
    this.scratch = api.pdfium.wasmExports.malloc(256);
  }

  /** The engine's code, of which all threads of a process can make engines. */
  static code(): Promise<WebAssembly.Module> {
    return (compiled ??= readFile(
      resource("node_modules", "@embedpdf", "pdfium", "dist", "pdfium.wasm"),
    ).then((bytes) => WebAssembly.compile(bytes)));
  }

  /** Takes the code that another thread has read already. */
  static useCode(code: WebAssembly.Module): void {
    compiled ??= Promise.resolve(code);
  }

  static async start(): Promise<PdfiumEngine> {
    const code = await PdfiumEngine.code();
    const options = {
      instantiateWasm: (
        imports: WebAssembly.Imports,
        done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
      ) => {
        const instance = new WebAssembly.Instance(code, imports);
        done(instance, code);
        return instance.exports;
      },
      print: () => undefined,
      printErr: () => undefined,
    };
    const api = await init(options as unknown as Parameters<typeof init>[0]);
    api.PDFiumExt_Init();
    return new PdfiumEngine(api);
  }

  /** True once a call trapped: nothing can be asked of it any more. */
  get crashed(): boolean {
    return this.lost;
  }

  /** The views change when the memory grows: never keep one across a call. */
  get memory(): Memory {
    return this.api.pdfium as unknown as Memory;
  }

  malloc(bytes: number): number {
    const at = this.api.pdfium.wasmExports.malloc(bytes);
    if (!at) throw new EngineFailure("PDFium", "crash", "The page engine ran out of memory.");
    return at;
  }

  free(at: number): void {
    if (!this.lost) this.api.pdfium.wasmExports.free(at);
  }

  /** Memory to draw into, kept from page to page unless it is large. */
  canvas(bytes: number): number {
    if (bytes > this.kept.bytes || this.kept.bytes > LARGE) {
      if (this.kept.at) this.free(this.kept.at);
      this.kept = { at: 0, bytes: 0 };
      this.kept = { at: this.malloc(bytes), bytes };
    }
    return this.kept.at;
  }

  /** Runs calls into the engine; a trap inside it becomes an EngineFailure. */
  run<T>(use: () => T): T {
    if (this.lost) throw new EngineFailure("PDFium", "crash", "The page engine has crashed.");
    try {
      return use();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
        this.lost = true;
        throw new EngineFailure("PDFium", "crash", "The page engine has crashed.");
      }
      throw error;
    }
  }

  /** Text from one of the calls that answer with a length in bytes and fill a buffer. */
  utf16(call: (buffer: number, bytes: number) => number): string {
    const length = call(0, 0);
    if (length <= 2 || length > 2_000_000) return "";
    const at = this.malloc(length);
    try {
      call(at, length);
      return new TextDecoder("utf-16le").decode(this.memory.HEAPU8.slice(at, at + length - 2));
    } finally {
      this.free(at);
    }
  }

  open(bytes: Uint8Array, password = ""): PdfiumDocument {
    return this.run(() => {
      const at = this.malloc(Math.max(1, bytes.length));
      this.memory.HEAPU8.set(bytes, at);
      const handle = this.api.FPDF_LoadMemDocument(at, bytes.length, password);
      if (!handle) {
        const wrong = this.api.FPDF_GetLastError() === PASSWORD_ERROR;
        this.free(at);
        throw new EngineFailure("PDFium", wrong ? "password" : "damaged", "It does not open.");
      }
      return new PdfiumDocument(this, handle, { at, length: bytes.length, password });
    });
  }
}

/** A document's bytes in the engine's memory. */
interface Source {
  readonly at: number;
  readonly length: number;
  readonly password: string;
}

export class PdfiumDocument {
  readonly engine: PdfiumEngine;
  readonly handle: number;
  readonly pages: number;
  /** Form environment, 0 where the document has no form. */
  readonly form: number;
  private readonly source: Source;
  private readonly formInfo: number;

  constructor(engine: PdfiumEngine, handle: number, source: Source) {
    const { api } = engine;
    this.engine = engine;
    this.handle = handle;
    this.source = source;
    this.pages = api.FPDF_GetPageCount(handle);
    const fields = api.FPDF_GetFormType(handle) > 0;
    this.formInfo = fields ? api.PDFiumExt_OpenFormFillInfo() : 0;
    this.form = fields ? api.PDFiumExt_InitFormFillEnvironment(handle, this.formInfo) : 0;
    if (this.form) {
      api.FPDF_SetFormFieldHighlightColor(this.form, 0, 0xffffff);
      api.FPDF_SetFormFieldHighlightAlpha(this.form, 0);
    }
  }

  /** Opens the same bytes once more, for a change that the document itself must not see. */
  aside<T>(use: (document: PdfiumDocument) => T): T {
    const { engine, source } = this;
    const { at, length, password } = source;
    const handle = engine.run(() => engine.api.FPDF_LoadMemDocument(at, length, password));
    if (!handle) throw new EngineFailure("PDFium", "damaged", "It does not open again.");
    try {
      return use(new PdfiumDocument(engine, handle, source));
    } finally {
      engine.run(() => engine.api.FPDF_CloseDocument(handle));
    }
  }

  close(): void {
    const { api } = this.engine;
    try {
      this.engine.run(() => {
        if (this.form) api.PDFiumExt_ExitFormFillEnvironment(this.form);
        if (this.formInfo) api.PDFiumExt_CloseFormFillInfo(this.formInfo);
        api.FPDF_CloseDocument(this.handle);
        this.engine.free(this.source.at);
      });
    } catch (error) {
      if (!(error instanceof EngineFailure)) throw error;
    }
  }
}
