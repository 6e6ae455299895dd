// Codes of the characters in the invisible text layer: BMP characters, and private ones for all others.
// Apart from the font that is written with them, so that a thread that only seals loads nothing that writes.

/** Advance of every character, in em. */
export const ADVANCE = 0.5;
const PRIVATE_USE = 0xe000;

/** Codes of characters, of a page or of the whole document. */
export class WordCodes {
  readonly #texts = new Map<number, string>();
  readonly #codes = new Map<string, number>();
  #nextPrivate = PRIVATE_USE;

  /** Characters by their codes, in the order of first use. */
  get texts(): ReadonlyMap<number, string> {
    return this.#texts;
  }

  /** Characters as hexadecimal codes for a Tj operator. */
  encode(text: string): string {
    let hex = "";
    for (const character of text) hex += hex4(this.of(character));
    return hex;
  }

  /** Number of codes `encode` gives: code points, not UTF-16 units. */
  static codesIn(text: string): number {
    let count = 0;
    for (const _ of text) count++;
    return count;
  }

  of(character: string): number {
    const known = this.#codes.get(character);
    if (known !== undefined) return known;
    const point = character.codePointAt(0)!;
    const plain = point < 0xffff && (point < 0xd800 || point > 0xf8ff);
    const code = plain ? point : this.#nextPrivate++;
    this.#codes.set(character, code);
    this.#texts.set(code, character);
    return code;
  }
}

export function hex4(code: number): string {
  return code.toString(16).padStart(4, "0");
}
