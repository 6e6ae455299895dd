// Texts that the maker of a page put in the place of what it draws (ActualText). The engine reads them
// instead of the letters, at no place of their own; whether they are true nobody sees. Only where a letter
// stands alone and its font does not say which it is, a short one is all that the file says of it: browsers
// write ligatures, small capitals and figures of equal width so.
import type { OpenedPage } from "./shown-page.ts";

const TEXT = 1;
const FORM = 5;
const DEEPEST = 24;
const MAX_OBJECTS = 400_000;
const MAX_MARKS = 32;
/** What one drawing may stand for. */
const SHORT = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]{1,4}$/u;
const OWN = /[\ue000-\uf8ff\ufffd]/u;

export interface Replacements {
  /** Letters that are drawn with a replacement: each with the mark that holds it. */
  readonly found: readonly (readonly [object: number, mark: number])[];
  /** Short ones that are of one object alone, by it. */
  readonly said: ReadonlyMap<number, string>;
}

/** Calls the engine. */
export function replacementsOf(page: OpenedPage): Replacements {
  const { api, bare } = page.document.engine;
  const found: [number, number][] = [];
  let left = MAX_OBJECTS;
  const visit = (object: number, depth: number): void => {
    if (!object || left-- <= 0) return;
    const kind = bare.FPDFPageObj_GetType(object);
    if (kind === FORM && depth < DEEPEST) {
      const count = bare.FPDFFormObj_CountObjects(object);
      for (let i = 0; i < count; i++) visit(bare.FPDFFormObj_GetObject(object, i), depth + 1);
    }
    if (kind !== TEXT) return;
    for (let i = Math.min(bare.FPDFPageObj_CountMarks(object), MAX_MARKS) - 1; i >= 0; i--) {
      const mark = bare.FPDFPageObj_GetMark(object, i);
      if (!mark || bare.FPDFPageObjMark_CountParams(mark) === 0) continue;
      if (api.FPDFPageObjMark_GetParamValueType(mark, "ActualText") !== 0)
        found.push([object, mark]);
    }
  };
  const count = bare.FPDFPage_CountObjects(page.handle);
  for (let i = 0; i < count; i++) visit(bare.FPDFPage_GetObject(page.handle, i), 0);
  return { found, said: saidAlone(page, found) };
}

function saidAlone(
  page: OpenedPage,
  found: readonly (readonly [object: number, mark: number])[],
): Map<number, string> {
  const objects = new Map<number, number>();
  for (const [, mark] of found) objects.set(mark, (objects.get(mark) ?? 0) + 1);
  const said = new Map<number, string>();
  for (const [object, mark] of found) {
    // The innermost mark of an object comes first.
    if (said.has(object)) continue;
    const text = objects.get(mark) === 1 ? textOf(page, mark) : "";
    said.set(object, SHORT.test(text) && !OWN.test(text) ? text : "");
  }
  return said;
}

function textOf({ document: { engine } }: OpenedPage, mark: number): string {
  const { api, scratch } = engine;
  return engine.utf16((buffer, bytes) => {
    const key = "ActualText";
    const fine = api.FPDFPageObjMark_GetParamStringValue(mark, key, buffer, bytes, scratch);
    return fine ? engine.memory.HEAPU32[scratch >> 2]! : 0;
  });
}

/**
 * What is said in the place of a character that its font does not name; undefined where nothing is.
 * @param text FPDF_TEXTPAGE, whose character `i` has this code and is of the object
 */
export function saidFor(
  { document, said }: OpenedPage,
  text: number,
  i: number,
  code: number,
  object: number,
): string | undefined {
  const other = said.get(object);
  if (!other) return undefined;
  const { bare } = document.engine;
  const alone = [i - 1, i + 1].every(
    (at) => at < 0 || bare.FPDFText_GetTextObject(text, at) !== object,
  );
  if (!alone) return undefined;
  const unnamed =
    code < 32 || (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd || code === 0xfffe;
  return unnamed || bare.FPDFText_HasUnicodeMapError(text, i) === 1 ? other : undefined;
}
