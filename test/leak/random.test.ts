// Random pages with random marks: twins stay equal (B1), the secrets are gone (B2) and every other
// word is still there (B3). The seed is fixed; LEAK_RUNS asks for more runs than the usual few.
// Unequal twins are counted against the number that pending.ts still allows.
import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { BODY, Stage } from "../fixtures/twins/twin.ts";
import { readWithPdfium, readWithPdfJs } from "./oracle/engines.ts";
import { rawPieces } from "./oracle/raw.ts";
import { UNEQUAL_RANDOM_PAGES } from "./pending.ts";
import { folded, fragments, readable } from "./oracle/spelling.ts";

const WORDS =
  "after again before broken called canal clinic doctor evening family garden happy kitchen letter morning nobody nurse often paper quiet record school spring street teacher under visit weather window yellow".split(
    " ",
  );
const SECRETS: readonly (readonly [string, string])[] = [
  ["Zebedee", "Xanthoria"],
  ["Quillbury", "Jukes"],
  ["Vexford", "Wyvernholme"],
];
const USUAL = 24;
const RUNS = Number(process.env["LEAK_RUNS"] ?? USUAL);
const figures = { runs: 0, unequal: 0 };

interface Row {
  readonly words: readonly string[];
  /** Places among the words where a secret stands, with its number. */
  readonly secrets: readonly (readonly [number, number])[];
  readonly size: number;
  readonly sans: boolean;
  readonly indent: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }),
  secrets: fc.array(fc.tuple(fc.nat(6), fc.nat(SECRETS.length - 1)), { maxLength: 2 }),
  size: fc.integer({ min: 8, max: 13 }),
  sans: fc.boolean(),
  indent: fc.integer({ min: 0, max: 80 }),
});

function version(rows: readonly Row[], which: 0 | 1) {
  const stage = new Stage(SECRETS.map((pair) => pair[which]));
  rows.forEach(({ words, secrets, size, sans, indent }, index) => {
    const all = [...words];
    for (const [place, secret] of secrets) all.splice(place, 0, `{${secret + 1}}`);
    const faces = sans
      ? ({ plain: "sans", bold: "sans-bold", italic: "sans-italic" } as const)
      : BODY.faces;
    const style = { ...BODY, faces, size, leading: size * 1.4 };
    stage.broken([all.join(" ")], 780 - index * 46, style, { x: 60 + indent });
  });
  return { bytes: stage.finish(), marks: stage.marks().marks, words: stage.words };
}

describe("random pages", () => {
  it(
    "B1 B2 B3 equal for twins, without the secrets, with every other word",
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
          const [one, two] = [version(rows, 0), version(rows, 1)];
          const options = { mode: "auto", language: "en-GB" } as const;
          const first = await burn({ original: one.bytes, marks: one.marks, ...options });
          const second = await burn({ original: two.bytes, marks: two.marks, ...options });
          figures.runs++;
          if (Buffer.compare(first.bytes, second.bytes) !== 0) figures.unequal++;
          const texts = [
            (await readWithPdfJs(first.bytes)).pages.join(" "),
            (await readWithPdfium(first.bytes)).join(" "),
          ];
          for (const text of texts) {
            const plain = folded(text);
            expect(one.words.filter((word) => !plain.includes(folded(word)))).toEqual([]);
          }
          const everything = [...texts, ...rawPieces(first.bytes).map((piece) => piece.text)];
          const parts = SECRETS.flatMap((pair) => fragments(pair[0]));
          expect(everything.filter((text) => readable(text, parts) !== null)).toEqual([]);
        }),
        { numRuns: RUNS, seed: 20_101_129, endOnFailure: true },
      );
      expect(figures.unequal).toBeLessThanOrEqual((UNEQUAL_RANDOM_PAGES * RUNS) / USUAL);
    },
    20_000 * RUNS,
  );
});

afterAll(() => {
  console.log(`random pages: ${figures.unequal} of ${figures.runs} twins unequal`);
});
