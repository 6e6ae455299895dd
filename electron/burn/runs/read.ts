// A page as a run sees it: its lines and paragraphs, and what of them is burnt.
import { NotAccountable } from "../crisp/interpret/display-list.ts";
import type { Linked } from "../crisp/interpret/linked.ts";
import { findOn } from "../layout/find.ts";
import type { PageMark } from "../page-output.ts";
import { transformRect } from "../../pdfium/display.ts";
import { isPlain } from "./suitable.ts";
import type { RunPage } from "./model.ts";

/** @throws NotAccountable where the page cannot be part of a run */
export function readForRun(
  page: number,
  { list, loose }: Linked,
  marks: readonly PageMark[],
  links: number,
): RunPage {
  const [, b, c] = list.toPage;
  if (b !== 0 || c !== 0) throw new NotAccountable("The page is turned");
  if (loose.length > 0) throw new NotAccountable("A link lies on no words");
  const rects = marks.map((mark) => transformRect(list.toPage, mark.rect));
  const rests = new Set(marks.flatMap(({ text }, i) => (text === "" ? [i] : [])));
  const read = { page, list, marks, rects, found: findOn(list, rects, rests), links };
  if (!isPlain(read)) throw new NotAccountable("The page is not one column of running text");
  return read;
}
