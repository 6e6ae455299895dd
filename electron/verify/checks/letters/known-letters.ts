// How the letters of the standard fonts look, drawn by the verifier's own PDFium from a small document
// in which each stands alone. A letter of an export that stands for one in a font which the original
// does not bring is held against them: it must look like itself, and not more like another letter.
import type { PdfiumEngine } from "../../engines/pdfium.ts";
import { PdfiumPage } from "../../engines/pdfium-page.ts";
import type { Raster } from "../../pixels/raster.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { Drawings, formOf, likenessOf } from "./letter-forms.ts";
import type { Form } from "./letter-forms.ts";
import { specimen } from "./letter-specimen.ts";

type Face = ReadonlyMap<string, Form>;

/** Likeness of two drawings of one letter; and by how much another may come closer by chance. */
const ALIKE = 0.45;
const CHANCE = 0.12;
/** Labels have one face: less is left to chance, and above the first nothing is. */
const SURE = 0.93;
const LABEL_CHANCE = 0.06;
const drawn = new WeakMap<PdfiumEngine, KnownLetters>();

export class KnownLetters {
  private readonly engine: PdfiumEngine;
  private readonly scale: number;
  private ofStandard: readonly Face[] | undefined;
  private ofLabels: Face | undefined;

  /** Drawn once for an engine, when they are first asked for. */
  static of(engine: PdfiumEngine, scale: number): KnownLetters {
    let known = drawn.get(engine);
    if (!known) drawn.set(engine, (known = new KnownLetters(engine, scale)));
    return known;
  }

  /** @param scale pixels to the point of the pictures that letters will be looked for in */
  constructor(engine: PdfiumEngine, scale: number) {
    this.engine = engine;
    this.scale = scale;
  }

  private standard(): readonly Face[] {
    return (this.ofStandard ??= this.draw((pages) => pages.slice(0, -1)));
  }

  private labels(): Face {
    return (this.ofLabels ??= this.draw((pages) => pages.slice(-1))[0]!);
  }

  /** @param which pages of the specimen, by their index, are looked at */
  private draw(which: (pages: readonly number[]) => readonly number[]): Face[] {
    const { engine, scale } = this;
    const document = engine.open(specimen());
    try {
      return which(Array.from({ length: document.pages }, (_, i) => i)).map((index): Face => {
        const page = new PdfiumPage(document, index, 1);
        const picture = page.render(scale);
        const face = new Map<string, Form>();
        for (const glyph of page.glyphs()) {
          const form = formOf(picture, glyph, scale);
          if (form && !face.has(glyph.text)) face.set(glyph.text, form);
        }
        page.close();
        return face;
      });
    } finally {
      document.close();
    }
  }

  /** True where a letter of an export, dark or light on its ground, looks like the letter that it says it is. */
  isItself(picture: Raster, glyph: Glyph, scale: number): boolean {
    const form = formOf(picture, glyph, scale);
    if (!form) return false;
    const light = { ...form, cells: form.cells.map((cell) => -cell) };
    return this.isNearest(form, glyph) || this.isNearest(light, glyph);
  }

  private isNearest(form: Form, glyph: Glyph): boolean {
    let own = -1;
    let nearest: Face | undefined;
    for (const face of this.standard()) {
      const known = face.get(glyph.text);
      const likeness = known ? likenessOf(form, known) : -1;
      if (likeness > own) [own, nearest] = [likeness, face];
    }
    if (!nearest || own < ALIKE) return false;
    for (const [text, known] of nearest)
      if (text !== glyph.text && likenessOf(form, known) > own + CHANCE) return false;
    return true;
  }

  /** True where a letter of a label, light on its box, looks like itself in the face of labels. */
  isOfLabel(picture: Raster, glyph: Glyph, scale: number): boolean {
    const face = this.labels();
    const wanted = face.get(glyph.text);
    const drawings = new Drawings(picture, glyph, scale);
    if (!wanted || !drawings.at(0)) return true;
    const own = drawings.likeness(wanted, SURE, true);
    if (own < ALIKE) return false;
    if (own >= SURE) return true;
    return ![...face].some(
      ([text, known]) =>
        text !== glyph.text && drawings.likeness(known, 1, true) > own + LABEL_CHANCE,
    );
  }
}
