// Test support: the words of each page as pdf.js reads them. Not used by the app.
import type { TextItem } from "pdfjs-dist/types/src/display/api.js";
import { openPdf } from "../interpret/open-pdf.ts";

export async function textOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await openPdf(bytes, undefined);
  const pages: string[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    const text = (items as TextItem[]).map((item) => item.str + (item.hasEOL ? "\n" : ""));
    pages.push(text.join("").replace(/\s+/g, " ").trim());
  }
  await pdf.loadingTask.destroy();
  return pages;
}
