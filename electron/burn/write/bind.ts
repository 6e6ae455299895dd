// Binds pages that were burnt each by itself into one document: what they share becomes one font and
// one picture of the document, and their contents get its names and codes. Called in the order of the
// pages, so that numbers, names and codes are those of first use in the document (B1).
import type { PDFContext, PDFDocument, PDFRef } from "pdf-lib";
import type { BurnedPage } from "../../../shared/model/burning.ts";
import { embedPool, hex4 } from "../crisp/fonts/embed.ts";
import { GlyphPools } from "../crisp/fonts/pool.ts";
import type { Pool } from "../crisp/fonts/pool.ts";
import type { PageOutput, PageResource } from "../page-output.ts";
import { GlyphlessFont } from "../sealed/text/glyphless-font.ts";
import { embedImage } from "./image.ts";

/** A page of the document: what its content names is in the document. */
export interface BoundPage {
  readonly width: number;
  readonly height: number;
  readonly content: Uint8Array;
  readonly fonts: ReadonlyMap<string, PDFRef>;
  readonly images: ReadonlyMap<string, PDFRef>;
  readonly opacities?: PageOutput["opacities"];
  readonly structure: PageOutput["structure"];
  readonly links: PageOutput["links"];
  readonly burned: BurnedPage;
}

interface Named {
  readonly name: string;
  readonly ref: PDFRef;
}

/** What becomes of a page's own name and codes. */
interface Renamed extends Named {
  /** Absent where every code stays. */
  readonly codes: ReadonlyMap<string, string> | undefined;
}

export class Binder {
  readonly #context: PDFContext;
  readonly #words: GlyphlessFont;
  readonly #pools: GlyphPools;
  readonly #fonts = new Map<Pool, PDFRef>();
  readonly #pictures = new Map<string, Named>();

  constructor(doc: PDFDocument) {
    this.#context = doc.context;
    this.#words = new GlyphlessFont(doc);
    this.#pools = new GlyphPools((pool) => this.#fonts.set(pool, doc.context.nextRef()));
  }

  add(page: PageOutput): BoundPage {
    const names = new Map<string, Renamed>();
    const fonts: Named[] = [];
    const images = new Map<string, PDFRef>();
    for (const resource of page.resources) {
      const renamed = this.#take(resource);
      names.set(resource.name, renamed);
      if (resource.kind === "image") images.set(renamed.name, renamed.ref);
      else fonts.push(renamed);
    }
    fonts.sort((a, b) => Number(a.name.slice(1)) - Number(b.name.slice(1)));
    const { width, height, opacities = [], structure, links, burned } = page;
    return {
      width,
      height,
      content: Buffer.from(renamedIn(page.content, names), "latin1"),
      fonts: new Map(fonts.map(({ name, ref }) => [name, ref])),
      images,
      opacities,
      structure,
      links,
      burned,
    };
  }

  /** Writes the fonts that the pages share; once, after the last page. */
  finish(packed = true): void {
    this.#words.finish();
    for (const [pool, ref] of this.#fonts) embedPool(this.#context, pool, ref, packed);
  }

  #take(resource: PageResource): Renamed {
    if (resource.kind === "font") {
      const { pool, codes } = this.#pools.adopt(resource.pool);
      const ref = this.#fonts.get(pool)!;
      return { name: pool.name, ref, codes: changed(codes, hex4) };
    }
    if (resource.kind === "words") {
      const codes = resource.texts.map(
        ([code, text]) => [code, this.#words.codes.of(text)] as const,
      );
      const lower = (code: number) => hex4(code).toLowerCase();
      return { name: resource.name, ref: this.#words.ref, codes: changed(codes, lower) };
    }
    return { ...this.#picture(resource), codes: undefined };
  }

  #picture({ name, key, image }: Extract<PageResource, { kind: "image" }>): Named {
    if (key === undefined) return { name, ref: embedImage(this.#context, image) };
    let known = this.#pictures.get(key);
    if (!known) {
      const ref = embedImage(this.#context, image);
      known = { name: `I${this.#pictures.size + 1}`, ref };
      this.#pictures.set(key, known);
    }
    return known;
  }
}

function changed(
  codes: Iterable<readonly [number, number]>,
  hex: (code: number) => string,
): ReadonlyMap<string, string> | undefined {
  const pairs = [...codes];
  if (pairs.every(([from, to]) => from === to)) return undefined;
  return new Map(pairs.map(([from, to]) => [hex(from), hex(to)]));
}

/** A font that is chosen, a picture that is painted, a string of codes: nothing else names anything. */
const NAMES = /\/([FT]\d+) |\/(I\d+) Do|<([0-9A-Fa-f]+)>/g;
const CODE_DIGITS = 4;

function renamedIn(content: string, names: ReadonlyMap<string, Renamed>): string {
  const renamed = [...names];
  if (renamed.every(([own, { name, codes }]) => own === name && !codes)) return content;
  let font: Renamed | undefined;
  return content.replace(NAMES, (whole, chosen?: string, picture?: string, codes?: string) => {
    if (chosen !== undefined) {
      font = named(names, chosen);
      return `/${font.name} `;
    }
    if (picture !== undefined) return `/${named(names, picture).name} Do`;
    return font?.codes ? `<${recoded(codes!, font.codes)}>` : whole;
  });
}

function named(names: ReadonlyMap<string, Renamed>, own: string): Renamed {
  const found = names.get(own);
  if (!found) throw new Error("a page names what it does not bring");
  return found;
}

function recoded(codes: string, by: ReadonlyMap<string, string>): string {
  let out = "";
  for (let i = 0; i < codes.length; i += CODE_DIGITS) {
    const code = by.get(codes.slice(i, i + CODE_DIGITS));
    if (code === undefined) throw new Error("a page shows a code that it does not bring");
    out += code;
  }
  return out;
}
