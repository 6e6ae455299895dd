import { describe, expect, it } from "vitest";
import { SeenPages } from "./seen.ts";

describe("R2: a page counts as seen only when all of its height was on the screen", () => {
  it("waits for the foot of a page that is taller than the window", () => {
    const seen = new SeenPages();
    expect(seen.look([{ page: 1, from: 0, to: 0.6 }])).toEqual([]);
    expect(seen.look([{ page: 1, from: 0.7, to: 1 }])).toEqual([]);
    expect(seen.look([{ page: 1, from: 0.55, to: 0.75 }])).toEqual([1]);
  });
  it("tells a page once", () => {
    const seen = new SeenPages();
    expect(seen.look([{ page: 3, from: 0, to: 1 }])).toEqual([3]);
    expect(seen.look([{ page: 3, from: 0, to: 1 }])).toEqual([]);
  });
  it("asks for a changed page again", () => {
    const seen = new SeenPages();
    seen.look([{ page: 2, from: 0, to: 1 }]);
    seen.forget(2);
    expect(seen.look([{ page: 2, from: 0, to: 0.5 }])).toEqual([]);
    expect(seen.look([{ page: 2, from: 0.5, to: 1 }])).toEqual([2]);
  });
  it("tells where to read on", () => {
    const seen = new SeenPages();
    expect(seen.gap(1)).toBe(0);
    seen.look([{ page: 1, from: 0, to: 0.6 }]);
    expect(seen.gap(1)).toBe(0.6);
    seen.look([{ page: 1, from: 0.6, to: 1 }]);
    expect(seen.gap(1)).toBeNull();
    seen.look([{ page: 2, from: 0.4, to: 1 }]);
    expect(seen.gap(2)).toBe(0);
  });
  it("does not count the same part twice", () => {
    const seen = new SeenPages();
    for (let i = 0; i < 5; i++) expect(seen.look([{ page: 1, from: 0, to: 0.5 }])).toEqual([]);
  });
});
