// A second thread that has loaded its code before there is anything to read. It knows of no document.
import { PdfiumEngine } from "../engines/pdfium.ts";
import { Helper } from "./helper.ts";

let spare: Promise<Helper | undefined> | undefined;

/** Undefined where no second thread can be had. */
export async function newHelper(): Promise<Helper | undefined> {
  const helper = new Helper({ engine: await PdfiumEngine.code() });
  return (await helper.ready()) ? helper : undefined;
}

/** Starts one, where none is spare. */
export async function startSpare(): Promise<void> {
  await (spare ??= newHelper());
}

/** The spare one is the caller's; undefined where there is none, or its thread is gone. */
export async function takeSpare(): Promise<Helper | undefined> {
  const taken = spare;
  spare = undefined;
  const helper = await taken;
  return helper?.hasEnded ? undefined : helper;
}
