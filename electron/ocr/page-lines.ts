// From lines of words in pixels to a page's text with a quad for every UTF-16 unit, as the text
// engine gives it: lines end in "\n", columns are parted by tabs, a word broken at a line's end
// keeps its soft hyphen. Quads are higher than the ink, because marks stand a little inside them.
import type { PageGeometry, PageText } from "../../shared/model/page.ts";
import type { RecognisedLine, RecognisedWord } from "./engine.ts";
import { turned, turnedBack } from "./grey-image.ts";
import type { GreyImage } from "./grey-image.ts";
import { letterEdges } from "./letter-edges.ts";
import { boxQuad, toUserSpace } from "./pixel-box.ts";
import type { PixelBox } from "./pixel-box.ts";
import { runsUpOrDown } from "./read-image.ts";
import type { ReadImage } from "./read-image.ts";

const SOFT_HYPHEN = "\u00ad";
/** A mark leaves a tenth of a character's height free above and below (shared/text/span-rects). */
const TRIM = 0.1;
/** Times a line's height: wider than any word space. */
const COLUMN_GAP = 1.4;
/** Pixels of blur around ink. */
const BLUR = 1.5;
/** The same at a word's ends, where a mark stands a little inside as well. */
const SIDE = 3;

type Put = (text: string, box: PixelBox | null) => void;

/** @param image the displayed page, as it was drawn for reading */
export function pageLines(
  read: ReadImage,
  geometry: PageGeometry,
  image: GreyImage,
): Pick<PageText, "text" | "quads"> {
  const user = toUserSpace(geometry, image);
  const at = (x: number, y: number) => user(...turnedBack(x, y, image, read.quarter));
  const asRead = turned(image, read.quarter);
  const parts: string[] = [];
  const quads: number[] = [];
  const put: Put = (text, box) => {
    parts.push(text);
    for (let unit = 0; unit < text.length; unit++)
      quads.push(...(box ? boxQuad(at, box) : NOWHERE));
  };
  read.lines.forEach((line, i) => {
    if (i > 0) put("\n", null);
    const broken = /^\p{Ll}/u.test(read.lines[i + 1]?.words[0]?.text ?? "");
    putLine(line, broken, asRead, put);
  });
  return { text: parts.join(""), quads: Float32Array.from(quads) };
}

function putLine(line: RecognisedLine, broken: boolean, image: GreyImage, put: Put): void {
  const height = line.above + line.below;
  line.words.forEach((word, i) => {
    const before = line.words[i - 1];
    const gap = before ? word.bbox.x0 - before.bbox.x1 : 0;
    if (before) put(gap > COLUMN_GAP * height ? "\t" : " ", null);
    putWord(word, line, broken && i + 1 === line.words.length, image, put);
  });
}

function putWord(
  word: RecognisedWord,
  line: RecognisedLine,
  last: boolean,
  image: GreyImage,
  put: Put,
): void {
  if (runsUpOrDown(word)) {
    // Which end it starts from is not told: every letter claims the word's whole box.
    const { x0, x1, y0, y1 } = word.bbox;
    const spare = (y1 - y0) * (TRIM / (1 - 2 * TRIM)) + BLUR;
    put(word.text, { x0: x0 - BLUR, x1: x1 + BLUR, y0: y0 - spare, y1: y1 + spare });
    return;
  }
  const [top, bottom] = roomOf(word, line);
  const text = last ? word.text.replace(/(?<=\p{L}{2})[-\u2010]$/u, SOFT_HYPHEN) : word.text;
  const units = unitsOf(word);
  const edges = edgesOf(word, units, image);
  let at = 0;
  units.forEach((unit, i) => {
    const piece = text.slice(at, at + unit.length);
    put(piece, { x0: edges[i]!, x1: edges[i + 1]!, y0: top, y1: bottom });
    at += unit.length;
  });
}

/** Top and bottom of a word's characters: the line's room and the word's ink, and what marks trim. */
function roomOf({ bbox }: RecognisedWord, line: RecognisedLine): readonly [number, number] {
  const { baseline } = line;
  const slope = (baseline.y1 - baseline.y0) / Math.max(1, baseline.x1 - baseline.x0);
  const foot = baseline.y0 + slope * ((bbox.x0 + bbox.x1) / 2 - baseline.x0);
  // A box that reaches far beyond its line has swallowed a rule or a neighbour: the line is believed.
  const most = 0.5 * (line.above + line.below);
  const top = Math.max(Math.min(bbox.y0, foot - line.above), foot - line.above - most) - BLUR;
  const bottom = Math.min(Math.max(bbox.y1, foot + line.below), foot + line.below + most) + BLUR;
  const spare = ((bottom - top) * TRIM) / (1 - 2 * TRIM);
  return [top - spare, bottom + spare];
}

/** The engine's symbols where they spell the word, else its characters. */
function unitsOf(word: RecognisedWord): readonly string[] {
  const symbols = word.symbols.map((s) => s.text);
  return symbols.join("") === word.text ? symbols : [...word.text];
}

/** Where characters begin and end; the word's ends stand clear of its ink. */
function edgesOf(
  { bbox }: RecognisedWord,
  units: readonly string[],
  image: GreyImage,
): readonly number[] {
  const inner = letterEdges(units, bbox, image).slice(1, -1);
  return [bbox.x0 - SIDE, ...inner, bbox.x1 + SIDE];
}

const NOWHERE: readonly number[] = Array.from({ length: 8 }, () => Number.NaN);
