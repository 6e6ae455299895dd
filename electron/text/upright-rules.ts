// The upright lines that are drawn between the cells of a table. Where words fill their cell no gap
// parts it from the next one: the line does. Thin lines and the sides of drawn boxes count; the edge of
// a coloured ground does not, for a word that somebody marked in colour stands on one.
import type { PdfiumDocument } from "../pdfium/document.ts";
import type { OpenPage } from "../pdfium/open-page.ts";

/** Points of the page's user space. */
export interface UprightRule {
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

const PATH = 2;
const MAX_OBJECTS = 20_000;
/** Points: wider is a ground, lower a mark of its own. */
const THIN = 2.5;
const LOW = 6;

export function uprightRules({ pdfium }: PdfiumDocument, open: OpenPage): readonly UprightRule[] {
  const { api } = pdfium;
  const rules: UprightRule[] = [];
  const count = Math.min(api.FPDFPage_CountObjects(open.handle), MAX_OBJECTS);
  pdfium.scratch(16, (at) => {
    for (let i = 0; i < count; i++) {
      const object = api.FPDFPage_GetObject(open.handle, i);
      if (api.FPDFPageObj_GetType(object) !== PATH) continue;
      if (!api.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) continue;
      const [x0, from, x1, to] = pdfium.floats(at, 4) as [number, number, number, number];
      if (!(to - from >= LOW)) continue;
      if (x1 - x0 <= THIN) rules.push({ x: (x0 + x1) / 2, from, to });
      else if (stroked(pdfium, object, at)) rules.push({ x: x0, from, to }, { x: x1, from, to });
    }
  });
  return rules;
}

function stroked({ api, heap }: PdfiumDocument["pdfium"], path: number, at: number): boolean {
  return api.FPDFPath_GetDrawMode(path, at, at + 4) && heap.HEAP32[(at >> 2) + 1] !== 0;
}

/** Points that a letter's box may reach over the line beside it. */
const OVER = 1;

/**
 * True where a line stands upright between two characters of one level row, over most of their height.
 * @param before quad of the character before, @param after quad of the one after it
 */
export function ruledApart(
  rules: readonly UprightRule[],
  before: readonly number[],
  after: readonly number[],
): boolean {
  const [left, foot, top] = [before[2]!, before[3]!, before[5]!];
  const right = after[0]!;
  // Turned text, or text from right to left: no row as it is meant here.
  if (Math.abs(before[1]! - foot) > OVER || Math.abs(after[1]! - foot) > top - foot) return false;
  const [low, high] = [foot + (top - foot) * 0.25, foot + (top - foot) * 0.75];
  return rules.some(
    ({ x, from, to }) => x >= left - OVER && x <= right + OVER && from <= low && to >= high,
  );
}
