import { describe, expect, it } from "vitest";
import { crispExport } from "./testing/export.ts";
import { marksOf } from "./testing/find-text.ts";
import { glyphsIn } from "./testing/glyphs-in.ts";
import { textOf } from "./testing/text-of.ts";
import { TWINS } from "./testing/twins.ts";

async function burn(original: Uint8Array, secret: string) {
  const marks = await marksOf(original, secret, "Child A");
  return { marks, ...(await crispExport(original, marks)) };
}

describe("twins export equal bytes", () => {
  for (const twin of TWINS) {
    it(`B1 ${twin.name}`, async () => {
      const exports = [];
      for (const secret of twin.secrets) {
        const result = await burn(await twin.draw(secret), secret);
        expect([...result.refused.values()]).toEqual([]);
        expect(result.marks.length).toBeGreaterThan(0);
        exports.push(Buffer.from(result.bytes).toString("latin1"));
      }
      for (const bytes of exports) expect(bytes === exports[0]).toBe(true);
    });
  }
});

describe("nothing else is lost", () => {
  for (const twin of TWINS.filter(({ slanted }) => !slanted)) {
    it(`B3 ${twin.name}`, async () => {
      const secret = twin.secrets[0]!;
      const original = await twin.draw(secret);
      const { bytes } = await burn(original, secret);
      const expected = (await textOf(original)).map((t) => t.replaceAll(secret, "[Child A]"));
      expect(await textOf(bytes)).toEqual(expected);
    });
  }
});

describe("no glyph meets a box", () => {
  // A slanted box is told by the upright rectangle around it, which neighbours do meet.
  for (const twin of TWINS.filter(({ slanted }) => !slanted)) {
    it(`B2 ${twin.name}`, async () => {
      const secret = twin.secrets[0]!;
      const { bytes, pages } = await burn(await twin.draw(secret), secret);
      const boxes = pages[0]!.boxes.map((box) => box.rect);
      const inside = (await glyphsIn(bytes, boxes)).map((g) => g.shape.unicode).join("");
      const labels = pages[0]!.boxes.map(() => "ChildA").join("");
      expect([...inside].sort().join("")).toBe([...labels].sort().join(""));
    });
  }
});

describe("what a page tells about its boxes", () => {
  it("a label's box is as wide as the label asks for, wherever it stands", async () => {
    const twin = TWINS[0]!;
    const { pages } = await burn(await twin.draw("Amy Ng"), "Amy Ng");
    const widths = pages[0]!.boxes.map(({ rect }) => (rect[2] - rect[0]).toFixed(3));
    expect(new Set(widths).size).toBe(1);
    expect(pages[0]!.boxes.every((box) => box.bits === 0 && box.label === "Child A")).toBe(true);
  });

  it("a mark without a label gives a plain box of constant width that can still be read", async () => {
    const widths = new Set<string>();
    for (const secret of ["Amy Ng", "Bartholomew Featherstone"]) {
      const original = await TWINS[0]!.draw(secret);
      const marks = await marksOf(original, secret, undefined, "other");
      const { bytes, pages } = await crispExport(original, marks);
      for (const { rect } of pages[0]!.boxes) widths.add((rect[2] - rect[0]).toFixed(3));
      expect((await textOf(bytes))[0]).toContain("The nurse saw [redacted] at home.");
    }
    expect(widths.size).toBe(1);
  });

  it("touched areas are told in the original's own space on a turned page", async () => {
    const twin = TWINS.find(({ name }) => name === "page turned by 90")!;
    const { pages, marks } = await burn(await twin.draw("Amy Ng"), "Amy Ng");
    const [x0, y0, x1, y1] = pages[0]!.touchedOriginal[0]!;
    const mark = marks[0]!.rect;
    expect(x0 <= mark[0] && y0 <= mark[1] && x1 >= mark[2] && y1 >= mark[3]).toBe(true);
  });
});
