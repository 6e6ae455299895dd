// For tests beside the detectors: one line of text in, its findings out, as short strings to compare.
import { detect } from "./detect.ts";
import type { DetectOptions, Finding } from "./model.ts";

export function findingsOf(text: string, options?: DetectOptions): readonly Finding[] {
  return (
    detect([{ id: "d", name: "document.txt", pages: [{ page: 1, text }] }], options).get("d") ?? []
  );
}

/** "category: text" of every finding, in order. */
export const briefly = (text: string, options?: DetectOptions): string[] =>
  findingsOf(text, options).map((f) => `${f.category}: ${f.text}`);
