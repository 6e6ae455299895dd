// The model on disk: the hashed lexicon and the weights as signed bytes with one scale, packed so
// that noughts take no room and small weights half a byte. Packed, not deflated: start-up counts, and inflating took longer than
// everything else together. Written by the trainer, read by the tagger; the same weights give the
// same bytes. A file that is not whole, or of another version, is refused with a clear error.
import { LABELS } from "./chain.ts";
import { ROW_BITS } from "./features.ts";
import type { LexiconTable } from "./lexicon.ts";
import { CUT_SHORT, Reader, Writer } from "./model-bytes.ts";
import { readNet, writeNet } from "./net-file.ts";
import type { NetParts } from "./net-file.ts";
import { LOOK_WEIGHTS } from "./second-look.ts";
import { TELLING_ROWS } from "./telling.ts";

const MAGIC = 0x47544443; // "CDTG"
/** Raise it whenever features, lexicon classes or the layout below change. */
const MODEL_VERSION = 8;

export interface ModelParts {
  readonly lexicon: LexiconTable;
  /** LABELS signed bytes per row of the weight table. */
  readonly rows: Int8Array;
  readonly scale: number;
  readonly transitions: Float32Array;
  readonly telling: { readonly weights: Int8Array; readonly scale: number };
  readonly net: NetParts;
  /** LOOK_WEIGHTS numbers of second-look.ts. */
  readonly look: Float32Array;
}

export function writeModel(parts: ModelParts): Uint8Array {
  const out = new Writer();
  const { lexicon } = parts;
  out.word(MAGIC);
  out.word(MODEL_VERSION);
  const masks = [...new Set(lexicon.masks)].sort((a, b) => a - b);
  const nth = new Map(masks.map((mask, i) => [mask, i]));
  out.count(masks.length);
  for (const mask of masks) out.count(mask);
  out.count(lexicon.keys.length);
  let before = 0;
  for (const key of lexicon.keys) {
    out.count(key - before);
    before = key;
  }
  for (const mask of lexicon.masks) out.count(nth.get(mask) ?? 0);
  for (const family of lexicon.families) out.count(family);
  lexicon.vectors.forEach((code, i) => {
    if (lexicon.families[i] !== 0) for (let n = 0; n < 3; n++) out.byte(code >>> (n * 8));
  });

  let rows = 0;
  for (let row = 0; row < 1 << ROW_BITS; row++) if (maskOf(parts.rows, row) !== 0) rows += 1;
  out.count(rows);
  before = 0;
  for (let row = 0; row < 1 << ROW_BITS; row++) {
    const mask = maskOf(parts.rows, row);
    if (mask === 0) continue;
    // The gap and the ninth label's bit, the other eight bits; the weights that are not nought follow all rows.
    out.count(((row - before) << 1) | (mask >>> 8));
    out.byte(mask & 255);
    before = row;
  }
  out.weights(Array.from(parts.rows).filter((weight) => weight !== 0));
  out.float(parts.scale);
  for (const value of parts.transitions) out.float(value);
  out.float(parts.telling.scale);
  out.signed(parts.telling.weights, 1);
  writeNet(parts.net, out);
  for (const value of parts.look) out.float(value);
  return out.done();
}

function maskOf(rows: Int8Array, row: number): number {
  let mask = 0;
  for (let k = 0; k < LABELS; k++) if (rows[row * LABELS + k] !== 0) mask |= 1 << k;
  return mask;
}

export function readModel(file: Uint8Array): ModelParts {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 9 || view.getUint32(0, true) !== MAGIC)
    throw new Error("This is not a model of the tagger.");
  if (view.getUint32(4, true) !== MODEL_VERSION)
    throw new Error("The tagger's model is of another version; run npm run train.");
  const input = new Reader(file.subarray(8));
  const masks = Array.from({ length: input.count() }, () => input.count());
  const lexiconKeys = new Uint32Array(input.count());
  let before = 0;
  for (let i = 0; i < lexiconKeys.length; i++) {
    before += input.count();
    lexiconKeys[i] = before;
  }
  const lexiconMasks = new Int32Array(lexiconKeys.length);
  for (let i = 0; i < lexiconMasks.length; i++) lexiconMasks[i] = masks[input.count()] ?? 0;
  const families = new Uint16Array(lexiconKeys.length);
  for (let i = 0; i < families.length; i++) families[i] = input.count();
  const vectors = new Int32Array(lexiconKeys.length);
  for (let i = 0; i < vectors.length; i++)
    if (families[i] !== 0)
      for (let n = 0; n < 3; n++)
        vectors[i] = (vectors[i] ?? 0) | ((input.byte() & 255) << (n * 8));
  const rows = new Int8Array((1 << ROW_BITS) * LABELS);
  const places = new Uint32Array(input.count());
  const filled = new Uint16Array(places.length);
  let row = 0;
  for (let i = 0; i < places.length; i++) {
    const head = input.count();
    row += head >>> 1;
    if (row >= 1 << ROW_BITS) throw new Error(CUT_SHORT);
    places[i] = row * LABELS;
    filled[i] = ((head & 1) << 8) | (input.byte() & 255);
  }
  input.weights(places, filled, rows);
  const scale = input.float();
  const transitions = Float32Array.from({ length: LABELS * LABELS }, () => input.float());
  const telling = { scale: input.float(), weights: Int8Array.from(input.signed(TELLING_ROWS, 1)) };
  const lexicon = { keys: lexiconKeys, masks: lexiconMasks, families, vectors };
  const net = readNet(input);
  const look = Float32Array.from({ length: LOOK_WEIGHTS }, () => input.float());
  return { lexicon, rows, scale, transitions, telling, net, look };
}
