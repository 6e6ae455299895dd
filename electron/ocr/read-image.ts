// Reads an image whichever way up it lies, and keeps only what can be believed. A sheet that was
// scanned sideways gives scraps when read upright; then the other turns are tried and the best is taken.
import type { Recogniser, RecognisedLine, RecognisedWord } from "./engine.ts";
import { turned } from "./grey-image.ts";
import type { GreyImage, Quarter } from "./grey-image.ts";

export interface ReadImage {
  /** In pixels of the image as turned. */
  readonly lines: readonly RecognisedLine[];
  readonly quarter: Quarter;
  /** 0..1, the mean over the letters read. */
  readonly confidence: number;
}

/** Words below this are specks, rules and signatures. */
const LEAST = 25;
/** A page is upright beyond doubt from here on. */
const SURE = 0.75;
/** Below this nothing on the page is a word: a photograph, a drawing. */
const NOISE = 0.5;
const QUARTERS: readonly Quarter[] = [1, 3, 2];

export function readImage(engine: Recogniser, image: GreyImage): ReadImage {
  let best = readTurned(engine, image, 0);
  if (best.confidence >= SURE && believed(best) >= 3) return best;
  for (const quarter of QUARTERS) {
    const other = readTurned(engine, image, quarter);
    if (merit(other) > merit(best)) best = other;
    if (best.confidence >= SURE && believed(best) >= 8) break;
  }
  return best.confidence < NOISE ? { lines: [], quarter: 0, confidence: best.confidence } : best;
}

function readTurned(engine: Recogniser, image: GreyImage, quarter: Quarter): ReadImage {
  const lines = engine
    .recognise(turned(image, quarter))
    .map((line) => ({ ...line, words: line.words.filter((word) => worthKeeping(word)) }))
    .filter((line) => line.words.length > 0);
  return { lines, quarter, confidence: meanConfidence(lines) };
}

function worthKeeping(word: RecognisedWord): boolean {
  return word.confidence >= LEAST && /[\p{L}\p{N}@#£€$&]/u.test(word.text);
}

function meanConfidence(lines: readonly RecognisedLine[]): number {
  let letters = 0;
  let sum = 0;
  for (const { words } of lines)
    for (const { text, confidence } of words) {
      letters += text.length;
      sum += text.length * confidence;
    }
  return letters === 0 ? 0 : sum / letters / 100;
}

/**
 * Words of three letters or more that the engine is sure of. It also reads lines that run up or down
 * the sheet, but tells too little of where their letters are: those speak for another turn.
 */
function believed({ lines }: ReadImage): number {
  return lines
    .flatMap((l) => l.words)
    .filter((w) => w.confidence > 80 && w.text.length > 2 && !runsUpOrDown(w)).length;
}

/** A word of several letters that is taller than wide. */
export function runsUpOrDown({ text, bbox }: RecognisedWord): boolean {
  return text.length > 2 && bbox.y1 - bbox.y0 > 1.2 * (bbox.x1 - bbox.x0);
}

function merit(read: ReadImage): number {
  return read.confidence * believed(read);
}
