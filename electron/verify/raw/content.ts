// Splits a content stream into operators with their operands. It interprets nothing and repairs
// nothing: comments and broken pieces are told, because a viewer and a reader may differ on them.
import { Lexer, Malformed } from "./lexer.ts";
import { isWord } from "./values.ts";
import type { Value } from "./values.ts";

export interface Operation {
  readonly operator: string;
  readonly operands: readonly Value[];
}

export interface Content {
  readonly operations: readonly Operation[];
  readonly faults: readonly string[];
}

const MAX_OPERATIONS = 3_000_000;
const MAX_OPERANDS = 64;

export function readContent(bytes: Uint8Array): Content {
  const lexer = new Lexer(bytes);
  const operations: Operation[] = [];
  const faults: string[] = [];
  let operands: Value[] = [];
  try {
    while (!lexer.atEnd()) {
      const value = lexer.read(false);
      if (!isWord(value)) {
        operands.push(value);
        if (operands.length > MAX_OPERANDS) throw new Malformed("piles up operands", lexer.pos);
        continue;
      }
      operations.push({ operator: value.value, operands });
      operands = [];
      if (value.value === "BI") skipInlineImage(lexer);
      if (operations.length > MAX_OPERATIONS) throw new Malformed("is endless", lexer.pos);
    }
    if (operands.length) faults.push("holds operands without an operator");
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    faults.push(error.message);
  }
  if (lexer.comments) faults.push("holds a comment");
  return { operations, faults };
}

/** Inline images are not allowed in an export; the reader only steps over them to go on. */
function skipInlineImage(lexer: Lexer): void {
  const { bytes } = lexer;
  for (let at = lexer.pos; at + 2 < bytes.length; at++) {
    if (bytes[at]! <= 32 && bytes[at + 1] === 0x45 && bytes[at + 2] === 0x49) {
      const after = bytes[at + 3];
      if (after === undefined || after <= 32) {
        lexer.pos = at + 3;
        return;
      }
    }
  }
  throw new Malformed("has an inline image without an end", lexer.pos);
}
