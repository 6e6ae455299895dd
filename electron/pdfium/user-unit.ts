// Finds /UserUnit, the one page property PDFium has no call for, by the page's object number
// in a copy that PDFium writes without object streams. Most files never pay for that copy:
// a quick look for the word comes first. Never throws: an unreadable value counts as 1.
import { unzlibSync } from "fflate";
import type { Pdfium } from "./engine.ts";

/** Page object number → unit, only for pages that have one other than 1. */
export function userUnits(
  pdfium: Pdfium,
  document: number,
  bytes: Uint8Array,
): Map<number, number> {
  const units = new Map<number, number>();
  if (!mayHoldUserUnit(pdfium, document, bytes)) return units;
  const text = new TextDecoder("latin1").decode(plainCopy(pdfium, document));
  for (const match of text.matchAll(/(?:^|[\r\n])(\d+) \d+ obj\b([\s\S]*?)\bendobj/g)) {
    const unit = /\/UserUnit\s+([0-9.]+)/.exec(match[2]!);
    const value = unit ? Number(unit[1]) : 1;
    if (Number.isFinite(value) && value > 0 && value !== 1) units.set(Number(match[1]), value);
  }
  return units;
}

function mayHoldUserUnit(pdfium: Pdfium, document: number, bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (raw.includes("/UserUnit")) return true;
  if (!raw.includes("/ObjStm")) return false;
  if (pdfium.api.EPDF_IsEncrypted(document)) return true;
  for (let at = raw.indexOf("/ObjStm"); at >= 0; at = raw.indexOf("/ObjStm", at + 7)) {
    const stream = raw.indexOf("stream", at);
    if (stream < 0) return false;
    const start = stream + (raw[stream + 6] === 13 ? 8 : 7);
    const end = raw.indexOf("endstream", start);
    try {
      const plain = unzlibSync(raw.subarray(start, end < 0 ? raw.length : end));
      if (Buffer.from(plain.buffer).includes("/UserUnit")) return true;
    } catch {
      return true; // another filter: let the plain copy decide
    }
  }
  return false;
}

function plainCopy(pdfium: Pdfium, document: number): Uint8Array {
  const { api } = pdfium;
  const writer = api.PDFiumExt_OpenFileWriter();
  try {
    api.PDFiumExt_SaveAsCopy(document, writer);
    const size = api.PDFiumExt_GetFileWriterSize(writer);
    if (size <= 0) return new Uint8Array();
    return pdfium.scratch(size, (at) => {
      api.PDFiumExt_GetFileWriterData(writer, at, size);
      return pdfium.heap.HEAPU8.slice(at, at + size);
    });
  } finally {
    api.PDFiumExt_CloseFileWriter(writer);
  }
}
