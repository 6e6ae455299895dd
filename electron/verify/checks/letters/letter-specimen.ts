// A small document in which every letter of the standard fonts, and of the face that labels have, stands
// alone: whoever draws it knows what letters look like.
import { readFileSync } from "node:fs";
import { resource } from "../../../resources.ts";

const STANDARD = ["Helvetica", "Times", "Courier"].flatMap((family) =>
  (family === "Times"
    ? ["Roman", "Bold", "Italic", "BoldItalic"]
    : ["", "Bold", "Oblique", "BoldOblique"]
  ).map((style) => (style ? `${family}-${style}` : family)),
);
/** Drawn as the face of labels is, and shipped with the second engine. */
const LABELS = "LiberationSans-Bold";
/** Points: side of the square in which a letter stands, and its size. */
const CELL = 40;
const SIZE = 24;
const ACROSS = 16;
const FIRST = 33;
const LAST = 255;

/** One page for every standard font and a last one for labels, every letter in a square of its own. */
export function specimen(): Uint8Array {
  const names = [...STANDARD, LABELS];
  const [descriptor, program] = [3 + 2 * names.length, 4 + 2 * names.length];
  const pages = names.map((name, i) => {
    const shown: string[] = [];
    for (let code = FIRST; code <= LAST; code++) {
      const at = code - FIRST;
      const x = (at % ACROSS) * CELL + 8;
      const y = Math.floor(at / ACROSS) * CELL + 10;
      shown.push(`1 0 0 1 ${x} ${y} Tm <${code.toString(16)}> Tj`);
    }
    const content = `BT /F ${SIZE} Tf ${shown.join(" ")} ET`;
    const kind =
      name === LABELS
        ? `/TrueType/FirstChar ${FIRST}/LastChar ${LAST}/Widths[${"600 ".repeat(LAST - FIRST + 1)}]/FontDescriptor ${descriptor} 0 R`
        : "/Type1";
    const font = `<</Type/Font/Subtype${kind}/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;
    return [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${ACROSS * CELL} ${15 * CELL}]/Contents ${4 + 2 * i} 0 R/Resources<</Font<</F ${font}>>>>>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ];
  });
  const hex = `${face().toString("hex")}>`;
  return written([
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${names.length}/Kids[${names.map((_, i) => `${3 + 2 * i} 0 R`).join(" ")}]>>`,
    ...pages.flat(),
    `<</Type/FontDescriptor/FontName/${LABELS}/Flags 32/FontBBox[-482 -376 1304 1034]/ItalicAngle 0/Ascent 905/Descent -212/CapHeight 729/StemV 140/FontFile2 ${program} 0 R>>`,
    `<</Length ${hex.length}/Length1 ${face().length}/Filter/ASCIIHexDecode>>stream\n${hex}\nendstream`,
  ]);
}

let read: Buffer | undefined;

function face(): Buffer {
  return (read ??= readFileSync(
    resource("node_modules", "pdfjs-dist", "standard_fonts", `${LABELS}.ttf`),
  ));
}

function written(objects: readonly string[]): Uint8Array {
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
