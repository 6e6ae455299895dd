// The objects that an object stream packs, read strictly from its decoded bytes.
import { Lexer, Malformed } from "./lexer.ts";
import { numberOf } from "./values.ts";
import type { Dict, Value } from "./values.ts";

export interface Packed {
  readonly packed: readonly { readonly num: number; readonly value: Value }[];
  /** There are bytes that belong to no object. */
  readonly stray: boolean;
}

/** @param most objects. @throws Malformed */
export function packedIn(dict: Dict, data: Uint8Array, most: number): Packed {
  const count = numberOf(dict.entries.get("N")) ?? -1;
  const first = numberOf(dict.entries.get("First")) ?? -1;
  if (count < 0 || count > most || first < 0 || first > data.length)
    throw new Malformed("has a broken object stream", 0);
  const head = new Lexer(data, 0, first);
  const places: { num: number; offset: number }[] = [];
  for (let i = 0; i < count; i++) {
    const num = head.read(false);
    const offset = head.read(false);
    if (typeof num !== "number" || typeof offset !== "number")
      throw new Malformed("has a broken object stream", 0);
    places.push({ num, offset: first + offset });
  }
  let stray = !head.atEnd() || head.comments > 0;
  places.sort((a, b) => a.offset - b.offset);
  if (places.length > 0 && places[0]!.offset !== first) stray = true;
  const packed = places.map(({ num, offset }, i) => {
    const lexer = new Lexer(data, offset, places[i + 1]?.offset ?? data.length);
    const value = lexer.read();
    if (!lexer.atEnd() || lexer.comments > 0) stray = true;
    return { num, value };
  });
  return { packed, stray };
}
