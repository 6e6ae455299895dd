// A page as a run sees it: its lines and paragraphs, and what of them is burnt.
import type { Linked } from "../crisp/interpret/linked.ts";
import type { RunPage } from "./model.ts";
import { isPlain } from "./suitable.ts";

/** @returns undefined where the page cannot be part of a run */
export function forRun({ list, loose }: Linked, page: Omit<RunPage, "list">): RunPage | undefined {
  const [, b, c] = list.toPage;
  // It is turned, or a link lies on no words.
  if (b !== 0 || c !== 0 || loose.length > 0) return undefined;
  const read = { ...page, list };
  return isPlain(read) ? read : undefined;
}
