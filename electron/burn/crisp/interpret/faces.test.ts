import { describe, expect, it } from "vitest";
import { sfntAround } from "../testing/sfnt.ts";
import { NotAccountable } from "./display-list.ts";
import { LoadedFace } from "./faces.ts";
import type { SourceGlyph } from "./faces.ts";
import { CLOSE, LINE, MOVE } from "./path-data.ts";

const LETTER = {
  fontChar: "A",
  unicode: "A",
  width: 500,
  isInFont: true,
  originalCharCode: 65,
} as unknown as SourceGlyph;

/** A font program in which one of two readers finds no outlines. */
function face(): LoadedFace {
  const data = sfntAround(new Uint8Array(8), 1000, 2);
  return new LoadedFace({ name: "Careworn", loadedName: "g_1", data } as never);
}

const objects = (path: readonly number[] | undefined) =>
  ({
    has: () => path !== undefined,
    get: () => ({ path: Float32Array.from(path ?? []) }),
  }) as never;

describe("outlines of letters", () => {
  it("B3 what one reader cannot make out is taken as the other read it", () => {
    const path = [MOVE, 0, 0, LINE, 0.5, 0, LINE, 0.25, 0.75];
    expect(face().shape(LETTER, objects(path)).outline).toEqual(path);
  });

  it("B3 a pen that is set down and lifted again draws nothing: such a blank has no outline", () => {
    const blank = { ...LETTER, unicode: " " } as SourceGlyph;
    const shape = face().shape(blank, objects([MOVE, 0.2, 0, CLOSE]));
    expect(shape).toMatchObject({ outline: [], bounds: undefined, advance: 0.5 });
  });

  it("B4 what neither can make out is not guessed at", () => {
    expect(() => face().shape(LETTER, objects(undefined))).toThrow(NotAccountable);
  });
});
