// Every byte of a file belongs to something that was read, or is a line end.
import { isSpace } from "./lexer.ts";

/** Bytes [start, end) that were read as something. */
export interface Taken {
  readonly start: number;
  readonly end: number;
}

/** A few line ends may stand between two pieces; a run of white space could be a code. */
const MOST_BLANKS = 4;

/** What is wrong between and behind the pieces, in plain words. */
export function untaken(bytes: Uint8Array, taken: readonly Taken[]): readonly string[] {
  const faults: string[] = [];
  let end = 0;
  for (const piece of taken.toSorted((a, b) => a.start - b.start)) {
    if (piece.start < end) faults.push("Two objects share the same bytes.");
    else if (!isBlank(bytes, end, piece.start)) faults.push("There are bytes between the objects.");
    end = Math.max(end, piece.end);
  }
  if (!isBlank(bytes, end, bytes.length)) faults.push("There are bytes after the end of the file.");
  return faults;
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > MOST_BLANKS) return false;
  for (let i = from; i < to; i++) if (!isSpace(bytes[i])) return false;
  return true;
}
