import { expect, it } from "vitest";
import { limitsFor } from "./limits.ts";

/** Milliseconds without a page done, of 104 pages with 4,161 marks where twenty jobs shared two processors. */
const MEASURED = 24_300;

it("B5 a short document ends within a minute, whatever it is and however busy the machine", () => {
  for (const pages of [1, 2]) {
    const { clock, stall, most } = limitsFor(pages, performance.now() + 55_000);
    expect(Math.max(clock, stall!)).toBeLessThan(60_000);
    expect(most).toBeLessThanOrEqual(55_000);
  }
});

it("B3 a long document that comes on is not stopped on a machine three times as slow", () => {
  const { clock, stall, most } = limitsFor(104, 0);
  expect(stall).toBeGreaterThan(3 * MEASURED);
  expect(clock).toBeGreaterThan(stall!);
  expect(most).toBeUndefined();
  expect(limitsFor(5_000, 0).stall).toBeLessThanOrEqual(300_000);
});
