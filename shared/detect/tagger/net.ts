// A small network that reads a word together with those around it: what seven words mean, each in its place, and
// what fifty mean on the whole, added up in hidden units of which only the positive count. The first layer is a sum,
// so what a word adds is worked out once per distinct word of a text and then only added, two units in one whole
// number. Whole numbers and fixed order: the same answer on every machine.
import { LABELS } from "./chain.ts";
import type { Lines } from "./features.ts";
import {
  AROUND,
  MOST_NET_ROWS,
  NEAR,
  OUTSIDE,
  placeRows,
  standingRows,
  vectorRows,
} from "./net-features.ts";
import type { Tokens } from "./tokens.ts";
import { addVector, type WordVectors } from "./word-vectors.ts";
import type { DocumentWords } from "./words.ts";

/** Numbers in a word's vector. */
export const DEPTH = 24;
export const HIDDEN = 32;
/** Places in which a word is seen: NEAR before to NEAR after, and among the words around. */
export const SEEN = 2 * NEAR + 2;
export const MEAN = SEEN - 1;
/** How a word can stand (see OPENINGS of features.ts). */
const STANDINGS = 3;

export interface Net {
  /** DEPTH numbers a row of net-features' word rows. */
  readonly wordRows: Float32Array;
  /** What a vector's number d adds to hidden unit h in place p: [(d * SEEN + p) * HIDDEN + h]. */
  readonly places: Float32Array;
  /** HIDDEN numbers a row of net-features' place rows. */
  readonly placeRows: Float32Array;
  readonly bias: Float32Array;
  /** What hidden unit h says for label k: [h * LABELS + k]. */
  readonly out: Float32Array;
  readonly base: Float32Array;
}

const PAIRS = HIDDEN / 2;
/** One is so many steps; a sum's parts are cut so that no half overflows. */
const STEPS = 128;
const MOST = 2300;
const MEAN_STEPS = 64;
const MOST_MEAN = 600;

const stepped = (value: number, steps: number, most: number): number =>
  Math.max(-most, Math.min(most, Math.round(value * steps)));

/** Writes HIDDEN numbers as PAIRS whole numbers of two halves. */
function pack(
  values: Float64Array,
  from: number,
  out: Int32Array,
  at: number,
  steps = STEPS,
  most = MOST,
): void {
  for (let p = 0; p < PAIRS; p++) {
    const low = stepped(values[from + p * 2] as number, steps, most);
    const high = stepped(values[from + p * 2 + 1] as number, steps, most);
    out[at + p] = (high << 16) + low;
  }
}

function packedTable(table: Float32Array): Int32Array {
  const packed = new Int32Array(table.length / 2);
  const row = new Float64Array(HIDDEN);
  for (let at = 0; at < table.length; at += HIDDEN) {
    row.set(table.subarray(at, at + HIDDEN));
    pack(row, 0, packed, at / 2);
  }
  return packed;
}

const WIDTH = SEEN * HIDDEN;

export class Network {
  readonly #net: Net;
  readonly #vectors: WordVectors;
  readonly #places: Float64Array;
  readonly #placeRows: Int32Array;
  readonly #outside: Int32Array;

  constructor(net: Net, vectors: WordVectors) {
    this.#net = net;
    this.#vectors = vectors;
    this.#places = Float64Array.from(net.places);
    this.#placeRows = packedTable(net.placeRows);
    this.#outside = new Int32Array(SEEN * PAIRS);
    const vector = new Float64Array(DEPTH);
    this.#addRow(OUTSIDE, vector);
    const told = new Float64Array(WIDTH);
    this.#tell(vector, told);
    for (let p = 0; p < SEEN; p++) pack(told, p * HIDDEN, this.#outside, p * PAIRS);
  }

  #addRow(row: number, vector: Float64Array): void {
    const { wordRows } = this.#net;
    for (let d = 0, at = row * DEPTH; d < DEPTH; d++)
      vector[d] = (vector[d] as number) + (wordRows[at + d] as number);
  }

