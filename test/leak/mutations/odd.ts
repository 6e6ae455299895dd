// Cheats on the odd pair, one for each thing that the checks bear with there: slanted boxes, values of
// fields, words in a foreign font, parts of a page that moved, sizes that engines round apart.
import { PDFName } from "pdf-lib";
import type { PDFPage } from "pdf-lib";
import { addContent, edited, firstFont, replaceContent } from "./edit.ts";
import type { Mutation } from "./edit.ts";
import { streamText } from "./rewrite.ts";
import type { PDFRawStream } from "pdf-lib";

const COS = "0.94";
const SIN = "0.342";

export const ODD_MUTATIONS: readonly Mutation[] = [
  edited("a light strip in a slanted box", "boxes-opaque", (d, p) =>
    addContent(d, p, `q\n1 g\n${COS} ${SIN} -${SIN} ${COS} 174.7 519.5 cm\n0 2 2 9 re\nf\nQ`),
  ),
  edited("a slanted box in two tones", "boxes-opaque", (d, p) =>
    addContent(d, p, `q\n0.4 g\n${COS} ${SIN} -${SIN} ${COS} 174.7 519.5 cm\n0 2 5 10 re\nf\nQ`),
  ),
  edited("a field's value in another place", "nothing-added", (d, p) =>
    addContent(d, p, `BT\n/F1 12 Tf\n121 420 Td\n${codes(p, "told")} Tj\nET`),
  ),
  edited("a word more in a field", "nothing-added", (d, p) =>
    addContent(d, p, `BT\n/F1 12 Tf\n230 386 Td\n${codes(p, "Nan")} Tj\nET`),
  ),
  edited("a rule beside what moved", "page-unchanged", (d, p) =>
    addContent(d, p, "q\n1 w\n450 98 m\n480 98 l\nS\nQ"),
  ),
  edited("a rule where something stood before it moved", "page-unchanged", (d, p) =>
    addContent(d, p, "q\n1 w\n130 124 m\n220 124 l\nS\nQ"),
  ),
  edited("a line that moved by less than the others", "page-unchanged", (d, p) =>
    replaceContent(d, p, (text) => text.replace(/120 68 m([^]*?)420 68 l/, "120 74 m$1420 74 l")),
  ),
  edited("words of a foreign font lost when they moved", "words-kept", (d, p) =>
    replaceContent(d, p, (text) => text.replace(/(120 98 T[dm]\s*)<[0-9A-F]+>/, "$1<>")),
  ),
  edited("a page larger by a hundredth of a point", "page-unchanged", (d, p) =>
    p.node.set(PDFName.of("MediaBox"), d.context.obj([0, 0, 594.97, 841.93])),
  ),
  edited("a page larger by two points", "page-unchanged", (d, p) =>
    p.node.set(PDFName.of("MediaBox"), d.context.obj([0, 0, 596.96, 841.92])),
  ),
];

/** A text in the codes of the page's font. */
function codes(page: PDFPage, text: string): string {
  const map = streamText(firstFont(page).lookup(PDFName.of("ToUnicode")) as PDFRawStream);
  const known = new Map(
    [...map.matchAll(/<([0-9A-F]{4})> <([0-9A-F]{4})>/g)].map(([, code, meaning]) => [
      String.fromCharCode(Number.parseInt(meaning!, 16)),
      code!,
    ]),
  );
  return `<${[...text].map((char) => known.get(char)!).join("")}>`;
}
