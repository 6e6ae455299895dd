import { describe, expect, it } from "vitest";
import type { GlyphItem, Item, PathItem } from "./display-list.ts";
import { rectanglePath } from "./path-data.ts";
import { layGroup } from "./faded-group.ts";
import { layVeil } from "./veil.ts";

const clip = { rect: [0, 0, 600, 800], paths: [] } as const;
const bar = (x0: number, x1: number, fill: string): PathItem => ({
  kind: "path",
  data: rectanglePath([x0, 0, x1, 10]),
  bounds: [x0, 0, x1, 10],
  paint: { fill, evenOdd: false, stroke: undefined },
  clip,
});
const letter = { ...bar(0, 0, ""), kind: "glyph" } as unknown as GlyphItem;
const glyph: GlyphItem = {
  ...letter,
  shape: { outline: [0, 0, 0], bounds: [0, 0, 0.5, 0.7], advance: 0.5, unicode: "a" },
  matrix: [10, 0, 0, 10, 12, 1],
  fill: "#000000",
};
const half = { fill: 0.5, stroke: 0.5, multiplies: false };
const marker = { fill: 1, stroke: 1, multiplies: true };
const fills = (items: readonly Item[]) =>
  items.map((item) => (item.kind === "path" ? item.paint.fill : item.kind));

describe("see-through paint", () => {
  it("B4 over bare paper it is one paler colour", () => {
    const items: Item[] = [bar(100, 120, "#00ff00")];
    layVeil(items, bar(10, 30, "#000000"), half);
    expect(fills(items)).toEqual(["#00ff00", "#808080"]);
  });

  it("B4 over a sheet of one colour it is mixed with that colour", () => {
    const items: Item[] = [bar(0, 50, "#ff0000")];
    layVeil(items, bar(10, 30, "#0000ff"), half);
    expect(fills(items)).toEqual(["#ff0000", "#800080"]);
  });

  it("B4 a highlighter over letters is laid beneath them", () => {
    const items: Item[] = [bar(0, 50, "#ffffff"), glyph];
    layVeil(items, bar(10, 30, "#ffff00"), marker);
    expect(fills(items)).toEqual(["#ffffff", "#ffff00", "glyph"]);
  });

  it("B3 over letters and drawings paint keeps its opacity", () => {
    const items: Item[] = [glyph];
    layVeil(items, bar(10, 30, "#ffff00"), half);
    expect(fills(items)).toEqual(["glyph", "#ffff0080"]);
  });

  it("B3 a highlighter darkens what it shares with another and with an underline", () => {
    const items: Item[] = [bar(0, 20, "#ffff00"), glyph, bar(25, 60, "#ff0000")];
    layVeil(items, bar(10, 30, "#80ff80"), marker);
    expect(fills(items)).toEqual(["#80ff80", "#ffff00", "#80ff00", "glyph", "#ff0000", "#800000"]);
    const shared = items.flatMap((item) => (item.clip.rect[2] === 30 ? [item.clip.rect] : []));
    expect(shared).toEqual([
      [10, 0, 30, 10],
      [10, 0, 30, 10],
    ]);
  });

  it("B3 sheets of one highlighter do not darken one another", () => {
    const items: Item[] = [glyph];
    layGroup(items, [bar(10, 14, "#ffff00"), bar(13.5, 30, "#ffff00")], marker, false);
    expect(fills(items)).toEqual(["#ffff00", "#ffff00", "glyph"]);
  });

  it("B4 what darkens see-through paint or a picture is not accountable", () => {
    const picture = { ...bar(0, 20, ""), kind: "image" } as unknown as Item;
    for (const under of [bar(0, 20, "#00ff0080"), picture])
      expect(() => layVeil([under], bar(10, 30, "#ff0000"), marker)).toThrow("darkens");
  });
});
