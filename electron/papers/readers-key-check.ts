// Checks a copy of an export that has the reader's key appended: it begins, byte for byte, with the
// export that was certified, and although something was written behind it, each page reads and is
// drawn as before. Runs in a worker, like everything that reads a PDF.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { Refusal } from "../../shared/model/refusal.ts";

/** @throws Refusal not-verified, with the first page that reads otherwise */
export async function checkAppended(exported: Uint8Array, copy: Uint8Array): Promise<void> {
  if (copy.length <= exported.length || exported.some((byte, i) => copy[i] !== byte))
    throw refused("The copy with the reader's key does not begin with the certified file.");
  const before = await pagesOf(exported);
  const after = await pagesOf(copy);
  if (after.length <= before.length)
    throw refused("The copy with the reader's key does not have the pages it should have.");
  for (const [i, text] of before.entries())
    if (after[i] !== text)
      throw refused("A page of the copy with the reader's key reads otherwise.", i + 1);
}

/** Text, places and operators of each page, as another engine than the writer reads them. */
async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({
    data: bytes.slice(),
    verbosity: 0,
    useSystemFonts: false,
  }).promise;
  try {
    const pages: string[] = [];
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n);
      const { items } = await page.getTextContent();
      const { fnArray } = await page.getOperatorList();
      const text = items.map((item) => ("str" in item ? [item.str, item.transform] : null));
      pages.push(JSON.stringify([page.view, text, fnArray]));
    }
    return pages;
  } finally {
    await document.loadingTask.destroy();
  }
}

function refused(message: string, page?: number): Refusal {
  return new Refusal("not-verified", message, page);
}
