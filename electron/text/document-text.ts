// Reads a whole document's text once, page by page, for the text cache of the case and the detectors.
import { setImmediate as nextTurn } from "node:timers/promises";
import type { OutlineItem } from "../../shared/ipc/documents.ts";
import type { HiddenText, PageText, Picture } from "../../shared/model/page.ts";
import { readPictureText } from "../ocr/picture-text.ts";
import { openPdfium } from "../pdfium/document.ts";
import { readHidden, readOutline } from "./outline.ts";
import { readPageText } from "./page-text.ts";
import { readPictures } from "./pictures.ts";

export interface ReadInput {
  readonly bytes: Uint8Array;
  readonly password?: string;
  /** File name without folder; it counts as text. */
  readonly name: string;
}

/** What a document says beside its pages, and the pictures on them. */
export interface TextAnswer {
  readonly outline: readonly OutlineItem[];
  readonly hidden: readonly HiddenText[];
  readonly pictures: readonly Picture[];
}

/** Pages are told one by one through `onPage`, in order. @throws Refusal */
export async function readDocumentText(
  input: ReadInput,
  onPage: (page: PageText) => void,
): Promise<TextAnswer> {
  const document = await openPdfium(input.bytes, input.password);
  try {
    const pictures: Picture[] = [];
    for (let page = 1; page <= document.pageCount; page++) {
      const onIt = readPictures(document, page);
      pictures.push(...onIt);
      onPage(await readPictureText(document, readPageText(document, page), onIt));
      // Between two pages the process answers whoever asks for what is there already.
      await nextTurn();
    }
    return { outline: readOutline(document), hidden: readHidden(document, input.name), pictures };
  } finally {
    document.close();
  }
}
