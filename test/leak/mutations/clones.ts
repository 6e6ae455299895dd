// Cheats with a second font on lines that were set anew: as lean as every other, but its letters are not
// what it says they are. A machine reads the original's words, a person sees others.
import { zlibSync } from "fflate";
import { PDFDict, PDFDocument, PDFName, PDFObjectCopier, PDFRawStream } from "pdf-lib";
import type { PDFPage, PDFRef } from "pdf-lib";
import { burn } from "../../../electron/burn/burn.ts";
import { EmbeddedFont } from "../../fixtures/embedded-font.ts";
import { LeakDocument } from "../../fixtures/leaks/leak.ts";
import { edited, replaceContent } from "./edit.ts";
import type { Mutation } from "./edit.ts";
import { exchange } from "./foreign.ts";
import { codes } from "./reordered.ts";
import { streamText } from "./rewrite.ts";

const NAME = "F3";

export const CLONES: readonly Mutation[] = [
  ["nurse", "runes"],
  ["nurse", "unrse"],
  ["nurse", "curse"],
  ["nurse", "Wilhe"],
  ["two", "tow"],
  ["not", "net"],
  ["not", "hot"],
].map(([read, seen]) =>
  edited(
    `"${read!}" drawn as "${seen!}" in a font of its own`,
    "text-in-place",
    async (d, page) => {
      await addClone(d, page, read!, seen!);
      replaceContent(d, page, (text) => {
        const found = new RegExp(`<([0-9A-F]*)${codes(page, read!)}([0-9A-F]*)> Tj`).exec(text);
        if (!found) throw new Error(`The page does not hold "${read!}" in one piece`);
        const size = /\/F1 [\d.]+ Tf(?![\s\S]*\/F1 [\d.]+ Tf)/.exec(text.slice(0, found.index))![0];
        const own = [...read!].map((letter) => codeOf(page, letter)).join("");
        const cut = [
          found[1] ? `<${found[1]}> Tj` : "",
          size.replace("/F1", `/${NAME}`),
          `<${own}> Tj`,
          size,
          found[2] ? `<${found[2]}> Tj` : "",
        ];
        return text.replace(found[0], cut.filter(Boolean).join("\n"));
      });
    },
  ),
);

/** In the label's own font, and in what stands between words. */
export const LABELS_DRAWN: readonly Mutation[] = [
  edited("a label drawn with two letters exchanged", "text-in-place", (d, page) =>
    exchange(d, page, "F2", [["C", "A"]]),
  ),
  edited("a label drawn with another letter for one of its own", "text-in-place", (d, page) =>
    exchange(d, page, "F2", [["A", "B"]]),
  ),
  edited("a letter in the place of a label's bracket", "text-in-place", (d, page) =>
    exchange(d, page, "F2", [["[", "h"]]),
  ),
  edited("a letter in the place of a blank", "fonts-lean", (d, page) =>
    exchange(d, page, "F1", [[" ", "x"]]),
  ),
];

function codeOf(page: PDFPage, letter: string): string {
  const fonts = page.node.Resources()!.lookup(PDFName.of("Font"), PDFDict);
  const font = fonts.lookup(PDFName.of(NAME), PDFDict);
  const map = streamText(font.lookup(PDFName.of("ToUnicode")) as PDFRawStream);
  return new RegExp(`<([0-9A-F]{4})> <${utf16(letter)}>`).exec(map)![1]!;
}

const utf16 = (letter: string): string =>
  letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");

/** A lean font of the letters that are seen, as the burner writes it, that says it holds those that are read. */
async function addClone(document: PDFDocument, page: PDFPage, read: string, seen: string) {
  const source = new LeakDocument();
  // The third font of its file, as it will be here.
  const faces = (["sans", "typewriter", "serif"] as const).map(
    (face, i) => new EmbeddedFont(face, `T${i}`),
  );
  const shown = faces.map(
    (face, i) => `BT /T${i} 11 Tf 72 ${700 - 40 * i} Td [${face.show(i < 2 ? "a" : seen)}] TJ ET`,
  );
  const named = faces.map((face, i) => `/T${i} ${face.embed(source.pdf)} 0 R`);
  source.page({ content: shown.join("\n"), fonts: named.join(" ") });
  const original = source.finish();
  const { bytes } = await burn({ original, marks: [], mode: "crisp", language: "en-GB", epoch: 0 });
  const other = await PDFDocument.load(bytes, { updateMetadata: false });
  const fonts = other.getPage(0).node.Resources()!.lookup(PDFName.of("Font"), PDFDict);
  const copier = PDFObjectCopier.for(other.context, document.context);
  const font = copier.copy(fonts.lookup(PDFName.of(NAME), PDFDict));
  const map = font.lookup(PDFName.of("ToUnicode")) as PDFRawStream;
  const says = new Map([...seen].map((letter, i) => [utf16(letter), utf16(read[i]!)]));
  const lied = streamText(map).replace(
    /(<[0-9A-F]{4}>) <([0-9A-F]{4})>/g,
    (_, code: string, meaning: string) => `${code} <${says.get(meaning) ?? meaning}>`,
  );
  const stream = document.context.stream(zlibSync(Buffer.from(lied, "latin1"), { level: 6 }), {
    Filter: "FlateDecode",
  });
  document.context.assign(font.get(PDFName.of("ToUnicode")) as PDFRef, stream);
  const own = page.node.Resources()!.lookup(PDFName.of("Font"), PDFDict);
  own.set(PDFName.of(NAME), document.context.register(font));
}
