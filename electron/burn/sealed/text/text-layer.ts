// Writes the invisible words of a sealed page over its picture, so that it can be searched,
// copied and read aloud. Positions are those of the burnt page; a word that is not seen there
// must never be handed in (B2).
import type { Matrix } from "../../../pdfium/display.ts";
import type { Block, StructureNode } from "../../tags/model.ts";
import { tagTree } from "../../tags/tree.ts";
import { ADVANCE, WordCodes } from "./word-codes.ts";

/** A word as seen, in displayed points: baseline start, direction, length and height. */
export interface LayerWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Radians, counter-clockwise. */
  readonly angle: number;
  readonly length: number;
  readonly height: number;
  /** A space follows before the next word of the line. */
  readonly spaced: boolean;
}

/** Lines that belong together: one tagged piece, or decoration where it has no place in the tags. */
export interface LayerParagraph {
  readonly block: Block | undefined;
  readonly lines: readonly (readonly LayerWord[])[];
}

export interface TextLayer {
  readonly operators: string;
  readonly structure: readonly StructureNode[];
  /** Characters by the codes that the operators show. */
  readonly texts: readonly (readonly [number, string])[];
}

export const FONT_KEY = "T0";

export function textLayer(paragraphs: readonly LayerParagraph[]): TextLayer {
  const codes = new WordCodes();
  const pieces = paragraphs.flatMap((paragraph) => {
    const { block, lines } = paragraph;
    if (!block) return [];
    const text = lines.map((line) => line.map((word) => word.text).join(" ")).join(" ");
    return [{ paragraph, block, text, extent: extentOf(lines.flat()) }];
  });
  const tree = tagTree(pieces);
  const marks = new Map<LayerParagraph, string>();
  pieces.forEach(({ paragraph, block }, i) => {
    // Levels of headings are counted over the whole document, and only in its tags.
    const name = block.path[block.path.length - 1]!.role.replace(/^H\d$/, "H");
    marks.set(paragraph, `/${name} <</MCID ${tree.numbers[i]}>> BDC`);
  });
  const operators = paragraphs.map((paragraph) => {
    const body = paragraph.lines.map((line) =>
      line.map((word, i) => show(word, line[i + 1], codes)).join(""),
    );
    const mark = marks.get(paragraph) ?? "/Artifact BMC";
    return `${mark}\nBT 3 Tr\n${body.join("")}${closing(paragraph.lines, codes)}ET\nEMC\n`;
  });
  return { operators: operators.join(""), structure: tree.nodes, texts: [...codes.texts] };
}

/** Points: no eye and no reader takes it for another line. */
const HAIR = 0.01;

/**
 * Words without ink on one height take up no room, and mupdf passes over a text object that takes up none: a
 * blank behind them, a hair above their line, gives it a height.
 */
function closing(lines: LayerParagraph["lines"], codes: WordCodes): string {
  const last = lines.at(-1)?.at(-1);
  if (!last) return "";
  const [cos, sin] = [Math.cos(last.angle), Math.sin(last.angle)];
  const isHigher = ({ x, y }: LayerWord): boolean =>
    Math.abs((y - last.y) * cos - (x - last.x) * sin) > HAIR / 2;
  if (lines.flat().some(isHigher)) return "";
  const [x, y] = [last.x + cos * last.length - sin * HAIR, last.y + sin * last.length + cos * HAIR];
  return piece(" ", last.height * 0.05, last, [cos, sin, -sin, cos, x, y], codes);
}

/** From where to where words stand across the page. */
function extentOf(words: readonly LayerWord[]): readonly [number, number] {
  const ends = words.flatMap(({ x, angle, length }) => [x, x + Math.cos(angle) * length]);
  return [Math.min(...ends), Math.max(...ends)];
}

function show(word: LayerWord, next: LayerWord | undefined, codes: WordCodes): string {
  const cos = Math.cos(word.angle);
  const sin = Math.sin(word.angle);
  const out = piece(word.text, word.length, word, [cos, sin, -sin, cos, word.x, word.y], codes);
  if (!word.spaced) return out;
  const end: Matrix = [cos, sin, -sin, cos, word.x + cos * word.length, word.y + sin * word.length];
  const gap = next ? (next.x - end[4]) * cos + (next.y - end[5]) * sin : word.height * 0.25;
  return out + piece(" ", Math.max(gap, word.height * 0.05), word, end, codes);
}

function piece(
  text: string,
  length: number,
  word: LayerWord,
  at: Matrix,
  codes: WordCodes,
): string {
  const size = Math.max(1, word.height);
  const natural = WordCodes.codesIn(text) * ADVANCE * size;
  const stretch = Math.max(1, (100 * length) / natural);
  return (
    `/${FONT_KEY} ${number(size)} Tf ${number(stretch)} Tz ${at.map(number).join(" ")} Tm ` +
    `<${codes.encode(text)}> Tj\n`
  );
}

/** Three decimals, never "-0" nor an exponent. */
export function number(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? "0" : String(rounded);
}
