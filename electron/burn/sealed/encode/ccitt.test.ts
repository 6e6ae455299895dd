import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { resource } from "../../../resources.ts";
import * as codes from "./ccitt-codes.ts";
import { Group4Encoder } from "./ccitt.ts";

const WASM = `${resource("node_modules", "pdfjs-dist", "wasm")}/`;

/** Rows of 0 and 1 → Group 4 bytes. */
function encode(rows: readonly (readonly number[])[], width: number): Uint8Array {
  const encoder = new Group4Encoder(width);
  for (const row of rows) {
    const changes = new Int32Array(width + 2);
    let count = 0;
    let colour = 0;
    row.forEach((bit, x) => {
      if (bit === colour) return;
      changes[count++] = x;
      colour = bit;
    });
    encoder.row(changes, count);
  }
  return encoder.finish();
}

/** Decodes with pdf.js, an engine that had no part in the encoding. */
async function decode(data: Uint8Array, width: number, height: number): Promise<number[][]> {
  const head =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n" +
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>endobj\n" +
    "4 0 obj<</Length 5>>stream\n/I Do\nendstream endobj\n" +
    `5 0 obj<</Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 1/ColorSpace/DeviceGray` +
    `/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns ${width}/Rows ${height}>>/Length ${data.length}>>stream\n`;
  const tail = "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
  const bytes = new Uint8Array(Buffer.concat([Buffer.from(head), data, Buffer.from(tail)]));
  const task = getDocument({ data: bytes, verbosity: 0, wasmUrl: WASM });
  const page = await (await task.promise).getPage(1);
  const list = await page.getOperatorList();
  const name = list.argsArray.flat().find((a: unknown) => typeof a === "string") as string;
  const image = await new Promise<{ data: Uint8Array; kind: number }>((done) =>
    page.objs.get(name, done),
  );
  await task.destroy();
  expect(image.kind).toBe(1);
  const stride = (width + 7) >> 3;
  return Array.from({ length: height }, (_, y) =>
    Array.from(
      { length: width },
      (_, x) => 1 - ((image.data[y * stride + (x >> 3)]! >> (7 - (x & 7))) & 1),
    ),
  );
}

describe("Group 4 codes", () => {
  it("are prefix-free within each colour", () => {
    for (const [short, long] of [
      [codes.WHITE_SHORT, codes.WHITE_LONG],
      [codes.BLACK_SHORT, codes.BLACK_LONG],
    ] as const) {
      const all = [...short, ...long, ...codes.BOTH_LONG];
      expect(all).toHaveLength(64 + 27 + 13);
      for (const a of all) expect(all.filter((b) => b.startsWith(a))).toEqual([a]);
    }
  });
});

describe("Group 4 pictures", () => {
  it("come back bit by bit, whatever the rows", async () => {
    const rows = fc
      .record({
        width: fc.integer({ min: 17, max: 90 }),
        seed: fc.array(fc.nat(), { minLength: 8 }),
      })
      .map(({ width, seed }) => {
        let state = 1;
        const next = (bound: number) => (state = (state * 48_271) % 2_147_483_647) % bound;
        return {
          width,
          rows: seed.slice(0, 20).map((n) => {
            state = (n % 2_147_483_646) + 1;
            const row: number[] = [];
            let bit = next(2);
            while (row.length < width) {
              for (let run = next(24) + 1; run > 0 && row.length < width; run--) row.push(bit);
              bit = 1 - bit;
            }
            return row;
          }),
        };
      });
    await fc.assert(
      fc.asyncProperty(rows, async ({ width, rows }) => {
        expect(await decode(encode(rows, width), width, rows.length)).toEqual(rows);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it("hold runs of every length class, up to beyond 2,560", async () => {
    const width = 6000;
    const rows = [1, 63, 64, 127, 1728, 1791, 1792, 2560, 2623, 2624, 5183, 6000].map((run) =>
      Array.from({ length: width }, (_, x) => (x < run ? 1 : 0)),
    );
    const spread = rows.flatMap((row) => [row, row.map((bit) => 1 - bit)]);
    expect(await decode(encode(spread, width), width, spread.length)).toEqual(spread);
  });
});
