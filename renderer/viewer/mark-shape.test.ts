import { describe, expect, it } from "vitest";
import { fitLabel, LEGIBLE, lineHeight, pieceFor } from "./mark-shape.ts";

/** "Child A" in the window's face. */
const CHILD_A = 3.7;

describe("a label in its box", () => {
  it("takes the height of the line where there is room", () => {
    expect(fitLabel(CHILD_A, 120, 16)).toEqual({ size: 16 * 0.78, squeeze: 1, cut: false });
  });
  it("gets smaller first, as long as it stays legible", () => {
    const fit = fitLabel(CHILD_A, 45, 16)!;
    expect(fit).toMatchObject({ squeeze: 1, cut: false });
    expect(fit.size).toBeGreaterThanOrEqual(LEGIBLE);
    expect(fit.size * CHILD_A).toBeLessThanOrEqual(45);
  });
  it("is narrowed in the box of a short first name, and not made tiny", () => {
    const fit = fitLabel(CHILD_A, 32, 15)!;
    expect(fit.size).toBe(LEGIBLE);
    expect(fit.squeeze).toBeLessThan(1);
    expect(fit.cut).toBe(false);
    expect(fit.size * fit.squeeze * CHILD_A).toBeLessThanOrEqual(32);
  });
  it("grows with the zoom, as the text around it does", () => {
    expect(fitLabel(CHILD_A, 40, 26)!.size).toBeCloseTo(26 * 0.78 * 0.75);
  });
  it("is cut, and said to be, where it would run into itself", () => {
    expect(fitLabel(CHILD_A, 20, 15)).toMatchObject({ size: LEGIBLE, squeeze: 0.62, cut: true });
  });
  it("is as large as a flat line allows, and nothing in a box for no letter", () => {
    expect(fitLabel(CHILD_A, 32, 9)!.size).toBeCloseTo(7.02);
    expect(fitLabel(CHILD_A, 32, 5)).toBeNull();
    expect(fitLabel(CHILD_A, 6, 15)).toBeNull();
  });
});

describe("a label on a picture", () => {
  it("has an ordinary size and is not cut, at every zoom", () => {
    for (const zoom of [0.5, 1, 2]) {
      const fit = fitLabel(7, 130 * zoom, lineHeight(90 * zoom, zoom))!;
      expect(fit.cut).toBe(false);
      expect(fit.size).toBeLessThanOrEqual(25 * zoom);
    }
  });
  it("is sized by its own line everywhere else", () => {
    expect([lineHeight(16, 1), lineHeight(64, 4)]).toEqual([16, 64]);
  });
});

describe("a place that a line break cut", () => {
  const piece = (width: number) => ({ width, height: 15 });
  it("is labelled in its first piece that has room", () => {
    expect(pieceFor(CHILD_A, [piece(60), piece(90)])).toBe(0);
    expect(pieceFor(CHILD_A, [piece(18), piece(60)])).toBe(1);
  });
  it("is labelled in its widest piece where no piece has room", () => {
    expect(pieceFor(CHILD_A, [piece(14), piece(20), piece(11)])).toBe(1);
  });
});
