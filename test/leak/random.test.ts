// Random pages with random marks: twins stay equal (B1), the secrets are gone (B2) and every other
// word is still there (B3). Where line breaks had to betray something, the report of both versions
// says so; lines that stand alone are always equal. The seed is fixed; LEAK_RUNS asks for more runs.
import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { readWithPdfium, readWithPdfJs } from "./oracle/engines.ts";
import { rawPieces } from "./oracle/raw.ts";
import { folded, fragments, readable } from "./oracle/spelling.ts";
import { anyBlock, blockOf, pageOf, SECRETS } from "./random-page.ts";
import type { Block } from "./random-page.ts";

const RUNS = Number(process.env["LEAK_RUNS"] ?? 16);
const SEED = 20_101_129;
const figures = { runs: 0, unequal: 0, stated: 0, sealed: 0 };

/** Burns both versions of a page and looks for what must not be there, and for what must. */
async function faultsOf(blocks: readonly Block[], plain: number): Promise<string[]> {
  const [one, two] = [pageOf(blocks, 0, plain), pageOf(blocks, 1, plain)];
  const options = { mode: "auto", language: "en-GB" } as const;
  const first = await burn({ original: one.bytes, marks: one.marks, ...options });
  const second = await burn({ original: two.bytes, marks: two.marks, ...options });
  const faults: string[] = [];
  figures.runs++;
  if (first.report.pages[0]!.kind === "sealed") figures.sealed++;
  if (Buffer.compare(first.bytes, second.bytes) !== 0) {
    const bits = [first, second].map(({ report }) =>
      Math.max(0, ...report.pages.flatMap((page) => page.boxes.map((box) => box.bits))),
    );
    if (bits.every((n) => n > 0)) figures.stated++;
    else faults.push(`unequal, with ${bits.join(" and ")} bits stated`);
    figures.unequal++;
  }
  const texts = [
    (await readWithPdfJs(first.bytes)).pages.join(" "),
    (await readWithPdfium(first.bytes)).join(" "),
  ];
  for (const text of texts) {
    const plainText = folded(text);
    const lost = one.words.filter((word) => !plainText.includes(folded(word)));
    faults.push(...lost.map((word) => `lost: ${word}`));
  }
  const everything = [...texts, ...rawPieces(first.bytes).map((piece) => piece.text)];
  const parts = SECRETS.flatMap((pair) => fragments(pair[0]));
  faults.push(...everything.filter((text) => readable(text, parts) !== null));
  return faults;
}

const pages = (block: fc.Arbitrary<Block>, most: number) =>
  fc.tuple(fc.array(block, { minLength: 1, maxLength: most }), fc.nat(3));

function holds(block: fc.Arbitrary<Block>, most: number, runs: number): Promise<void> {
  return fc.assert(
    fc.asyncProperty(pages(block, most), async ([blocks, plain]) => {
      expect(await faultsOf(blocks, plain)).toEqual([]);
    }),
    { numRuns: runs, seed: SEED, endOnFailure: true },
  );
}

describe("random pages", () => {
  const kinds = fc.oneof(
    blockOf("line"),
    blockOf("underlined"),
    blockOf("barred"),
    blockOf("right"),
  );
  it("B1 B2 B3 lines wherever they stand", () => holds(kinds, 8, RUNS), 20_000 * RUNS);
  it("B1 B2 B3 headings in the middle", () => holds(blockOf("centre"), 6, RUNS), 20_000 * RUNS);
  it("B1 B2 B3 tables and columns", () => holds(anyBlock, 5, RUNS * 2), 40_000 * RUNS);
});

afterAll(() => {
  const { runs, unequal, stated, sealed } = figures;
  console.log(
    `random pages: ${unequal} of ${runs} twins unequal, ${stated} of these with bits stated; ${sealed} sealed`,
  );
});
