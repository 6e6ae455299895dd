// The reader's key on paper: what each label in the published review stands for, how often it stands
// there, and whom to ask. It is made from labels, reasons and counts alone, never from texts.
// The certified export is never changed: the key is a sheet of its own, and for those who want one
// file an appended copy, which must read page by page as the export did before it counts as made.
import { PDFDocument } from "pdf-lib";
import type { ReadersKey } from "../../shared/policy/schedule.ts";
import { applicationName } from "./certificate.ts";
import { sheetOn, sheets, type Sheet } from "./sheet.ts";

export function readersKeyPdf(key: ReadersKey): Promise<Uint8Array> {
  const about = { title: key.title, application: applicationName(), made: null };
  return sheets(about, (sheet) => write(sheet, key));
}

/**
 * The export with the key as its last pages, written behind its own bytes: a copy begins, byte for byte,
 * with the certified file. Only one that passed checkAppended counts as made.
 */
export async function withReadersKey(exported: Uint8Array, key: ReadersKey): Promise<Uint8Array> {
  const document = await PDFDocument.load(exported, {
    updateMetadata: false,
    forIncrementalUpdate: true,
  });
  write(await sheetOn(document, "ReadersKey"), key);
  return document.commit({ useObjectStreams: false });
}

function write(sheet: Sheet, key: ReadersKey): void {
  sheet.title(key.title);
  sheet.text(key.introduction);
  sheet.heading("What the labels stand for");
  sheet.table(
    ["In the report", "Stands for", "Places"],
    [5, 6, 1.4],
    key.rows.map(({ label, meaning, count }) => [label, meaning, String(count)]),
  );
  if (key.contact !== null) {
    sheet.heading("Whom to ask");
    sheet.text(key.contact);
  }
}
