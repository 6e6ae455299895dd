// How the letters of the standard fonts look, drawn by the verifier's own PDFium from a small document
// in which each stands alone. A letter of an export that stands for one in a font which the original
// does not bring is held against them: it must look like itself, and not more like another letter.
import type { PdfiumEngine } from "../engines/pdfium.ts";
import { PdfiumPage } from "../engines/pdfium-page.ts";
import type { Raster } from "../pixels/raster.ts";
import type { Glyph } from "../reading/glyph.ts";
import { formOf, likenessOf } from "./letter-forms.ts";
import type { Form } from "./letter-forms.ts";

const FACES = ["Helvetica", "Times", "Courier"].flatMap((family) =>
  (family === "Times"
    ? ["Roman", "Bold", "Italic", "BoldItalic"]
    : ["", "Bold", "Oblique", "BoldOblique"]
  ).map((style) => (style ? `${family}-${style}` : family)),
);
/** Points: side of the square in which a letter stands, and its size. */
const CELL = 40;
const SIZE = 24;
const ACROSS = 16;
const FIRST = 33;
const LAST = 255;

type Face = ReadonlyMap<string, Form>;

/** Likeness of two drawings of one letter; and by how much another may come closer by chance. */
const ALIKE = 0.45;
const CHANCE = 0.12;
/** Labels have one face: less is left to chance, and above the first nothing is. */
const SURE = 0.93;
const LABEL_CHANCE = 0.06;
/** The standard font that labels look like. */
const LABELS = "Helvetica-Bold";
/** Pixels by which a letter may stand beside its box: engines put letters on whole pixels. */
const BESIDE = [0, 0.5, -0.5, 1, -1];

const drawn = new WeakMap<PdfiumEngine, KnownLetters>();

export class KnownLetters {
  private readonly faces: readonly Face[];

  /** Drawn once for an engine. */
  static of(engine: PdfiumEngine, scale: number): KnownLetters {
    let known = drawn.get(engine);
    if (!known) drawn.set(engine, (known = new KnownLetters(engine, scale)));
    return known;
  }

  /** @param scale pixels to the point of the pictures that letters will be looked for in */
  constructor(engine: PdfiumEngine, scale: number) {
    const document = engine.open(specimen());
    try {
      this.faces = FACES.map((_, i) => {
        const page = new PdfiumPage(document, i, 1);
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

  /** True where a letter of an export looks like the letter that it says it is. */
  isItself(picture: Raster, glyph: Glyph, scale: number): boolean {
    const form = formOf(picture, glyph, scale);
    if (!form) return false;
    let own = -1;
    let nearest: Face | undefined;
    for (const face of this.faces) {
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
    const face = this.faces[FACES.indexOf(LABELS)]!;
    const wanted = face.get(glyph.text);
    const forms = BESIDE.flatMap((down) =>
      BESIDE.flatMap((across) => formOf(picture, glyph, scale, [across, down]) ?? []),
    ).map(inverted);
    if (!wanted || forms.length === 0) return true;
    const likeness = (known: Form): number =>
      Math.max(...forms.map((form) => likenessOf(form, known)));
    const own = likeness(wanted);
    if (own < ALIKE) return false;
    if (own >= SURE) return true;
    return ![...face].some(
      ([text, known]) => text !== glyph.text && likeness(known) > own + LABEL_CHANCE,
    );
  }
}

function inverted(form: Form): Form {
  return { ...form, cells: form.cells.map((cell) => -cell) };
}

/** One page for every standard font, every letter in a square of its own. */
function specimen(): Uint8Array {
  const pages = FACES.map((name, i) => {
    const shown: string[] = [];
    for (let code = FIRST; code <= LAST; code++) {
      const at = code - FIRST;
      const x = (at % ACROSS) * CELL + 8;
      const y = Math.floor(at / ACROSS) * CELL + 10;
      shown.push(`1 0 0 1 ${x} ${y} Tm <${code.toString(16)}> Tj`);
    }
    const content = `BT /F ${SIZE} Tf ${shown.join(" ")} ET`;
    const font = `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;
    return [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${ACROSS * CELL} ${15 * CELL}]/Contents ${4 + 2 * i} 0 R/Resources<</Font<</F ${font}>>>>>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ];
  });
  const kids = FACES.map((_, i) => `${3 + 2 * i} 0 R`).join(" ");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${FACES.length}/Kids[${kids}]>>`,
    ...pages.flat(),
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
  return new TextEncoder().encode(text);
}
