import { describe, expect, it } from "vitest";
import { widerRuns } from "./wider.ts";

const differing = (...pages: number[]) =>
  pages.map((page) => ({ check: "page-unchanged", page, message: "It looks different." }));

describe("pages that look different without a claim", () => {
  it("are seen as one with their neighbours", () => {
    expect(widerRuns({ findings: differing(3), pages: 6 }, 1)).toEqual([[2, 4]]);
    expect(widerRuns({ findings: differing(2, 1, 3), pages: 4 }, 1)).toEqual([[1, 4]]);
    expect(widerRuns({ findings: differing(1, 6), pages: 6 }, 1)).toEqual([
      [1, 2],
      [5, 6],
    ]);
  });
  it("stay as they are where anything else is wrong, or there is no neighbour", () => {
    const lost = { check: "words-kept", page: 2, message: "A word is lost." };
    expect(widerRuns({ findings: [...differing(1), lost], pages: 4 }, 1)).toBeUndefined();
    expect(widerRuns({ findings: differing(1), pages: 1 }, 1)).toBeUndefined();
    expect(widerRuns({ findings: [], pages: 4 }, 1)).toBeUndefined();
  });
  it("stand at or behind the first mark", () => {
    expect(widerRuns({ findings: differing(3), pages: 6 }, 3)).toEqual([[3, 4]]);
    expect(widerRuns({ findings: differing(3), pages: 6 }, 4)).toBeUndefined();
    expect(widerRuns({ findings: differing(3), pages: 6 }, Infinity)).toBeUndefined();
  });
  it("are never more than are held at once", () => {
    const all = Array.from({ length: 20 }, (_, i) => i + 1);
    expect(widerRuns({ findings: differing(...all), pages: 20 }, 1)).toBeUndefined();
  });
});
