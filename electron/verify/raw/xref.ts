// The two forms of a cross-reference section, a table and a stream, read strictly. They say where the
// file's objects are; whether that is true is for others.
import { Malformed } from "./lexer.ts";
import type { Lexer } from "./lexer.ts";
import { isList, isWord, numberOf } from "./values.ts";
import type { Dict } from "./values.ts";

export type XrefEntry =
  | { readonly kind: "at"; readonly offset: number; readonly gen: number }
  | { readonly kind: "in"; readonly container: number; readonly index: number };

type Enter = (num: number, entry: XrefEntry) => void;

/**
 * Reads a table up to its word "trailer".
 * @param lexer behind the word "xref"
 * @returns true where an object's place is kept that was removed. @throws Malformed
 */
export function readTable(lexer: Lexer, most: number, enter: Enter): boolean {
  let removed = false;
  for (;;) {
    lexer.skipSpace();
    const first = lexer.read(false);
    if (isWord(first, "trailer")) return removed;
    const count = lexer.read(false);
    if (typeof first !== "number" || typeof count !== "number" || count > most)
      throw new Malformed("has a broken cross-reference table", lexer.pos);
    for (let i = 0; i < count; i++) if (tableEntry(lexer, first + i, enter)) removed = true;
  }
}

function tableEntry(lexer: Lexer, num: number, enter: Enter): boolean {
  const offset = lexer.read(false);
  const gen = lexer.read(false);
  const kind = lexer.read(false);
  if (typeof offset !== "number" || typeof gen !== "number" || !isWord(kind))
    throw new Malformed("has a broken cross-reference table", lexer.pos);
  if (kind.value === "n") {
    enter(num, { kind: "at", offset, gen });
    return false;
  }
  if (kind.value !== "f") throw new Malformed("has a broken cross-reference table", lexer.pos);
  return num !== 0;
}

/**
 * Reads the entries of a cross-reference stream.
 * @returns whether a removed object's place is kept, and how many bytes follow the entries
 * @throws Malformed
 */
export function readEntries(
  dict: Dict,
  data: Uint8Array,
  enter: Enter,
): { readonly removed: boolean; readonly left: number } {
  const widths = dict.entries.get("W");
  const w = isList(widths) ? widths.items.map((item) => numberOf(item) ?? -1) : [];
  if (w.length !== 3 || w.some((n) => n < 0 || n > 8 || !Number.isInteger(n)))
    throw new Malformed("has a broken cross-reference stream", 0);
  const size = numberOf(dict.entries.get("Size")) ?? 0;
  const index = dict.entries.get("Index");
  const ranges = isList(index) ? index.items.map((item) => numberOf(item) ?? -1) : [0, size];
  const [w0, w1, w2] = w as [number, number, number];
  let removed = false;
  let at = 0;
  const field = (width: number): number => {
    let n = 0;
    for (let i = 0; i < width; i++) n = n * 256 + (data[at++] ?? 0);
    return n;
  };
  for (let r = 0; r + 1 < ranges.length; r += 2) {
    for (let i = 0; i < ranges[r + 1]!; i++) {
      if (at + w0 + w1 + w2 > data.length)
        throw new Malformed("has a short cross-reference stream", 0);
      const kind = w0 === 0 ? 1 : field(w0);
      const second = field(w1);
      const third = field(w2);
      const id = ranges[r]! + i;
      if (kind === 1) enter(id, { kind: "at", offset: second, gen: third });
      else if (kind === 2) enter(id, { kind: "in", container: second, index: third });
      else if (id !== 0) removed = true;
    }
  }
  return { removed, left: data.length - at };
}
