// Reads lexicons/derived/vectors.bin: a vector for every word of families.txt, as derive-vectors.ts wrote it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hashText } from "../../shared/detect/tagger/word-form.ts";
import { familyWords } from "./lexicon-source.ts";

/** A vector is PARTS parts of PART numbers. */
export const PARTS = 20;
export const PART = 5;
export const GIVEN_DEPTH = PARTS * PART;

export interface GivenVectors {
  /** Number of the word whose plain form has this hash. */
  readonly nth: ReadonlyMap<number, number>;
  /** GIVEN_DEPTH numbers a word. */
  readonly values: Float32Array;
}

/** Throws where the file does not fit families.txt. */
export function readVectors(folder: string): GivenVectors {
  const words = familyWords(folder).flat();
  const bytes = readFileSync(join(folder, "derived/vectors.bin"));
  const bookBytes = PARTS * 256 * PART * 4;
  if (bytes.length !== bookBytes + words.length * PARTS)
    throw new Error("vectors.bin does not fit families.txt; run derive-vectors.ts");
  const books = new Float32Array(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bookBytes),
  );
  const values = new Float32Array(words.length * GIVEN_DEPTH);
  for (let i = 0; i < words.length; i++)
    for (let part = 0; part < PARTS; part++) {
      const from = (part * 256 + (bytes[bookBytes + i * PARTS + part] as number)) * PART;
      values.set(books.subarray(from, from + PART), i * GIVEN_DEPTH + part * PART);
    }
  return { nth: new Map(words.map((word, i) => [hashText(word), i])), values };
}
