import { describe, expect, it } from "vitest";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { takenUnder, undecidedUnder } from "./covered.ts";
import type { Index, Place } from "./places.ts";

const place = (id: string, rects: Rect[], more: Partial<Place> = {}): Place =>
  ({ id, page: 1, rects, span: { start: 10, end: 14 }, standing: "undecided", ...more }) as Place;

const indexOf = (...places: Place[]): Index =>
  ({ byPage: new Map([[1, places]]) }) as unknown as Index;

const under = (rect: Rect, ...places: Place[]) =>
  undecidedUnder([{ page: 1, rects: [rect] }], indexOf(...places)).map((p) => p.id);

const WORD: Rect = [100, 500, 140, 512];

describe("what lies under a drawn box", () => {
  it("is taken where the box covers all of it", () => {
    expect(under([90, 490, 200, 520], place("a", [WORD]))).toEqual(["a"]);
  });
  it("is taken where only the room above and below the letters sticks out", () => {
    expect(under([99, 503, 141, 509.5], place("a", [WORD]))).toEqual(["a"]);
  });
  it.each<[string, Rect]>([
    ["a letter sticks out on the left", [106, 490, 200, 520]],
    ["a letter sticks out on the right", [90, 490, 134, 520]],
    ["only the upper half is covered", [90, 506, 200, 520]],
  ])("stays undecided where %s", (_, rect) => {
    expect(under(rect, place("a", [WORD]))).toEqual([]);
  });
  it("is taken over a line break only where both pieces are covered", () => {
    const broken = place("a", [WORD, [50, 486, 90, 498]]);
    expect(under([95, 495, 145, 515], broken)).toEqual([]);
    expect(under([45, 480, 145, 515], broken)).toEqual(["a"]);
  });
  it("stays as it is where somebody decided about it, or where it is on another page", () => {
    const box: Rect = [90, 490, 200, 520];
    expect(under(box, place("a", [WORD], { standing: "refused" }))).toEqual([]);
    expect(under(box, place("a", [WORD], { standing: "accepted" }))).toEqual([]);
    expect(undecidedUnder([{ page: 2, rects: [box] }], indexOf(place("a", [WORD])))).toEqual([]);
  });
  it("is counted once it is taken", () => {
    const drawn = place("d", [[90, 490, 200, 520]], { standing: "drawn", span: null });
    const taken = place("a", [WORD], { standing: "accepted" });
    expect(takenUnder(drawn, indexOf(drawn, taken, place("b", [WORD])))).toBe(1);
  });
  it("is told by the text where text was selected", () => {
    const selection = { page: 1, rects: [], span: { start: 8, end: 30 } };
    expect(undecidedUnder([selection], indexOf(place("a", [WORD]))).map((p) => p.id)).toEqual([
      "a",
    ]);
    const half = { page: 1, rects: [], span: { start: 12, end: 30 } };
    expect(undecidedUnder([half], indexOf(place("a", [WORD])))).toEqual([]);
  });
});
