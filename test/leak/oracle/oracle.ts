// The suite's own judgement of an export: is the secret anywhere in the file, are the other words
// still there, is the colour of the secret still drawn. Shares no code with burner or verifier.
import type { BurnOutput } from "../../../shared/model/burning.ts";
import type { LeakFixture } from "../../fixtures/leaks/leak.ts";
import { readWithPdfium, readWithPdfJs } from "./engines.ts";
import { countInk, drawPage, edgesAreUniform } from "./pixels.ts";
import { rawPieces } from "./raw.ts";
import { folded, fragments, readable } from "./spelling.ts";

export interface Judgement {
  /** Places where the secret was found again. */
  readonly leaks: readonly string[];
  /** Words that should be there and are not, as engine and word. */
  readonly lost: readonly string[];
}

export async function judge(fixture: LeakFixture, output: BurnOutput): Promise<Judgement> {
  const { bytes, report } = output;
  const leaks: string[] = [];
  const lost: string[] = [];
  const visibleElsewhere = fixture.otherPageKeeps?.page;
  const parts = fragments(fixture.secret);
  const js = await readWithPdfJs(bytes);
  const fium = await readWithPdfium(bytes);
  const texts = [
    { engine: "pdf.js", pages: js.pages },
    { engine: "PDFium", pages: fium },
  ];
  for (const { engine, pages } of texts) {
    pages.forEach((text, index) => {
      if (index + 1 !== visibleElsewhere && readable(text, parts) !== null) {
        leaks.push(`${engine} text of page ${index + 1}`);
      }
    });
    const first = folded(pages[0] ?? "");
    for (const word of fixture.keep) {
      if (!first.includes(folded(word))) lost.push(`${engine}: ${word}`);
    }
    for (const word of fixture.otherPageKeeps?.words ?? []) {
      const page = pages[fixture.otherPageKeeps!.page - 1] ?? "";
      if (!folded(page).includes(folded(word))) lost.push(`${engine}, other page: ${word}`);
    }
  }
  if (visibleElsewhere === undefined) {
    const codes = (fixture.codes ?? []).map((hex) => Buffer.from(hex, "hex").toString("latin1"));
    for (const piece of [...js.beside, ...rawPieces(bytes)]) {
      const found = readable(piece.text, parts) ?? codes.find((code) => piece.text.includes(code));
      if (found !== null && found !== undefined) leaks.push(piece.where);
    }
  }
  const drawn = await drawPage(bytes, 1, 3);
  const inset = report.pages[0]?.kind === "crisp" ? 0.4 : 0.9;
  const { ink, inkWithin } = fixture;
  if (ink !== undefined && countInk(drawn, ink, inkWithin) > 0) leaks.push("pixels");
  for (const box of fixture.slanted === true ? [] : (report.pages[0]?.boxes ?? [])) {
    if (!edgesAreUniform(drawn, box.rect, inset)) leaks.push("edge of a box");
  }
  return { leaks: [...new Set(leaks)], lost };
}
