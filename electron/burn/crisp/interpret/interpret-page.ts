// Reads one page of the original into a display list. Deny by default: an operator that is in none of
// the tables of operators/, or a state that cannot be written anew, makes the page not accountable (B4).
import type { PDFDocumentProxy } from "pdfjs-dist";
import type { Rotation } from "../../../../shared/model/page.ts";
import { displayedSize, toDisplayed } from "../../../pdfium/display.ts";
import { pdfJs } from "../../pdf-js.ts";
import { linkBorders } from "./annotations.ts";
import type { DisplayList } from "./display-list.ts";
import type { Faces } from "./loaded-faces.ts";
import { operatorList } from "./operator-list.ts";
import { groupOperators } from "./operators/groups.ts";
import { imageOperators } from "./operators/images.ts";
import { pathOperators } from "./operators/paths.ts";
import { stateOperators } from "./operators/state.ts";
import { textOperators } from "./operators/text.ts";
import { Reading } from "./reading.ts";
import type { Layers } from "./reading.ts";

let operatorNames: readonly string[] | undefined;

async function namesOfOperators(): Promise<readonly string[]> {
  if (operatorNames) return operatorNames;
  const { OPS } = await pdfJs();
  const names: string[] = [];
  for (const [name, code] of Object.entries(OPS)) names[code as number] = name;
  return (operatorNames = names);
}

/** @throws NotAccountable */
export async function interpretPage(
  pdf: PDFDocumentProxy,
  number: number,
  faces: Faces,
): Promise<DisplayList> {
  const names = await namesOfOperators();
  const page = await pdf.getPage(number);
  try {
    const box = page.view as [number, number, number, number];
    const rotation = (((page.rotate % 360) + 360) % 360) as Rotation;
    const geometry = {
      page: number,
      mediaBox: box,
      cropBox: box,
      rotation,
      userUnit: page.userUnit,
    };
    const { width, height } = displayedSize(geometry);
    const toPage = toDisplayed(geometry);
    const operators = await operatorList(page);
    await faces.prepare(page, operators);
    const layers = (await pdf.getOptionalContentConfig({ intent: "display" })) as Layers;
    const borders = await linkBorders(page, toPage, [0, 0, width, height]);
    const of = { page, faces, layers, toPage, width, height, names, links: borders.drawn };
    const reading = new Reading(of, tables);
    await reading.run(operators.codes, operators.args);
    const followed = number < pdf.numPages;
    const items = [...reading.items, ...borders.others];
    return { width, height, toPage, items, followed, lettered: reading.lettered };
  } finally {
    page.cleanup();
  }
}

const tables = (reading: Reading) => ({
  ...stateOperators(reading),
  ...textOperators(reading),
  ...pathOperators(reading),
  ...imageOperators(reading),
  ...groupOperators(reading),
});
