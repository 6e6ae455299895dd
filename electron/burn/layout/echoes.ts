// Letters that are drawn again upon themselves, to look bold or to cast a shadow.
import type { SeenGlyph } from "./model.ts";

/** Letters drawn this close (em) upon themselves are echoes; no two letters of a word stand so. */
const ECHO = 0.15;
/** How far (em of the second letter) any two letters of nearly one size may stand that are echoes. */
const REACH = 0.18;
/** Points; and more rows of such cells than a page has. */
const CELL = 4;
const ROWS = 100_003;

/**
 * Letters drawn twice, a hair apart, are one letter to a reader, and blanks one blank. A mark that burns
 * one of the two burns both: nothing of a burnt word may survive as its own shadow (B2).
 */
export function withoutEchoes(glyphs: readonly SeenGlyph[]): readonly SeenGlyph[] {
  const places = new Places(glyphs.length);
  const hosts = new Map<number, SeenGlyph[]>();
  const echoes = new Set<number>();
  glyphs.forEach((glyph, i) => {
    const host = hostOf(glyph, glyphs, places);
    if (host >= 0) {
      hosts.set(host, [...(hosts.get(host) ?? []), glyph]);
      echoes.add(i);
    } else places.add(i, Math.floor(glyph.u / CELL) * ROWS + Math.floor(glyph.v / CELL));
  });
  if (echoes.size === 0) return glyphs;
  return glyphs.flatMap((glyph, i) => {
    if (echoes.has(i)) return [];
    const own = hosts.get(i);
    if (!own) return [glyph];
    const mark = Math.max(glyph.mark, ...own.map((echo) => echo.mark));
    return [{ ...glyph, mark, echoes: own.map((echo) => ({ ...echo, mark })) }];
  });
}

/** The letter of which this one is an echo, by its place among those before it, or -1. */
function hostOf(glyph: SeenGlyph, glyphs: readonly SeenGlyph[], places: Places): number {
  // Only cells within an echo's reach can hold its host; most often that is the letter's own.
  const by = Math.min(REACH * glyph.size, CELL);
  const last = Math.floor((glyph.u + by) / CELL);
  const upper = Math.floor((glyph.v + by) / CELL);
  for (let x = Math.floor((glyph.u - by) / CELL); x <= last; x++) {
    for (let y = Math.floor((glyph.v - by) / CELL); y <= upper; y++) {
      const key = x * ROWS + y;
      for (let k = places.first(key); k >= 0; k = places.next(k, key))
        if (isEcho(glyphs[k]!, glyph)) return k;
    }
  }
  return -1;
}

/** Letters by their cells, without a list for each: a page has thousands of both. */
class Places {
  readonly #mask: number;
  /** One more than the first and the last letter of those that share an entry; 0 where there is none. */
  readonly #heads: Int32Array;
  readonly #tails: Int32Array;
  readonly #nexts: Int32Array;
  readonly #keys: Float64Array;

  constructor(letters: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * letters + 2));
    this.#mask = size - 1;
    this.#heads = new Int32Array(size);
    this.#tails = new Int32Array(size);
    this.#nexts = new Int32Array(letters);
    this.#keys = new Float64Array(letters);
  }

  add(letter: number, key: number): void {
    const at = this.#entry(key);
    const last = this.#tails[at]!;
    if (last > 0) this.#nexts[last - 1] = letter + 1;
    else this.#heads[at] = letter + 1;
    this.#tails[at] = letter + 1;
    this.#keys[letter] = key;
  }

  /** The first letter of a cell in the order in which they were added, or -1. */
  first(key: number): number {
    return this.#from(this.#heads[this.#entry(key)]! - 1, key);
  }

  next(letter: number, key: number): number {
    return this.#from(this.#nexts[letter]! - 1, key);
  }

  #from(letter: number, key: number): number {
    let at = letter;
    while (at >= 0 && this.#keys[at] !== key) at = this.#nexts[at]! - 1;
    return at;
  }

  #entry(key: number): number {
    return (Math.imul(key | 0, 0x9e3779b1) >>> 8) & this.#mask;
  }
}

function isEcho(a: SeenGlyph, b: SeenGlyph): boolean {
  const by = Math.min(ECHO * a.size, CELL);
  return (
    Math.abs(a.u - b.u) <= by &&
    Math.abs(a.v - b.v) <= by &&
    a.frame === b.frame &&
    a.item.shape.unicode === b.item.shape.unicode &&
    Math.abs(a.size - b.size) <= by
  );
}
