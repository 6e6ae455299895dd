import { describe, expect, it } from "vitest";
import type { PixelBurn } from "../boxes/pixel-marks.ts";
import { afterBurn } from "./scanned-words.ts";
import type { ScannedLine, ScannedWord } from "./scanned-words.ts";
import { LEVEL } from "../pixels/skew.ts";

/** A name from 300 to 400 was burnt on the rows from 100 to 130; nothing moved beyond 520. */
const burn = {
  quarter: 0,
  skew: LEVEL,
  box: { x0: 300, y0: 100, x1: 380, y1: 130 },
  line: {
    box: { x0: 300, y0: 100, x1: 380, y1: 130 },
    moves: [{ from: 410, to: 500, by: -20 }],
    wiped: { from: 300, to: 400 },
    rows: [100, 130],
    touched: { x0: 300, y0: 100, x1: 520, y1: 130 },
    covered: false,
  },
} as unknown as PixelBurn;

const word = (text: string, x0: number, x1: number, exact: boolean): ScannedWord =>
  ({ word: { text }, rect: { x0, y0: 104, x1, y1: 126 }, exact }) as unknown as ScannedWord;

function left(...words: readonly ScannedWord[]): readonly string[] {
  const line = { segment: {}, words } as unknown as ScannedLine;
  return afterBurn(line, [burn], 1000, 1000).map(({ word: { text }, dx }) => `${text} ${dx}`);
}

describe("words of a scan beside a burnt one", () => {
  it("B2 B3 whose places are told roughly go where something moved, and stay where nothing did", () => {
    const rough = [word("beside", 412, 480, false), word("near", 530, 560, false)];
    expect(left(...rough, word("apart", 700, 760, false))).toEqual(["apart 0"]);
  });

  it("B3 whose places are told exactly move along", () => {
    expect(left(word("along", 410, 500, true), word("apart", 700, 760, true))).toEqual([
      "along -20",
      "apart 0",
    ]);
  });
});
