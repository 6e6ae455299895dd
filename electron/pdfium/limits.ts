// What is let in at all, and the sentence for each thing that is not: size, header, end marker,
// password. Looks at bytes only; shared by whoever opens a document in PDFium.
import { Refusal } from "../../shared/model/refusal.ts";
import type { Size } from "./display.ts";

const MAX_PAGES = 10_000;
export const MAX_SIDE = 10_000;
const MOST_PIXELS = 40_000_000;
/** A page that has to be drawn coarser cannot be verified: for that it is drawn at 150 dpi. */
const LEAST_DPI = 78;
export const MAX_BYTES = 1024 ** 3;

/** No maker writes a page in so many pieces; each of them is opened anew by every engine. */
export const MAX_CONTENTS = 20_000;

const CONTENTS = "/Contents";
const [SPACE, OPENS, REFERS] = [0x20, 0x5b, 0x52] as const;

/** PDFium's codes from FPDF_GetLastError. */
const PASSWORD = 4;
const SECURITY = 5;

export function checkHeader(bytes: Uint8Array, maxBytes: number): void {
  if (bytes.length === 0) throw new Refusal("empty", "The file is empty.");
  if (bytes.length > maxBytes) throw new Refusal("file-too-large", "The file is larger than 1 GB.");
  if (!view(bytes).subarray(0, 1024).includes("%PDF-")) {
    throw new Refusal("not-a-pdf", "The file is not a PDF.");
  }
  if (mostContents(view(bytes)) > MAX_CONTENTS) {
    const most = MAX_CONTENTS.toLocaleString("en-GB");
    throw new Refusal("damaged", `A page of the file lists more than ${most} pieces of content.`);
  }
}

/** The longest list of contents that a page has, as far as lists stand in the file as they are. */
function mostContents(file: Buffer): number {
  let most = 0;
  for (let at = file.indexOf(CONTENTS); at >= 0; at = file.indexOf(CONTENTS, at + 1)) {
    let from = at + CONTENTS.length;
    while (file[from] !== undefined && file[from]! <= SPACE) from++;
    if (file[from] !== OPENS) continue;
    const to = file.indexOf("]", from);
    if (to < 0) break;
    // "1 0 R " takes six letters at least.
    if (to - from < 6 * MAX_CONTENTS) continue;
    let count = 0;
    for (let i = from; i < to; i++) if (file[i] === REFERS) count++;
    most = Math.max(most, count);
    at = to;
  }
  return most;
}

/**
 * Dots per inch at which a page can be drawn at most; a larger page at fewer.
 * @param size of the page as displayed, points
 * @throws Refusal "page-too-large"
 */
export function mostDpi(page: number, size: Size): number {
  const { width, height } = size;
  const most =
    72 * Math.min(MAX_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
  if (!(most >= LEAST_DPI)) throw tooLarge(page, size);
  return most;
}

/** @param size of the page as displayed, points */
export function tooLarge(page: number, { width, height }: Size): Refusal {
  const [wide, high] = [width, height].map((points) =>
    Math.round((points / 72) * 2.54).toLocaleString("en-GB"),
  );
  const told = `Page ${page} is too large to be drawn: it measures ${wide} by ${high} cm.`;
  return new Refusal("page-too-large", told, page);
}

export function loadFailure(
  code: number,
  bytes: Uint8Array,
  password: string | undefined,
): Refusal {
  if (code === PASSWORD) {
    return password === undefined || password === ""
      ? new Refusal("password-needed", "The document is locked: its password is needed to open it.")
      : new Refusal("password-wrong", "The password does not open the document.");
  }
  if (code === SECURITY) {
    return new Refusal("undecodable", "The document is protected by a method that cannot be read.");
  }
  if (!view(bytes).subarray(-2048).includes("%%EOF")) {
    return new Refusal("truncated", "The file ends too early: a part of it is missing.");
  }
  return new Refusal("damaged", "The file is damaged and cannot be read as a PDF.");
}

/**
 * Null where so many pages are let in.
 * @param rebuilt the engine had to guess where the file's objects are
 */
export function countRefusal(pages: number, rebuilt: boolean, bytes: Uint8Array): Refusal | null {
  if (rebuilt) {
    const failure = loadFailure(0, bytes, undefined);
    if (failure.code === "truncated") return failure;
  }
  if (pages < 1) return new Refusal("damaged", "The file is damaged: no page can be found in it.");
  if (pages > MAX_PAGES) {
    return new Refusal(
      "too-many-pages",
      `The document has more than ${MAX_PAGES.toLocaleString("en-GB")} pages.`,
    );
  }
  return null;
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
