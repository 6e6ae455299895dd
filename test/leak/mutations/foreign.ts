// Cheats on letters in fonts that the original does not bring: one drawn as another letter, alone or
// for a whole word, a letter in the place of a dash; and words that nobody sees, put back.
import { unzlibSync } from "fflate";
import { PDFArray, PDFDict, PDFName, PDFRawStream } from "pdf-lib";
import type { PDFDocument, PDFPage } from "pdf-lib";
import { addContent, deflate, edited } from "./edit.ts";
import type { Mutation } from "./edit.ts";
import { streamText } from "./rewrite.ts";

export const FOREIGN: readonly Mutation[] = [
  edited(
    "a letter that the file only names drawn as another of its height",
    "page-unchanged",
    (d, p) => exchange(d, p, "F1", [["e", "o"]]),
  ),
  edited("a letter that the file only names drawn as a higher one", "page-unchanged", (d, p) =>
    exchange(d, p, "F1", [["a", "h"]]),
  ),
  edited("words that the file only names drawn as others", "page-unchanged", (d, p) =>
    exchange(d, p, "F1", [
      ["a", "e"],
      ["n", "o"],
    ]),
  ),
  edited("a letter of a standard font drawn as another", "page-unchanged", (d, p) =>
    exchange(d, p, "F3", [["n", "a"]]),
  ),
  edited("a letter in the place of a dash", "page-unchanged", (d, p) =>
    exchange(d, p, "F3", [["\u2013", "n"]]),
  ),
  edited("a word beneath a shape, as the original has it", "nothing-added", (d, p) =>
    addContent(
      d,
      p,
      `BT\n0 g\n/F3 11 Tf\n1 0 0 1 72 580 Tm\n${codes(p, "notes of the panel")} Tj\nET\n` +
        "q\n0.2 0.2 0.4 rg\n60 570 130 24 re\nf\nQ",
    ),
  ),
  edited("a word beneath a shape that ends where the word ends", "nothing-added", (d, p) =>
    addContent(
      d,
      p,
      `BT\n0 g\n/F3 11 Tf\n1 0 0 1 72 540 Tm\n${codes(p, "notes")} Tj\nET\n` +
        "q\n0 g\n72.1 539.4 27 8.8 re\nf\nQ",
    ),
  ),
];

/** A text in the codes of the standard font. */
function codes(page: PDFPage, text: string): string {
  const fonts = page.node.Resources()!.lookup(PDFName.of("Font"), PDFDict);
  const font = fonts.lookup(PDFName.of("F3"), PDFDict);
  const map = streamText(font.lookup(PDFName.of("ToUnicode")) as PDFRawStream);
  const codeOf = (letter: string): string => {
    const meaning = letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return new RegExp(`<([0-9A-F]{4})> <${meaning}>`).exec(map)![1]!;
  };
  return `<${[...text].map(codeOf).join("")}>`;
}

/** Exchanges the outlines of letters. */
export function exchange(
  { context }: PDFDocument,
  page: PDFPage,
  name: string,
  letters: readonly (readonly [string, string])[],
): void {
  const fonts = page.node.Resources()!.lookup(PDFName.of("Font"), PDFDict);
  const font = fonts.lookup(PDFName.of(name), PDFDict);
  const map = streamText(font.lookup(PDFName.of("ToUnicode")) as PDFRawStream);
  const glyphOf = (letter: string): number => {
    const meaning = letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return Number.parseInt(new RegExp(`<([0-9A-F]{4})> <${meaning}>`).exec(map)![1]!, 16);
  };
  const cid = font.lookup(PDFName.of("DescendantFonts"), PDFArray).lookup(0, PDFDict);
  const descriptor = cid.lookup(PDFName.of("FontDescriptor"), PDFDict);
  const key = PDFName.of("FontFile3");
  const file = descriptor.lookup(key) as PDFRawStream;
  let program = unzlibSync(file.contents);
  for (const [one, other] of letters) program = exchanged(program, glyphOf(one), glyphOf(other));
  const entries = { Subtype: "CIDFontType0C", Filter: "FlateDecode" };
  const ref = descriptor.get(key) as never;
  context.assign(ref, context.stream(deflate(program), entries));
}

/** A CFF program as exports write it, two of its charstrings exchanged. */
function exchanged(program: Uint8Array, one: number, other: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength);
  // The top dictionary's offset of the charstrings: five bytes and the operator 17.
  let at = 4;
  while (!(program[at] === 29 && program[at + 5] === 17)) at++;
  const index = view.getUint32(at + 1);
  const count = view.getUint16(index);
  const size = program[index + 2]!;
  const offset = (i: number): number => {
    let n = 0;
    for (let k = 0; k < size; k++) n = n * 256 + program[index + 3 + i * size + k]!;
    return n;
  };
  const data = index + 3 + (count + 1) * size - 1;
  const items = Array.from({ length: count }, (_, i) =>
    program.slice(data + offset(i), data + offset(i + 1)),
  );
  [items[one], items[other]] = [items[other]!, items[one]!];
  const out = program.slice();
  let end = 1;
  items.forEach((item, i) => {
    out.set(item, data + end);
    end += item.length;
    for (let k = 0; k < size; k++)
      out[index + 3 + (i + 1) * size + k] = Math.floor(end / 256 ** (size - 1 - k)) % 256;
  });
  return out as Uint8Array<ArrayBuffer>;
}
