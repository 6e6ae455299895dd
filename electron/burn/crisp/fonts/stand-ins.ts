// Letters for fonts that a file names and does not bring: those of pdf.js' own standard fonts, asked
// for through a small document that shows every letter once. They are chosen by style alone, as every
// reader without the font chooses its own; which letter a code means is never guessed here.
import { PDFDocument, PDFName } from "pdf-lib";
import { NotAccountable } from "../interpret/display-list.ts";
import type { Shape } from "../interpret/display-list.ts";
import { stream } from "./embed.ts";

export interface Style {
  readonly serif: boolean;
  readonly monospace: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A letter of a standard font, by its meaning; undefined where the font has none. */
export type StandIn = (letter: string) => Shape | undefined;

/** Bold, italic, both: as the names of the standard fonts say them. */
const STYLES: Readonly<Record<string, readonly string[]>> = {
  sans: ["Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"],
  serif: ["Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"],
  monospace: ["Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique"],
};

/** Name of the standard font that stands for a style. */
export function standardName({ serif, monospace, bold, italic }: Style): string {
  const family = monospace ? "monospace" : serif ? "serif" : "sans";
  return STYLES[family]![(bold ? 1 : 0) + (italic ? 2 : 0)]!;
}

/** Letters that the usual encodings have beside those of WinAnsi. */
const MORE =
  "fi fl fraction minus dotlessi Lslash lslash breve caron dotaccent hungarumlaut ogonek ring".split(
    " ",
  );

/** A document whose only page shows every letter of the standard fonts, each font under its number. */
export async function standardLetters(): Promise<{
  readonly bytes: Uint8Array;
  readonly names: readonly string[];
}> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const { context } = doc;
  const names = Object.values(STYLES).flat();
  const plain = { Type: "Font", Subtype: "Type1" };
  const fonts: Record<string, unknown> = {};
  const shown: string[] = [];
  names.forEach((BaseFont, i) => {
    fonts[`A${i}`] = { ...plain, BaseFont, Encoding: "WinAnsiEncoding" };
    const Encoding = {
      Type: "Encoding",
      Differences: [32, ...MORE.map((name) => PDFName.of(name))],
    };
    fonts[`B${i}`] = { ...plain, BaseFont, Encoding };
    shown.push(`/A${i} 10 Tf <${hex(32, 224)}> Tj /B${i} 10 Tf <${hex(32, MORE.length)}> Tj`);
  });
  const page = doc.addPage([100, 100]);
  const content = new TextEncoder().encode(`BT ${shown.join(" ")} ET`);
  page.node.set(PDFName.of("Contents"), stream(context, content, {}, false));
  page.node.set(PDFName.of("Resources"), context.obj({ Font: fonts } as never));
  return { bytes: await doc.save({ useObjectStreams: false }), names };
}

function hex(from: number, count: number): string {
  return Array.from({ length: count }, (_, i) => (from + i).toString(16).padStart(2, "0")).join("");
}

/** Letters may become so much wider; what is still missing is left free on both sides. */
const WIDEST = 1.25;

/** Sets a letter into the width that the file reckons with. */
export function fitted(shape: Shape, advance: number): readonly [stretch: number, shift: number] {
  if (!(shape.advance > 0 && advance > 0)) return [1, 0];
  const stretch = Math.min(WIDEST, advance / shape.advance);
  return [stretch, (advance - shape.advance * stretch) / 2];
}

/** @throws NotAccountable where code and letter do not mean the same, or nobody knows the letter */
export function standingFor(
  standIn: StandIn | undefined,
  glyph: { readonly fontChar: string; readonly unicode: string },
): Shape {
  const shape = glyph.fontChar === glyph.unicode ? standIn?.(glyph.unicode) : undefined;
  if (!shape) throw new NotAccountable("A font of the page is not in the file");
  return shape;
}
