// The fonts of a document, each loaded once; and where the file does not bring one, the letters of a
// standard font that stand for it. Those are read like any page's, from a small document of our own.
import type { PDFPageProxy } from "pdfjs-dist";
import { pdfJs } from "../../pdf-js.ts";
import { standardLetters, standardName } from "../fonts/stand-ins.ts";
import type { StandIn } from "../fonts/stand-ins.ts";
import { NotAccountable } from "./display-list.ts";
import type { Shape } from "./display-list.ts";
import { LoadedFace } from "./faces.ts";
import type { SourceFont, SourceGlyph } from "./faces.ts";
import { openPdf } from "./open-pdf.ts";
import { operatorList } from "./operator-list.ts";
import type { OperatorList } from "./operator-list.ts";
import { Type3Face } from "./type3-face.ts";

/** Letters by meaning, by name of the standard font. */
type Letters = ReadonlyMap<string, ReadonlyMap<string, Shape>>;

let letters: Promise<Letters> | undefined;

export class Faces {
  readonly #loaded = new Map<string, LoadedFace | Type3Face>();
  #letters: Letters | undefined;

  /** Must be called with a page's operators before its fonts are asked for. */
  async prepare(page: PDFPageProxy, { codes, args }: OperatorList): Promise<void> {
    if (this.#letters) return;
    const { OPS } = await pdfJs();
    const absent = codes.some((code, i) => {
      if (code !== OPS.setFont) return false;
      const id = String((args[i] as readonly unknown[])[0]);
      const font = page.commonObjs.has(id) ? fontOf(page, id) : undefined;
      return font !== undefined && !font.isType3Font && !font.data;
    });
    if (absent) this.#letters = await (letters ??= readLetters());
  }

  /**
   * @param names of pdf.js' operators, by code
   * @param turned the text's own matrix turns letters over
   */
  get(
    id: string,
    page: PDFPageProxy,
    names: readonly string[],
    turned: boolean,
  ): LoadedFace | Type3Face {
    const key = turned ? `${id} turned` : id;
    let face = this.#loaded.get(key) ?? this.#loaded.get(id);
    if (!face || (face instanceof Type3Face && !this.#loaded.has(key))) {
      const font = fontOf(page, id);
      face = font.isType3Font
        ? new Type3Face(font, names, turned)
        : new LoadedFace(font, this.#for(font));
      this.#loaded.set(font.isType3Font ? key : id, face);
    }
    return face;
  }

  #for(font: SourceFont): StandIn | undefined {
    if (font.data || !this.#letters) return undefined;
    const own = this.#letters.get(standardName(styleOf(font)));
    return (letter) => own?.get(letter);
  }
}

function fontOf(page: PDFPageProxy, id: string): SourceFont {
  const font = page.commonObjs.get(id) as SourceFont | string | null;
  if (typeof font !== "object" || !font || font.isInvalidPDFjsFont) {
    throw new NotAccountable("A font of the page cannot be read");
  }
  return font;
}

/** Signs in place of letters: no other font has them. */
const SIGNS = /symbol|dingbat|wingding|webding|icon/i;

function styleOf(font: SourceFont) {
  const name = font.name ?? "";
  if (SIGNS.test(name)) throw new NotAccountable("A font of signs is not in the file");
  return {
    serif: font.isSerifFont === true && !/sans|gothic|arial|verdana/i.test(name),
    monospace: font.isMonospace === true || /courier|mono|consol/i.test(name),
    bold: font.bold === true || font.black === true || /bold|black|heavy/i.test(name),
    italic: font.italic === true || /italic|oblique/i.test(name),
  };
}

async function readLetters(): Promise<Letters> {
  const { OPS } = await pdfJs();
  const { bytes, names } = await standardLetters();
  const pdf = await openPdf(bytes, undefined);
  try {
    const page = await pdf.getPage(1);
    const { codes, args } = await operatorList(page);
    const out = new Map<string, Map<string, Shape>>();
    let face: LoadedFace | undefined;
    let shown = 0;
    codes.forEach((code, i) => {
      const first = (args[i] as readonly unknown[] | null)?.[0];
      if (code === OPS.setFont) face = new LoadedFace(fontOf(page, String(first)));
      if (code !== OPS.showText || !face) return;
      // Two encodings of every font, one after the other.
      const name = names[Math.floor(shown++ / 2)]!;
      const own = out.get(name) ?? new Map<string, Shape>();
      out.set(name, own);
      for (const glyph of first as readonly (SourceGlyph | number)[]) {
        if (typeof glyph === "number" || own.has(glyph.unicode)) continue;
        const shape = face.shape(glyph, page.commonObjs);
        if (shape.outline.length > 0) own.set(glyph.unicode, shape);
      }
    });
    return out;
  } finally {
    await pdf.loadingTask.destroy();
  }
}
