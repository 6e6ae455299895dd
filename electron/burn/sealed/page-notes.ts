// What is told of a sealed page in plain words: what was lost to its boxes, and in which way it is given.
import type { OpenPage } from "../../pdfium/open-page.ts";
import type { PixelBurn } from "./boxes/pixel-marks.ts";

const GIVEN = {
  boxes: "lines with boxes are given as pictures; they cannot be searched or read aloud.",
  picture: "given as a picture alone; it cannot be searched or read aloud.",
};

export function notesOf(open: OpenPage, burns: readonly PixelBurn[], aligned: boolean): string[] {
  const notes: string[] = [];
  if (burns.some((b) => b.line?.covered)) {
    notes.push(
      `Page ${open.page}: words beside a box found no room and were covered to the line's end; choose a shorter label to keep them.`,
    );
  }
  if (!aligned) {
    notes.push(
      `Page ${open.page}: the scan's own text does not sit on its words and was left out; those words cannot be searched or read aloud, so ask for a better scan where that matters.`,
    );
  }
  return notes;
}

/** Of a page whose lines were not set anew. */
export const givenAs = ({ page }: OpenPage, way: keyof typeof GIVEN): string =>
  `Page ${page}: ${GIVEN[way]}`;
