// The package wraps every call of the engine in a conversion of its arguments that costs several times
// the call itself. Calls that are made for every character or object of a page, and that take and
// give numbers only, go to the engine directly. Same calls, same answers.
import type { WrappedPdfiumModule } from "@embedpdf/pdfium";

/** Answer with a number. */
const NUMBERS = [
  "FPDFFormObj_CountObjects",
  "FPDFFormObj_GetObject",
  "FPDFPageObj_CountMarks",
  "FPDFPageObj_CreateTextObj",
  "FPDFPageObj_GetMark",
  "FPDFPageObj_GetMarkedContentID",
  "FPDFPageObj_GetType",
  "FPDFPage_CountObjects",
  "FPDFPage_GetObject",
  "FPDFPathSegment_GetType",
  "FPDFPath_CountSegments",
  "FPDFPath_GetPathSegment",
  "FPDFTextObj_GetFont",
  "FPDFTextObj_GetTextRenderMode",
  "FPDFText_GetCharAngle",
  "FPDFText_GetFontSize",
  "FPDFText_GetTextObject",
  "FPDFText_GetUnicode",
  "FPDFText_IsGenerated",
  "FPDF_StructElement_CountChildren",
  "FPDF_StructElement_GetChildAtIndex",
  "FPDF_StructElement_GetChildMarkedContentID",
  "FPDF_StructElement_GetType",
] as const satisfies readonly (keyof WrappedPdfiumModule)[];

/** Answer with yes or no. */
const TRUTHS = [
  "FPDFFont_GetGlyphWidth",
  "FPDFPageObjMark_GetName",
  "FPDFPageObj_GetBounds",
  "FPDFPageObj_GetFillColor",
  "FPDFPageObj_GetIsActive",
  "FPDFPageObj_GetMatrix",
  "FPDFPageObj_GetStrokeColor",
  "FPDFPageObj_GetStrokeWidth",
  "FPDFPageObj_HasTransparency",
  "FPDFPageObj_SetFillColor",
  "FPDFPageObj_SetMatrix",
  "FPDFPageObj_SetStrokeColor",
  "FPDFPageObj_SetStrokeWidth",
  "FPDFPage_RemoveObject",
  "FPDFPathSegment_GetClose",
  "FPDFPathSegment_GetPoint",
  "FPDFPath_GetDrawMode",
  "FPDFText_GetCharBox",
  "FPDFText_GetCharOrigin",
  "FPDFText_GetLooseCharBox",
  "FPDFText_GetMatrix",
  "FPDFText_SetText",
  "FPDFTextObj_SetTextRenderMode",
] as const satisfies readonly (keyof WrappedPdfiumModule)[];

/** Answer with nothing. */
const SILENT = [
  "FPDFPageObj_Destroy",
  "FPDFPage_InsertObject",
] as const satisfies readonly (keyof WrappedPdfiumModule)[];

type Call = (a: number, b: number, c: number, d: number, e: number, f: number) => number;

export function callDirectly(api: WrappedPdfiumModule): void {
  const calls = api as unknown as Record<string, unknown>;
  const exports = api.pdfium.wasmExports as unknown as Readonly<Record<string, unknown>>;
  for (const name of [...NUMBERS, ...SILENT]) calls[name] = known(exports, name);
  for (const name of TRUTHS) calls[name] = truth(known(exports, name));
}

function known(exports: Readonly<Record<string, unknown>>, name: string): Call {
  const call = exports[name];
  if (typeof call !== "function" || call.length > 6) throw new Error(`unknown call ${name}`);
  return call as Call;
}

/** The engine ignores arguments that a call does not take. */
function truth(call: Call): (...numbers: Parameters<Call>) => boolean {
  return (a, b, c, d, e, f) => call(a, b, c, d, e, f) !== 0;
}
