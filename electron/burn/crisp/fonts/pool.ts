// Collects the glyphs that survive, one pool per font family: of a page while it is written, and of
// the whole document when its pages come together. A glyph is its Unicode, its width and its outline:
// two subsets of one font meet in one pool, and what a burnt word alone would have needed never
// enters. Codes are given in the order of first use on what is written anew, which is the same for
// twins. Must never be asked about a burnt glyph.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Face, Shape } from "../interpret/display-list.ts";
import { Refusal } from "../../../../shared/model/refusal.ts";
import { programOf } from "./charstring.ts";

export interface PooledGlyph {
  readonly code: number;
  readonly unicode: string;
  /** Whole thousandths of an em: engines that cut decimals off must not drift. */
  readonly width: number;
  readonly charstring: Uint8Array;
  /** In em units. */
  readonly bounds: Rect | undefined;
}

/** Values only, so that a page can be handed on by itself. */
export interface Pool {
  /** Resource name on the pages, e.g. "F1". */
  readonly name: string;
  readonly face: Face;
  readonly glyphs: readonly PooledGlyph[];
}

class OpenPool implements Pool {
  readonly name: string;
  readonly face: Face;
  readonly glyphs: PooledGlyph[] = [];
  readonly #known = new Map<string, PooledGlyph>();
  readonly #byShape = new Map<Shape, PooledGlyph>();

  constructor(name: string, face: Face) {
    this.name = name;
    this.face = face;
  }

  get full(): boolean {
    return this.glyphs.length >= MAX_GLYPHS;
  }

  take(shape: Shape): PooledGlyph {
    const known = this.#byShape.get(shape);
    if (known) return known;
    const { unitsPerEm } = this.face;
    const glyph = this.adopt({
      unicode: shape.unicode,
      // The program's own, which is told in the units of its font.
      width: Math.round((Math.round(shape.advance * unitsPerEm) / unitsPerEm) * 1000),
      charstring: programOf(shape, unitsPerEm),
      bounds: shape.bounds,
    });
    this.#byShape.set(shape, glyph);
    return glyph;
  }

  adopt({ unicode, width, charstring, bounds }: Omit<PooledGlyph, "code">): PooledGlyph {
    const key = `${unicode}\u0000${width}\u0000${spelt(charstring)}`;
    let glyph = this.#known.get(key);
    if (!glyph) {
      glyph = { code: this.glyphs.length + 1, unicode, width, charstring, bounds };
      this.glyphs.push(glyph);
      this.#known.set(key, glyph);
    }
    return glyph;
  }
}

const MAX_GLYPHS = 60_000;

/** Every page brings its glyphs along: their programs are the same ones. */
const spellings = new WeakMap<Uint8Array, string>();

function spelt(charstring: Uint8Array): string {
  let text = spellings.get(charstring);
  if (text === undefined) spellings.set(charstring, (text = String.fromCharCode(...charstring)));
  return text;
}

/** What a content stream needs to show one glyph. */
export interface Placed {
  readonly pool: Pool;
  readonly glyph: PooledGlyph;
}

export class GlyphPools {
  readonly #pools = new Map<string, OpenPool>();
  readonly #opened: (pool: Pool) => void;

  /** @param opened told of every new pool, before its first glyph */
  constructor(opened: (pool: Pool) => void = () => {}) {
    this.#opened = opened;
  }

  /** @throws where the glyph does not fit into a font */
  take(face: Face, shape: Shape): Placed {
    const pool = this.#poolOf(face);
    return { pool, glyph: pool.take(shape) };
  }

  /** Takes in a page's pool: the document's pool, and its codes by the page's. */
  adopt(own: Pool): { readonly pool: Pool; readonly codes: ReadonlyMap<number, number> } {
    const codes = new Map<number, number>();
    const pool = this.#poolOf(own.face);
    for (const glyph of own.glyphs) codes.set(glyph.code, this.#poolOf(own.face).adopt(glyph).code);
    return { pool, codes };
  }

  #poolOf(face: Face): OpenPool {
    let pool = this.#pools.get(face.key);
    if (!pool) {
      pool = new OpenPool(`F${this.#pools.size + 1}`, face);
      this.#pools.set(face.key, pool);
      this.#opened(pool);
    }
    if (pool.full) {
      throw new Refusal(
        "undecodable",
        "One font of the document has more letters than fit into one.",
      );
    }
    return pool;
  }

  all(): readonly Pool[] {
    return [...this.#pools.values()];
  }
}
