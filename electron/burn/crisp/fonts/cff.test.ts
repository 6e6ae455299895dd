import { describe, expect, it } from "vitest";
import { CLOSE, CUBIC, LINE, MOVE, QUADRATIC, boundsOf } from "../interpret/path-data.ts";
import { writeCff } from "./cff.ts";
import { charstring } from "./charstring.ts";
import { OutlineSource } from "./outline-source.ts";
import { sfntAround } from "../testing/sfnt.ts";

const SQUARE = [MOVE, 0.1, 0, LINE, 0.6, 0, LINE, 0.6, 0.5, LINE, 0.1, 0.5, CLOSE];
const ROUND = [
  MOVE,
  0,
  0,
  CUBIC,
  0.2,
  0.9,
  0.5,
  -0.3,
  0.7,
  0.7,
  QUADRATIC,
  0.9,
  0.1,
  0.4,
  0.05,
  CLOSE,
];

/** A font whose CID 1 and 2 stand at "A" and "B". */
function font(unitsPerEm: number, outlines: readonly number[][]): OutlineSource {
  const cff = writeCff({
    name: "AAAAAA+F1",
    unitsPerEm,
    bounds: [0, 0, unitsPerEm, unitsPerEm],
    charstrings: [[], ...outlines].map((outline) => charstring(outline, 0.7, unitsPerEm)),
  });
  return new OutlineSource(sfntAround(cff, unitsPerEm, outlines.length));
}

describe("CFF fonts", () => {
  for (const units of [1000, 2048]) {
    it(`gives outlines back to half a unit at ${units} units per em`, () => {
      const source = font(units, [SQUARE, ROUND]);
      for (const [code, outline] of [
        [65, SQUARE],
        [66, ROUND],
      ] as const) {
        const read = boundsOf(source.outline(code))!;
        const wanted = boundsOf(outline)!.map((n) => n * units);
        // A quadratic's control point lies beyond its cubic's; compare what both must contain.
        expect(read[0]).toBeCloseTo(wanted[0]!, -0.3);
        expect(Math.abs(read[1]! - wanted[1]!)).toBeLessThanOrEqual(0.5);
        expect(read[2]!).toBeLessThanOrEqual(wanted[2]! + 0.5);
        expect(Math.abs(read[3]! - wanted[3]!)).toBeLessThanOrEqual(0.5);
      }
    });
  }

  it("does not drift over many small steps", () => {
    const steps = [MOVE, 0, 0];
    for (let i = 1; i <= 300; i++) steps.push(LINE, i / 700, (i % 2) / 3000);
    const read = boundsOf(font(1000, [steps]).outline(65))!;
    expect(Math.abs(read[2]! - (300 / 700) * 1000)).toBeLessThanOrEqual(0.5);
  });

  it("B1 equal outlines give equal bytes, whatever order numbers came in", () => {
    expect(charstring(SQUARE, 0.7, 1000)).toEqual(charstring([...SQUARE], 0.70004, 1000));
  });

  it("B4 refuses an outline that begins with nothing, or is larger than a font can hold", () => {
    expect(() => charstring([LINE, 1, 1], 0.5, 1000)).toThrow();
    expect(() => charstring([MOVE, 40, 0], 0.5, 1000)).toThrow();
  });
});