  /** What a vector adds in every place. */
  #tell(vector: Float64Array, told: Float64Array): void {
    const places = this.#places;
    told.fill(0);
    for (let d = 0; d < DEPTH; d += 4) {
      const a = vector[d] as number;
      const b = vector[d + 1] as number;
      const c = vector[d + 2] as number;
      const e = vector[d + 3] as number;
      const at = d * WIDTH;
      for (let j = 0; j < WIDTH; j++)
        told[j] =
          (told[j] as number) +
          a * (places[at + j] as number) +
          b * (places[at + WIDTH + j] as number) +
          c * (places[at + 2 * WIDTH + j] as number) +
          e * (places[at + 3 * WIDTH + j] as number);
    }
  }

  /** Adds to `scores`, LABELS a token, how well the network finds each label to suit each token. */
  addScores(tokens: Tokens, words: DocumentWords, lines: Lines, scores: Float32Array): void {
    const { types, typeOf, opening } = words;
    const count = tokens.count;
    const list = new Int32Array(MOST_NET_ROWS);
    const vector = new Float64Array(DEPTH);
    const told = new Float64Array(WIDTH);
    const row = new Float64Array(HIDDEN);
    const near = new Int32Array(types.length * (SEEN - 1) * PAIRS);
    const around = new Int32Array(types.length * PAIRS);
    const standing = new Int32Array(types.length * STANDINGS * PAIRS);
    const stood = new Uint8Array(types.length * STANDINGS);
    types.forEach((type, t) => {
      vector.fill(0);
      const known = addVector(this.#vectors, type.vector, vector);
      const n = vectorRows(type, known, list);
      for (let k = 0; k < n; k++) this.#addRow(list[k] as number, vector);
      this.#tell(vector, told);
      for (let p = 0; p < MEAN; p++) pack(told, p * HIDDEN, near, (t * MEAN + p) * PAIRS);
      pack(told, MEAN * HIDDEN, around, t * PAIRS, MEAN_STEPS, MOST_MEAN);
    });
    const sums = new Int32Array(PAIRS);
    const mean = new Int32Array(PAIRS);
    const { bias, out, base, placeRows: table } = this.#net;
    const logits = new Float64Array(LABELS);
    let last = -1;
    for (let i = 0; i < count; i++) {
      while (last < Math.min(count - 1, i + AROUND)) {
        last += 1;
        add(mean, around, (typeOf[last] as number) * PAIRS);
      }
      if (i > AROUND) subtract(mean, around, (typeOf[i - AROUND - 1] as number) * PAIRS);
      const type = typeOf[i] as number;
      const form = type * STANDINGS + (opening[i] as number);
      if (stood[form] === 0) {
        stood[form] = 1;
        row.set(bias);
        const n = standingRows(words, types[type]!, opening[i] as number, list);
        for (let k = 0; k < n; k++)
          for (let h = 0, at = (list[k] as number) * HIDDEN; h < HIDDEN; h++)
            row[h] = (row[h] as number) + (table[at + h] as number);
        pack(row, 0, standing, form * PAIRS);
      }
      copy(sums, standing, form * PAIRS);
      for (let p = 0; p < MEAN; p++) {
        const at = i + p - NEAR;
        if (at < 0 || at >= count) add(sums, this.#outside, p * PAIRS);
        else add(sums, near, ((typeOf[at] as number) * MEAN + p) * PAIRS);
      }
      const n = placeRows(tokens, words, lines, i, list);
      for (let k = 0; k < n; k++) add(sums, this.#placeRows, (list[k] as number) * PAIRS);
      const share = STEPS / MEAN_STEPS / (last - Math.max(0, i - AROUND) + 1);
      logits.fill(0);
      for (let p = 0; p < PAIRS; p++) {
        const both = sums[p] as number;
        const low = (both << 16) >> 16;
        const bothMean = mean[p] as number;
        const lowMean = (bothMean << 16) >> 16;
        const first = low + lowMean * share;
        const second = ((both - low) >> 16) + ((bothMean - lowMean) >> 16) * share;
        if (first > 0) addOut(logits, out, p * 2 * LABELS, first);
        if (second > 0) addOut(logits, out, (p * 2 + 1) * LABELS, second);
      }
      const at = i * LABELS;
      for (let k = 0; k < LABELS; k++)
        scores[at + k] =
          (scores[at + k] as number) + (base[k] as number) + (logits[k] as number) / STEPS;
    }
  }
}

function copy(sums: Int32Array, from: Int32Array, at: number): void {
  for (let p = 0; p < PAIRS; p++) sums[p] = from[at + p] as number;
}

function add(sums: Int32Array, from: Int32Array, at: number): void {
  for (let p = 0; p < PAIRS; p++) sums[p] = ((sums[p] as number) + (from[at + p] as number)) | 0;
}

function subtract(sums: Int32Array, from: Int32Array, at: number): void {
  for (let p = 0; p < PAIRS; p++) sums[p] = ((sums[p] as number) - (from[at + p] as number)) | 0;
}

function addOut(logits: Float64Array, out: Float32Array, at: number, value: number): void {
  for (let k = 0; k < LABELS; k++)
    logits[k] = (logits[k] as number) + value * (out[at + k] as number);
}
