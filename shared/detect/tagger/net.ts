// A small network that reads a word together with those around it: what seven words mean, each in its place, and
// what fifty mean on the whole, added up in hidden units of which only the positive count. What a word adds is worked
// out once (net-words.ts) and then only added, in whole numbers: the same answer on every machine.
import { LABELS } from "./chain.ts";
import type { Lines } from "./line-cues.ts";
import { AROUND, HIDDEN, MOST_NET_ROWS, placeRows, standingRows } from "./net-features.ts";
import { HELD, NEAR_WIDTH, WordSums, WordTeller } from "./net-words.ts";
import type { Net } from "./net-words.ts";
import { add, MEAN_STEPS, pack, packedTable, PAIRS, speak, STEPS } from "./pairs.ts";
import type { Tokens } from "./tokens.ts";
import type { WordVectors } from "./word-vectors.ts";
import type { DocumentWords } from "./words.ts";

/** How a word can stand (see OPENINGS of features.ts). */
const STANDINGS = 3;

export class Network {
  readonly #net: Net;
  readonly #teller: WordTeller;
  readonly #placeRows: Int32Array;
  readonly #out: Float64Array;
  readonly #held: number;

  /** `held`: of so many distinct words at most it keeps in mind what they add. */
  constructor(net: Net, vectors: WordVectors, held = HELD) {
    this.#net = net;
    this.#teller = new WordTeller(net, vectors);
    this.#out = Float64Array.from(net.out, (value) => value / STEPS);
    this.#placeRows = packedTable(net.placeRows);
    this.#held = held;
  }

  /** Adds to `scores`, LABELS a token, how well the network finds each label to suit each token. */
  addScores(tokens: Tokens, words: DocumentWords, lines: Lines, scores: Float32Array): void {
    const { types, typeOf, opening } = words;
    const count = tokens.count;
    const list = new Int32Array(MOST_NET_ROWS);
    const row = new Float64Array(HIDDEN);
    const met = new WordSums(this.#teller, types, this.#held);
    const { near, around, slots } = met;
    const standing = new Int32Array(met.held * STANDINGS * PAIRS);
    const stood = new Uint8Array(met.held * STANDINGS);
    const sums = new Int32Array(PAIRS);
    const mean = new Int32Array(PAIRS);
    const { bias, base, placeRows: table } = this.#net;
    const out = this.#out;
    const placeTable = this.#placeRows;
    const slotAt = (i: number): number =>
      i < 0 || i >= count ? met.outside : (slots[typeOf[i] as number] as number);
    const logits = new Float64Array(LABELS);
    for (let i = -AROUND; i < count; i++) {
      const next = i + AROUND;
      if (next < count && !met.meet(typeOf[next] as number)) {
        // No room: forget all words but those in sight.
        met.forget();
        stood.fill(0);
        for (let j = Math.max(0, i - AROUND - 1); j <= next; j++) met.meet(typeOf[j] as number);
      }
      const entering = slotAt(next) * PAIRS;
      if (i < 0) {
        add(mean, around, entering);
        continue;
      }
      const leaving = slotAt(i - AROUND - 1) * PAIRS;
      const slot = slotAt(i);
      const form = slot * STANDINGS + (opening[i] as number);
      if (stood[form] === 0) {
        stood[form] = 1;
        row.set(bias);
        const n = standingRows(words, types[typeOf[i] as number]!, opening[i] as number, list);
        for (let k = 0; k < n; k++)
          for (let h = 0, at = (list[k] as number) * HIDDEN; h < HIDDEN; h++)
            row[h] = (row[h] as number) + (table[at + h] as number);
        pack(row, 0, standing, form * PAIRS);
      }
      const n = placeRows(tokens, words, lines, i, list);
      const s = form * PAIRS;
      const a = slotAt(i - 3) * NEAR_WIDTH;
      const b = slotAt(i - 2) * NEAR_WIDTH + PAIRS;
      const c = slotAt(i - 1) * NEAR_WIDTH + 2 * PAIRS;
      const d = slot * NEAR_WIDTH + 3 * PAIRS;
      const e = slotAt(i + 1) * NEAR_WIDTH + 4 * PAIRS;
      const f = slotAt(i + 2) * NEAR_WIDTH + 5 * PAIRS;
      const g = slotAt(i + 3) * NEAR_WIDTH + 6 * PAIRS;
      const x = (list[0] as number) * PAIRS;
      const y = (list[1] as number) * PAIRS;
      const z = (list[2] as number) * PAIRS;
      const v = (list[3] as number) * PAIRS;
      const w = (list[4] as number) * PAIRS;
      const share = STEPS / MEAN_STEPS / (Math.min(count - 1, next) - Math.max(0, i - AROUND) + 1);
      for (let p = 0; p < PAIRS; p++) {
        // prettier-ignore
        sums[p] = (standing[s + p] as number) + (near[a + p] as number) + (near[b + p] as number) +
          (near[c + p] as number) + (near[d + p] as number) + (near[e + p] as number) +
          (near[f + p] as number) + (near[g + p] as number) + (placeTable[x + p] as number) +
          (placeTable[y + p] as number) + (placeTable[z + p] as number) + (placeTable[v + p] as number) +
          (placeTable[w + p] as number);
        // prettier-ignore
        mean[p] = (mean[p] as number) + (around[entering + p] as number) - (around[leaving + p] as number);
      }
      for (let k = 5; k < n; k++) add(sums, placeTable, (list[k] as number) * PAIRS);
      speak(sums, mean, share, out, logits);
      const at = i * LABELS;
      for (let k = 0; k < LABELS; k++)
        scores[at + k] = (scores[at + k] as number) + (base[k] as number) + (logits[k] as number);
    }
  }
}
