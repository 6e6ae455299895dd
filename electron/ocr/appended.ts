// Puts what a picture told behind what a page tells itself, on lines of its own, quads in step.
import type { PageText } from "../../shared/model/page.ts";

export function appended(text: PageText, more: Pick<PageText, "text" | "quads">): PageText {
  const own = text.text.replace(/\s+$/, "");
  const before = own === "" ? "" : `${own}\n`;
  const quads = new Float32Array((before.length + more.text.length) * 8);
  quads.fill(Number.NaN);
  quads.set(text.quads.subarray(0, own.length * 8));
  quads.set(more.quads, before.length * 8);
  return { ...text, text: before + more.text, quads };
}
