import { describe, expect, it } from "vitest";
import { layers } from "./layers.ts";
import { classify } from "./palette.ts";
import { BLACK, Pixels, WHITE } from "../pixels/pixels.ts";

const GREY = 0xffd0d0d0;
const BLUE = 0xffa04020;

function page(paint: (pixels: Pixels) => void, larger = 1): Pixels {
  const pixels = new Pixels(400 * larger, 300 * larger);
  paint(pixels);
  return pixels;
}

function coloursOf(pixels: Pixels): readonly number[] | string {
  const classes = classify(pixels, pixels.extents());
  return classes.kind === "palette" ? classes.colours : classes.kind;
}

describe("colours of a page", () => {
  it("keeps the smallest black print although no area is black", () => {
    const pixels = page((p) => p.paint({ x0: 10, y0: 10, x1: 13, y1: 12 }, BLACK));
    expect(coloursOf(pixels)).toContain(BLACK);
  });

  it("finds areas and hairlines, and takes no smoothed edge for a colour", () => {
    const pixels = page((p) => {
      p.paint({ x0: 50, y0: 50, x1: 200, y1: 90 }, BLUE);
      p.paint({ x0: 20, y0: 200, x1: 380, y1: 201 }, GREY);
      for (let x = 60; x < 90; x++) p.paint({ x0: x, y0: 120, x1: x + 1, y1: 121 }, 0xff808080);
    });
    expect([...coloursOf(pixels)].sort()).toEqual([WHITE, BLUE, GREY, BLACK].sort());
  });

  it("B3 keeps pale ground, and takes no speck of it for a colour", () => {
    const pale = 0xfff2f2f2;
    const pixels = page((p) => {
      p.paint({ x0: 20, y0: 50, x1: 380, y1: 90 }, pale);
      p.paint({ x0: 40, y0: 60, x1: 60, y1: 80 }, BLACK);
    });
    expect(coloursOf(pixels)).toEqual([WHITE, pale, BLACK]);
    const classes = classify(pixels, pixels.extents());
    if (classes.kind !== "palette") throw new Error("a page of three colours is no photograph");
    const colours = layers(pixels, classes, pixels.extents())?.map(({ colour }) => colour);
    expect(colours).toEqual([pale, BLACK]);
    const speck = page((p) => p.paint({ x0: 20, y0: 50, x1: 40, y1: 70 }, pale));
    expect(coloursOf(speck)).not.toContain(pale);
  });

  it("takes a gradient for a photograph", () => {
    const pixels = page((p) => {
      for (let x = 0; x < 256; x++) {
        p.paint({ x0: x, y0: 0, x1: x + 1, y1: 300 }, (BLACK | (x * 0x10101)) >>> 0);
      }
    });
    expect(coloursOf(pixels)).toBe("photograph");
  });
});

describe("layers", () => {
  it("B1 are equal for equal pictures", () => {
    const make = () => {
      const pixels = page((p) => {
        p.paint({ x0: 50, y0: 50, x1: 200, y1: 90 }, BLUE);
        p.paint({ x0: 70, y0: 60, x1: 90, y1: 80 }, BLACK);
      });
      const extents = pixels.extents();
      const classes = classify(pixels, extents);
      if (classes.kind !== "palette") throw new Error("a page of three colours is no photograph");
      return layers(pixels, classes, extents);
    };
    expect(make()).toEqual(make());
    expect(make()?.map((l) => l.colour)).toEqual([BLUE, BLACK]);
  });

  it("B3 are not made where a small picture would lose its colours", () => {
    const masks = (shaded: boolean) => {
      const pixels = page((p) => {
        p.paint({ x0: 50, y0: 50, x1: 380, y1: 90 }, BLUE);
        // A tiny picture: too few pixels of any one colour to be one of the page's.
        for (let x = 0; x < 24; x++)
          for (let y = 0; y < 24; y++)
            p.paint(
              { x0: 100 + x, y0: 150 + y, x1: 101 + x, y1: 151 + y },
              shaded ? (0xff000000 | (10 * x) | ((200 - 4 * y) << 8)) >>> 0 : BLUE,
            );
      }, 4);
      const extents = pixels.extents();
      const classes = classify(pixels, extents);
      if (classes.kind !== "palette") throw new Error("so few pixels make no photograph");
      return layers(pixels, classes, extents);
    };
    expect(masks(false)).toHaveLength(1);
    expect(masks(true)).toBeUndefined();
  });
});

describe("shrinking", () => {
  it("keeps white white and averages what it must", () => {
    const pixels = new Pixels(
      3,
      3,
      Uint32Array.from([BLACK, BLACK, WHITE, BLACK, BLACK, WHITE, WHITE, WHITE, WHITE]),
    );
    const small = pixels.twoThirds();
    expect([small.width, small.height]).toEqual([2, 2]);
    expect(small.data[0]).toBe(BLACK);
    expect(small.data[3]! & 255).toBeGreaterThan(170);
  });
});
