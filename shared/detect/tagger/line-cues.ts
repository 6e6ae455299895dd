// What the line that a token stands in says of it. Changing anything here needs a new `npm run train`.
import type { Tokens } from "./tokens.ts";
import { UPPER } from "./word-form.ts";
import type { DocumentWords } from "./words.ts";

/** What a line says of its tokens; worked out once per line by `readLines`. */
export interface Lines {
  /** Hash of the word before the colon that governs a token, or 0. */
  readonly field: Uint32Array;
  /** Length, capitals and place of the token's line as one small number. */
  readonly line: Uint16Array;
  /** 1 within round brackets. */
  readonly bracketed: Uint8Array;
}

const FIELD_REACH = 9;

export function readLines(tokens: Tokens, words: DocumentWords): Lines {
  const field = new Uint32Array(tokens.count);
  const line = new Uint16Array(tokens.count);
  const bracketed = new Uint8Array(tokens.count);
  let from = 0;
  let ordinal = 0;
  for (let i = 1; i <= tokens.count; i++) {
    if (i < tokens.count && (tokens.breaks[i] ?? 0) === 0) continue;
    const length = i - from;
    let upper = 0;
    let letters = 0;
    for (let k = from; k < i; k++) {
      const word = words.types[words.typeOf[k] ?? 0];
      if (word === undefined || word.casing > 5 || word.casing === 4) continue;
      letters += 1;
      if (word.casing === UPPER) upper += 1;
    }
    const shouting = letters > 1 && upper * 10 >= letters * 8 ? 1 : 0;
    const long = length < 4 ? 0 : length < 9 ? 1 : length < 20 ? 2 : 3;
    const early = ordinal < 3 ? 0 : ordinal < 12 ? 1 : 2;
    let open = 0;
    let last = -1;
    for (let k = from; k < i; k++) {
      line[k] = shouting | (long << 1) | (early << 3);
      const word = words.types[words.typeOf[k] ?? 0];
      if (word?.text === "(") open = 1;
      else if (word?.text === ")") open = 0;
      bracketed[k] = open;
      if (word?.text === ":" && k > from) last = k;
      else if (last >= 0 && k - last <= FIELD_REACH)
        field[k] = words.types[words.typeOf[last - 1] ?? 0]?.hash ?? 0;
    }
    from = i;
    ordinal += 1;
  }
  return { field, line, bracketed };
}
