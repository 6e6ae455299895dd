// B1, B3: pages as a word processor's own export writes them. Where its letters stand on their grid, where
// lines break and how wide blanks are hangs on the names: burnt, all versions are equal byte for byte, or
// each states the same bits.
import { describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { glyphsIn } from "../../electron/burn/crisp/testing/glyphs-in.ts";
import { WordPage } from "../fixtures/office/word-page.ts";

const NAMES = [
  ["Ann Lee", "Tom Price"],
  ["Jo Ng", "Al Orr"],
  ["Bartholomew Featherstonehaugh", "Alexandra Pemberton"],
] as const;

const TEXTS = [
  "The review began in October after a referral from the school nurse, who had seen §1 twice in one week and had been told each time that there was no food in the house. The nurse wrote to the family and asked for a meeting.",
  "There is no record of the conversation between the landlord and §2 in the weeks before the eviction. The housing officer believes that it took place in the first half of August, when the rent had been unpaid for three months.",
  "§1 said little at first. Later in the session §1 spoke about the move, about the new flat and about the journey to school, which takes an hour each way and involves two buses.",
];

const LONG =
  "The lines of this first paragraph are long enough to show how far the text of the page runs, and there are some of them, so that nobody needs to guess it from those beneath. They say nothing of anybody, and they end here.";

const draw: Record<string, (page: WordPage) => void> = {
  ragged: (page) => TEXTS.forEach((text) => page.paragraph(text)),
  justified: (page) => TEXTS.forEach((text) => page.paragraph(text, { align: "justify" })),
  "underlined names": (page) => TEXTS.forEach((text) => page.paragraph(text, { underlined: true })),
  "a bold heading over text": (page) => {
    page.paragraph("What §1 said", { bold: true, size: 14.04 });
    page.paragraph(TEXTS[0]!);
    page.paragraph("What became of §2", { bold: true, size: 14.04 });
    page.paragraph(TEXTS[1]!);
  },
  "a centred title": (page) => {
    page.paragraph("Serious case review: §1", { align: "centre", bold: true, size: 18 });
    page.paragraph("Report of the partnership", { align: "centre" });
    page.paragraph(TEXTS[2]!);
  },
  bullets: (page) => {
    page.paragraph(LONG);
    TEXTS.forEach((text) => page.paragraph(text, { item: "•", left: 90 }));
  },
  "numbered paragraphs": (page) =>
    TEXTS.forEach((text, i) => page.paragraph(text, { item: `${i + 1}.`, align: "justify" })),
  table: (page) => {
    const widths = [90, 240, 120];
    page.row(["Date", "What happened", "Who"], widths, { bold: true });
    page.row(["4 March", "A visit to §1 was put off because the worker was ill.", "§2"], widths);
    page.row(["9 March", TEXTS[2]!, "School nurse"], widths);
    page.row(["§1", "Asked to be seen alone.", "Chair"], widths);
  },
  "head and foot": (page) => {
    page.margin(806, "Review of §1", "Confidential");
    page.margin(36, "Not to be copied", "§2 1");
    TEXTS.forEach((text) => page.paragraph(text));
  },
};

/** Layouts in which no version is told from another. */
const LIKE_ANY = new Set([
  "ragged",
  "justified",
  "underlined names",
  "numbered paragraphs",
  "head and foot",
]);

async function burnt(name: string) {
  return Promise.all(
    NAMES.map(async (names) => {
      const page = new WordPage(names);
      page.paragraph("Before these words nothing was said.");
      draw[name]!(page);
      page.paragraph("After them the page goes on as it did.");
      const { bytes, report } = await burn({ ...page.finish(), mode: "auto", language: "en-GB" });
      return { bytes: Buffer.from(bytes).toString("latin1"), pages: report.pages };
    }),
  );
}

describe("a word processor's pages", () => {
  it.each(Object.keys(draw))("B1 twins are equal, or all state bits: %s", async (name) => {
    const all = await burnt(name);
    for (const { pages } of all) expect(pages.map(({ kind }) => kind)).toEqual(["crisp"]);
    const bits = all.map(({ pages }) => pages.flatMap(({ boxes }) => boxes.map((box) => box.bits)));
    for (const stated of bits) expect(stated).toEqual(bits[0]);
    const sum = bits[0]!.reduce((total, own) => total + own, 0);
    const different = new Set(all.map(({ bytes }) => bytes)).size;
    expect(different).toBeLessThanOrEqual(LIKE_ANY.has(name) ? 1 : 2 ** sum);
  });

  it("B3 the text of an item stands where it stood behind its number, and not a blank behind it", async () => {
    const page = new WordPage(NAMES[0]);
    draw["numbered paragraphs"]!(page);
    const { bytes } = await burn({ ...page.finish(), mode: "auto", language: "en-GB" });
    const letters = await glyphsIn(bytes, [[0, 0, 596, 842]]);
    const starts = letters.filter(
      ({ shape }, i) => shape.unicode === "T" && letters[i + 1]?.shape.unicode === "h",
    );
    const there = starts.filter(({ matrix }) => Math.abs(matrix[4] - 90) < 0.5);
    expect(there).toHaveLength(2);
  });
});
