// The small network's part of the model file: each table as signed numbers of one or two bytes with one scale.
import { LABELS } from "./chain.ts";
import type { Reader, Writer } from "./model-bytes.ts";
import { DEPTH, SEEN } from "./net-words.ts";
import type { Net } from "./net-words.ts";
import { HIDDEN, PLACE_ROWS, WORD_ROWS } from "./net-features.ts";
import { BOOKS } from "./word-vectors.ts";
import type { WordVectors } from "./word-vectors.ts";

export type NetTableName = keyof Net | keyof WordVectors;

export interface NetTable {
  readonly values: Int16Array;
  readonly scale: number;
}

export type NetParts = Readonly<Record<NetTableName, NetTable>>;

const BOOK_COUNT = BOOKS.reduce((all, rows) => all + rows, 0);

/** Tables in the order of the file: how many numbers (null: the file says), and bytes for each. */
export const NET_TABLES: readonly (readonly [NetTableName, number | null, 1 | 2])[] = [
  ["wordRows", WORD_ROWS * DEPTH, 1],
  ["books", BOOK_COUNT * DEPTH, 1],
  ["own", null, 1],
  ["places", SEEN * DEPTH * HIDDEN, 2],
  ["placeRows", PLACE_ROWS * HIDDEN, 1],
  ["bias", HIDDEN, 2],
  ["out", HIDDEN * LABELS, 2],
  ["base", LABELS, 2],
];

export function writeNet(parts: NetParts, out: Writer): void {
  for (const [name, size, bytes] of NET_TABLES) {
    const { values, scale } = parts[name];
    if (size === null) out.count(values.length);
    out.float(scale);
    out.signed(values, bytes);
  }
}

export function readNet(input: Reader): NetParts {
  const tables = NET_TABLES.map(([name, size, bytes]) => {
    const count = size ?? input.count();
    const scale = input.float();
    return [name, { values: input.signed(count, bytes), scale }];
  });
  return Object.fromEntries(tables) as NetParts;
}

/** The tables as the numbers they stand for. */
export function unpacked(parts: NetParts): Net & WordVectors {
  const tables = NET_TABLES.map(([name]) => {
    const { values, scale } = parts[name];
    const numbers = new Float32Array(values.length);
    for (let i = 0; i < numbers.length; i++) numbers[i] = (values[i] as number) * scale;
    return [name, numbers];
  });
  return Object.fromEntries(tables) as unknown as Net & WordVectors;
}
