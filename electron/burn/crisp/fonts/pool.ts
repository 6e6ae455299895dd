// Collects the glyphs that survive, over the whole document, one pool per font family. A glyph is
// its Unicode, its width and its outline: two subsets of one font meet in one pool, and what a
// burnt word alone would have needed never enters. Codes are given in the order of first use on
// the pages written anew, which is the same for twins. Must never be asked about a burnt glyph.
import type { PDFRef } from "pdf-lib";
import type { Face, Shape } from "../interpret/display-list.ts";
import { programOf } from "./charstring.ts";

export interface PooledGlyph {
  readonly code: number;
  readonly unicode: string;
  /** Whole thousandths of an em: engines that cut decimals off must not drift. */
  readonly width: number;
  readonly charstring: Uint8Array;
  readonly shape: Shape;
}

export interface Pool {
  /** Resource name on the pages, e.g. "F1". */
  readonly name: string;
  readonly ref: PDFRef;
  readonly face: Face;
  readonly glyphs: readonly PooledGlyph[];
}

class OpenPool implements Pool {
  readonly name: string;
  readonly ref: PDFRef;
  readonly face: Face;
  readonly glyphs: PooledGlyph[] = [];
  readonly #known = new Map<string, PooledGlyph>();
  readonly #byShape = new Map<Shape, PooledGlyph>();

  constructor(name: string, ref: PDFRef, face: Face) {
    this.name = name;
    this.ref = ref;
    this.face = face;
  }

  get full(): boolean {
    return this.glyphs.length >= MAX_GLYPHS;
  }

  take(shape: Shape): PooledGlyph {
    const known = this.#byShape.get(shape);
    if (known) return known;
    const program = programOf(shape, this.face.unitsPerEm);
    const width = Math.round(shape.advance * 1000);
    const key = `${shape.unicode}\u0000${width}\u0000${String.fromCharCode(...program)}`;
    let glyph = this.#known.get(key);
    if (!glyph) {
      const code = this.glyphs.length + 1;
      glyph = { code, unicode: shape.unicode, width, charstring: program, shape };
      this.glyphs.push(glyph);
      this.#known.set(key, glyph);
    }
    this.#byShape.set(shape, glyph);
    return glyph;
  }
}

const MAX_GLYPHS = 60_000;

/** What a content stream needs to show one glyph. */
export interface Placed {
  readonly pool: Pool;
  readonly glyph: PooledGlyph;
}

export class GlyphPools {
  readonly #pools = new Map<string, OpenPool>();
  readonly #reserve: () => PDFRef;

  constructor(reserve: () => PDFRef) {
    this.#reserve = reserve;
  }

  /** @throws where the glyph does not fit into a font */
  take(face: Face, shape: Shape): Placed {
    let pool = this.#pools.get(face.key);
    if (!pool) {
      pool = new OpenPool(`F${this.#pools.size + 1}`, this.#reserve(), face);
      this.#pools.set(face.key, pool);
    }
    if (pool.full) throw new Error("too many glyphs for one font");
    return { pool, glyph: pool.take(shape) };
  }

  all(): readonly Pool[] {
    return [...this.#pools.values()];
  }
}
