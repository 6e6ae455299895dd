import { expect, it } from "vitest";
import { concatenate, initialState } from "./graphics-state.ts";

/** How large a page is that a browser prints at this scale. */
function printed(scale: number): number {
  const state = initialState([0.24, 0, 0, 0.24, 0, 0], { rect: [0, 0, 595, 842], paths: [] });
  concatenate(state, [scale, 0, 0, scale, 284, 284]);
  return state.ctm[0];
}

it("B1 a page that a browser printed a trace smaller is as large as any other", () => {
  expect(printed(3.1249204)).toBe(printed(3.125));
  expect(printed(3.12)).toBeLessThan(printed(3.125));
  expect(printed(3.1251)).toBeGreaterThan(printed(3.125));
});

it("B1 a late page of a text that was printed a trace smaller begins where any other does", () => {
  const begins = (scale: number, from: number) => {
    const state = initialState([0.24, 0, 0, 0.24, 0, 0], { rect: [0, 0, 595, 842], paths: [] });
    // The 67th page of a text of 934 pixels a page, 94 pixels below the paper's edge.
    concatenate(state, [scale, 0, 0, scale, 284.375, from]);
    return state.ctm[5] + 61681 * state.ctm[3];
  };
  const plain = begins(3.125, 293.75 - 66 * 934 * 3.125);
  expect(begins(3.1249204, -192338.83)).toBe(plain);
});
