// Cheats in lines that were set anew, where no picture can be compared: letters and words of the
// original that stand in another order and say something else.
import { unzlibSync } from "fflate";
import { PDFDict, PDFName } from "pdf-lib";
import type { PDFPage, PDFRawStream } from "pdf-lib";
import { twins } from "../../fixtures/twins/index.ts";
import { burntPair } from "./burnt-pair.ts";
import type { BurntPair } from "./burnt-pair.ts";
import { edited, replaceContent } from "./edit.ts";
import type { Mutation } from "./edit.ts";

/** Paragraphs that were set anew around several names. */
export async function anewPair(): Promise<BurntPair> {
  const twin = twins().find(({ name }) => name === "paragraphs that lose a line")!;
  const { bytes: original, marks, secrets } = twin.versions.at(-1)!;
  // Two letters stand in other words as well.
  const told = secrets.filter((secret) => secret.length > 2);
  return burntPair({ original, marks: marks.marks, secrets: told }, "auto");
}

export const REORDERED: readonly Mutation[] = [
  ["who", "how"],
  ["not", "ton"],
  ["called", "lacled"],
  ["nurse", "runes"],
  ["not yet two", "two yet not"],
  ["and that was all", "all was and that"],
].map(([from, to]) =>
  edited(`"${from!}" set as "${to!}"`, "words-kept", (document, page) =>
    replaceContent(document, page, (text) => {
      const changed = text.replace(codes(page, from!), codes(page, to!));
      if (changed === text) throw new Error(`The page does not hold "${from!}" in one piece`);
      return changed;
    }),
  ),
);

/** A text in the codes of the page's first font. */
export function codes(page: PDFPage, text: string): string {
  const fonts = page.node.Resources()!.lookup(PDFName.of("Font"), PDFDict);
  const font = fonts.lookup(PDFName.of("F1"), PDFDict);
  const { contents } = font.lookup(PDFName.of("ToUnicode")) as PDFRawStream;
  const map = Buffer.from(unzlibSync(contents)).toString("latin1");
  const byMeaning = new Map<string, string>();
  // Of two blanks the later one stands between words that were set anew.
  for (const [, code, meaning] of map.matchAll(/<([0-9A-F]{4})> <([0-9A-F]{4})>/g))
    byMeaning.set(String.fromCharCode(Number.parseInt(meaning!, 16)), code!);
  return [...text].map((letter) => byMeaning.get(letter)!).join("");
}
