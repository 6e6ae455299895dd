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
