import { expect, test } from "vitest";
import { Findings } from "../../findings.ts";
import type { Raster } from "../../pixels/raster.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { SeenDrawings } from "./seen-drawings.ts";
import { checkSetAnew } from "./set-anew.ts";

const SCALE = 150 / 72;
const HIGH = 40;
const WIDE = 120;
const MIDDLE = 21.5;
const RISE = 9.5;

interface Ring {
  readonly text: string;
  /** Pixels: middle, half its width, and how thick it is drawn. */
  readonly at: number;
  readonly half: number;
  readonly thick: number;
}

function picture(rings: readonly Ring[]): Raster {
  const grey = new Uint8Array(WIDE * HIGH).fill(255);
  for (const { at, half, thick } of rings)
    for (let i = 0; i < grey.length; i++) {
      let ink = 0;
      for (let part = 0; part < 16; part++) {
        const x = (i % WIDE) + ((part % 4) + 0.5) / 4 - at;
        const y = Math.floor(i / WIDE) + (Math.floor(part / 4) + 0.5) / 4 - MIDDLE;
        const within = (by: number): boolean =>
          (x / (half - by)) ** 2 + (y / (RISE - by)) ** 2 <= 1;
        if (within(0) && !within(thick)) ink++;
      }
      grey[i] = Math.min(grey[i]!, 255 - Math.round((ink / 16) * 255));
    }
  return { width: WIDE, height: HIGH, grey };
}

function glyphs(rings: readonly Ring[]): Glyph[] {
  return rings.map(({ text, at, half }, index) => {
    const [left, right] = [(at - half) / SCALE, (at + half) / SCALE];
    const foot = (HIGH - MIDDLE - RISE) / SCALE;
    const box = [left, foot, right, (HIGH - MIDDLE + RISE) / SCALE] as const;
    const loose = [left - 0.5, foot - 2, right + 0.5, foot + 12] as const;
    const place = { index, text, box, loose, x: left, y: foot, size: 11, angle: 0 };
    return { ...place, substituted: false, invisible: false };
  });
}

interface Otherwise {
  /** Points by which its place was wider before. */
  readonly place?: number;
  /** What a closer look shows. */
  readonly close?: readonly Ring[];
  /** What stood there, where it is paired with the first of the others, a smaller letter. */
  readonly crosswise?: string;
  /** It stands in its place, drawn so thick; other sides of it are told. */
  readonly still?: number;
  /** It is a letter of a label, and only the closer look can show it. */
  readonly label?: boolean;
}

/** What is said of a zero that stands a little beside its place and is drawn otherwise than it was. */
async function findings(
  others: readonly Ring[],
  { place = 0, close = [], crosswise, still, label = false }: Otherwise = {},
): Promise<number> {
  const zero = { text: "0", at: 20, half: 6, thick: 2 };
  const before = [{ ...zero, text: crosswise ?? "0" }, ...others];
  const drawn = [
    still === undefined ? { ...zero, at: 20.5, thick: 1.2 } : { ...zero, thick: still },
    ...(still === undefined ? [] : others),
  ];
  const found = new Findings();
  const original = picture(before);
  const near = picture(close.length > 0 ? close : drawn);
  await checkSetAnew(
    {
      page: 1,
      frame: { width: WIDE / SCALE, height: HIGH / SCALE } as never,
      original,
      candidate: picture(drawn),
      scale: SCALE,
      zones: [[0, 0, WIDE / SCALE, HIGH / SCALE]],
      before: glyphs(before).map((glyph) => ({
        ...glyph,
        size: crosswise && glyph.index === 1 ? 9 : 11,
        loose: [glyph.loose[0], glyph.loose[1], glyph.loose[2] + place, glyph.loose[3]],
      })),
      after: glyphs([zero]).map((glyph) => {
        const [left, foot, right, head] = glyph.box;
        return still === undefined ? glyph : { ...glyph, box: [left, foot - 1, right, head] };
      }),
      laidOver: () => glyphs(before),
      explained: new Map([[0, crosswise ? 1 : 0]]),
      labels: new Set(label ? [0] : []),
      itself: () => false,
      ofLabel: (shown) => close.length > 0 && shown === near,
      seen: new SeenDrawings(),
      close: () => Promise.resolve({ original, candidate: near, scale: SCALE }),
    },
    found,
  );
  return found.findings().length;
}

test("V2 a letter is not taken for one that is wider: 0 and O are one form", async () => {
  expect(await findings([])).toBe(0);
  expect(await findings([{ text: "O", at: 60, half: 9.5, thick: 1.2 }])).toBe(0);
});

test("V3 a letter that is drawn as another of its width is found", async () => {
  expect(await findings([{ text: "o", at: 60, half: 6, thick: 1.2 }])).toBe(1);
});

test("V2 of few pixels a letter may look like another: a closer look decides", async () => {
  const rival = { text: "o", at: 60, half: 6, thick: 1.2 };
  const zero = { text: "0", at: 20, half: 6, thick: 2 };
  expect(await findings([rival], { close: [zero] })).toBe(0);
});

test("V2 a closer look decides about letters of small labels as well, V3 and finds those it cannot tell", async () => {
  const zero = { text: "0", at: 20, half: 6, thick: 2 };
  expect(await findings([], { label: true, close: [zero] })).toBe(0);
  expect(await findings([], { label: true })).toBe(1);
});

test("V2 a letter that was slanted by its place, and so had a wider one, has the same sides", async () => {
  expect(await findings([], { place: 2 })).toBe(0);
});

test("V2 a letter that is paired with one of another size is held against its own, V3 if there is one", async () => {
  const small = { text: "0", at: 60, half: 4, thick: 1.2 };
  expect(await findings([small], { crosswise: "0" })).toBe(0);
  expect(await findings([small], { crosswise: "o" })).toBe(1);
});

test("V2 a letter that stands still, drawn as it was, may be told with other sides; V3 not if drawn otherwise", async () => {
  const other = { text: "o", at: 60, half: 6, thick: 1.2 };
  expect(await findings([other], { still: 2 })).toBe(0);
  expect(await findings([other], { still: 1 })).toBe(1);
});
