import { describe, expect, it } from "vitest";
import { dashed, filledAt, piecesOf, strokedAt } from "./inside.ts";
import { CLOSE, CUBIC, LINE, MOVE, rectanglePath } from "./path-data.ts";

const ring = [...rectanglePath([0, 0, 30, 30]), ...rectanglePath([10, 10, 20, 20])];

describe("what a path's paint covers", () => {
  it("is told by winding, or by counting edges", () => {
    const pieces = piecesOf(ring, true);
    expect(filledAt(pieces, false, 15, 15)).toBe(true);
    expect(filledAt(pieces, true, 15, 15)).toBe(false);
    expect(filledAt(pieces, true, 5, 15)).toBe(true);
    expect(filledAt(pieces, false, 35, 15)).toBe(false);
  });

  it("follows curves, and closes what is open where it is filled", () => {
    const k = 5.523;
    const dome = [MOVE, 0, 0, CUBIC, 0, k, 10 - k, 10, 10, 10, CUBIC, 10 + k, 10, 20, k, 20, 0];
    const pieces = piecesOf(dome, true);
    expect(filledAt(pieces, false, 10, 9)).toBe(true);
    expect(filledAt(pieces, false, 1, 9)).toBe(false);
    expect(filledAt(pieces, false, 10, 0.5)).toBe(true);
  });

  it("reaches half a stroke's width to both sides, and no further than open ends", () => {
    const pieces = piecesOf([MOVE, 0, 0, LINE, 20, 0, LINE, 20, 20], false);
    expect(strokedAt(pieces, 4, 10, 3.9)).toBe(true);
    expect(strokedAt(pieces, 4, 10, 4.1)).toBe(false);
    expect(strokedAt(pieces, 4, 2, 12)).toBe(false);
    expect(
      strokedAt(piecesOf([MOVE, 0, 0, LINE, 20, 0, LINE, 20, 20, CLOSE], false), 4, 9, 11),
    ).toBe(true);
  });

  it("covers nothing in the gaps of a broken line that can be seen, nor beyond ends without a cap", () => {
    const line = { cap: 0, dash: [5, 2], phase: 0 };
    const pieces = dashed(piecesOf([MOVE, 0, 0, LINE, 20, 0], false), line);
    expect(strokedAt(pieces, 4, 4, 1, line)).toBe(true);
    expect(strokedAt(pieces, 4, 6, 1, line)).toBe(false);
    expect(strokedAt(pieces, 4, 8, 1, line)).toBe(true);
    expect(strokedAt(pieces, 4, 21, 1, line)).toBe(false);
    expect(strokedAt(pieces, 4, 21, 1, { cap: 1 })).toBe(true);
    const hair = { cap: 0, dash: [5, 0.01], phase: 0 };
    const whole = dashed(piecesOf([MOVE, 0, 0, LINE, 20, 0], false), hair);
    for (let x = 0; x < 20; x += 0.003) expect(strokedAt(whole, 4, x, 1, hair)).toBe(true);
  });
});
