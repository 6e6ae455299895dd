// What a text as a whole, and a word's place in it, say of a word: where sentences open, whether a
// word ever stands with a capital in mid-sentence or after a title, how the text is dressed, and
// whether it reads like a judgment. It must never weigh any of this; that is learnt.
import { COURTLY_WORDS } from "../lexicon/courtly.ts";
import type { Tokens } from "./tokens.ts";
import { hashText, INITIAL, LOWER, TITLE, UPPER } from "./word-form.ts";
import { TITLE_BIT } from "./word-type.ts";
import type { WordType } from "./word-type.ts";

// A judgment names its parties by their part in it; what counts as a detail differs there.
const COURTLY = new Set([...COURTLY_WORDS, "§"].map((word) => hashText(word)));
const COURTLY_SHARE = 0.012;

/** 0 written as usual, 1 mostly in capitals, 2 with hardly a capital. */
export function dressOf(types: readonly WordType[], typeOf: Int32Array): number {
  let upper = 0;
  let title = 0;
  let lower = 0;
  for (const type of typeOf) {
    const casing = types[type]?.casing;
    if (casing === LOWER) lower += 1;
    else if (casing === TITLE) title += 1;
    else if (casing === UPPER) upper += 1;
  }
  const all = upper + title + lower;
  if (upper * 2 > all) return 1;
  return title * 40 < all ? 2 : 0;
}

/** 1 for a text written like a judgment, 0 for any other. */
export function genreOf(types: readonly WordType[], typeOf: Int32Array): number {
  const courtly = types.map((type) => COURTLY.has(type.hash));
  let met = 0;
  for (const type of typeOf) if (courtly[type] === true) met += 1;
  return met > typeOf.length * COURTLY_SHARE ? 1 : 0;
}

const OPENING_MARK = /^["“‘'([•*–-]$/;
const ENDING_MARK = /^[.!?:]$/;

const PLAIN = 0;
const ENDS = 1;
const FULL_STOP = 2;
const OPENS = 3;

/** 1 where a sentence may begin, 2 where a line begins. */
export function openings(
  tokens: Tokens,
  types: readonly WordType[],
  typeOf: Int32Array,
): Uint8Array {
  const opening = new Uint8Array(tokens.count);
  const marks = Uint8Array.from(types, ({ text }) => {
    if (text === ".") return FULL_STOP;
    if (ENDING_MARK.test(text)) return ENDS;
    return OPENING_MARK.test(text) ? OPENS : PLAIN;
  });
  const shortened = Uint8Array.from(types, ({ casing, classes }) =>
    casing === INITIAL || (classes & TITLE_BIT) !== 0 ? 1 : 0,
  );
  for (let i = 0; i < tokens.count; i++) {
    if ((tokens.breaks[i] as number) > 0) {
      opening[i] = 2;
      continue;
    }
    const mark = marks[typeOf[i - 1] as number] as number;
    if (mark === PLAIN) continue;
    if (mark === OPENS) opening[i] = (opening[i - 1] as number) > 0 ? 1 : 0;
    else {
      const abbreviated =
        mark === FULL_STOP &&
        (tokens.breaks[i - 1] as number) === 0 &&
        shortened[typeOf[i - 2] as number] === 1;
      if (!abbreviated) opening[i] = 1;
    }
  }
  return opening;
}

/** One small number per group of like words; counts them into `frequency` on the way. */
export function cues(
  tokens: Tokens,
  types: readonly WordType[],
  typeOf: Int32Array,
  opening: Uint8Array,
  frequency: Int32Array,
): Uint16Array {
  const groups = frequency.length;
  const capital = new Int32Array(groups);
  const small = new Int32Array(groups);
  const titled = new Uint8Array(groups);
  const owning = new Uint8Array(groups);
  for (let i = 0; i < tokens.count; i++) {
    const type = types[typeOf[i] ?? 0];
    if (type === undefined) continue;
    const group = type.group;
    frequency[group] = (frequency[group] ?? 0) + 1;
    if (type.casing === LOWER) small[group] = (small[group] ?? 0) + 1;
    else if (type.casing === TITLE && opening[i] === 0) capital[group] = (capital[group] ?? 0) + 1;
    if (i > 0 && (type.casing === TITLE || type.casing === UPPER)) {
      let before = types[typeOf[i - 1] ?? 0];
      if (before?.text === "." && i > 1) before = types[typeOf[i - 2] ?? 0];
      if (before !== undefined && (before.classes & TITLE_BIT) !== 0 && before.casing !== LOWER)
        titled[group] = 1;
    }
    const next = types[typeOf[i + 1] ?? 0]?.text;
    if ((next === "'" || next === "’") && types[typeOf[i + 2] ?? 0]?.plain === "s")
      owning[group] = 1;
  }
  const cue = new Uint16Array(groups);
  for (let g = 0; g < groups; g++) {
    const big = capital[g] ?? 0;
    const low = small[g] ?? 0;
    let ratio = 0;
    if (big > 0) ratio = low === 0 ? 3 : big > low ? 2 : 1;
    else if (low > 0) ratio = 4;
    const n = frequency[g] ?? 0;
    const often = n === 1 ? 0 : n < 4 ? 1 : n < 12 ? 2 : 3;
    cue[g] = ratio | (often << 3) | ((titled[g] ?? 0) << 5) | ((owning[g] ?? 0) << 6);
  }
  return cue;
}
