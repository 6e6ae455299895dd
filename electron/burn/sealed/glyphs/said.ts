// Texts that the maker of a page put in the place of what it draws (ActualText). They would stand in for
// the letters that a reader sees, at no place of their own, and may lie; an export is built of what is
// seen. But where a letter stands alone and its font does not name it, such as a "Th" in one piece, a
// small capital or a figure of a browser, a short one is all that the file says of it (B3).
import type { PdfiumDocument } from "../../../pdfium/document.ts";
import type { OpenPage } from "../../../pdfium/open-page.ts";
import type { Pdfium } from "../../../pdfium/engine.ts";
import { readObjects } from "../../../pdfium/page-objects.ts";
import type { PageObject } from "../../../pdfium/page-objects.ts";

/** Short texts by the one text object, FPDF_PAGEOBJECT, that they stand for. */
export type Said = ReadonlyMap<number, string>;

/** What a letter means, and its origin in user space. */
export interface SaidLetter {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const SHORT = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]{1,4}$/u;
/** Numbers that a font has of its own, and what stands for none. */
const OWN = /[\ue000-\uf8ff\ufffd\ufffe]/u;
/** The engine gives the length of a text in so many bytes. */
const LENGTH = 4;

type Held = readonly [object: number, mark: number];

function held({ api }: Pdfium, objects: readonly PageObject[]): Held[] {
  const found: Held[] = [];
  for (const { kind, handle } of objects) {
    if (kind !== "text") continue;
    // From the innermost outwards.
    for (let i = api.FPDFPageObj_CountMarks(handle) - 1; i >= 0; i--) {
      const mark = api.FPDFPageObj_GetMark(handle, i);
      if (mark && api.FPDFPageObjMark_GetParamValueType(mark, "ActualText") !== 0)
        found.push([handle, mark]);
    }
  }
  return found;
}

function textOf(pdfium: Pdfium, mark: number): string {
  return pdfium.scratch(LENGTH, (at) =>
    pdfium.utf16((buffer, bytes) => {
      const { api } = pdfium;
      const told = api.FPDFPageObjMark_GetParamStringValue(mark, "ActualText", buffer, bytes, at);
      return told ? pdfium.heap.HEAP32[at >> 2]! : 0;
    }),
  );
}

/** Takes all such texts off an open page; the short ones are given back. */
export function dropReplacements(pdfium: Pdfium, objects: readonly PageObject[]): Said {
  const found = held(pdfium, objects);
  const shared = new Map<number, number>();
  for (const [, mark] of found) shared.set(mark, (shared.get(mark) ?? 0) + 1);
  const said = new Map<number, string>();
  for (const [object, mark] of found) {
    if (said.has(object)) continue;
    const text = shared.get(mark) === 1 ? textOf(pdfium, mark) : "";
    said.set(object, SHORT.test(text) && !OWN.test(text) ? text : "");
  }
  for (const [object, mark] of found) pdfium.api.FPDFPageObj_RemoveMark(object, mark);
  return said;
}

/**
 * What is said in the place of a character, where nothing else names it.
 * @param textPage FPDF_TEXTPAGE of a page without replacements, whose character `index` is of the object
 */
export function saidFor(
  { api }: Pdfium,
  said: Said,
  textPage: number,
  index: number,
  object: number,
): string | undefined {
  const text = said.get(object);
  if (!text) return undefined;
  const isOf = (at: number) => at >= 0 && api.FPDFText_GetTextObject(textPage, at) === object;
  if (isOf(index - 1) || isOf(index + 1)) return undefined;
  const code = api.FPDFText_GetUnicode(textPage, index);
  const unnamed = code < 0x20 || (code < 0x10000 && OWN.test(String.fromCharCode(code)));
  return unnamed || api.FPDFText_HasUnicodeMapError(textPage, index) === 1 ? text : undefined;
}

/** True where an open page has such texts, as long as nobody has taken them off. */
export function hasReplacements({ pdfium }: PdfiumDocument, { handle }: OpenPage): boolean {
  return held(pdfium, readObjects(pdfium, handle)).length > 0;
}

/** Letters of an open page that only such a text names. Takes all of them off. */
export function saidLetters({ pdfium }: PdfiumDocument, open: OpenPage): readonly SaidLetter[] {
  const { api } = pdfium;
  const said = dropReplacements(pdfium, readObjects(pdfium, open.handle));
  const textPage = api.FPDFText_LoadPage(open.handle);
  if (!textPage) return [];
  const letters: SaidLetter[] = [];
  try {
    const count = api.FPDFText_CountChars(textPage);
    pdfium.scratch(16, (at) => {
      for (let index = 0; index < count; index++) {
        const object = api.FPDFText_GetTextObject(textPage, index);
        const text = saidFor(pdfium, said, textPage, index, object);
        if (text === undefined || !api.FPDFText_GetCharOrigin(textPage, index, at, at + 8))
          continue;
        const [x, y] = pdfium.doubles(at, 2);
        letters.push({ text, x: x!, y: y! });
      }
    });
  } finally {
    api.FPDFText_ClosePage(textPage);
  }
  return letters;
}
