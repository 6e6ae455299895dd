import { describe, expect, it } from "vitest";
import type { Item, PathItem } from "../../crisp/interpret/display-list.ts";
import { rectanglePath } from "../../crisp/interpret/path-data.ts";
import { unseenPaint } from "./unseen-paint.ts";

type Box = readonly [number, number, number, number];
const CLIP = { rect: [0, 0, 600, 800] as const, paths: [] };

function filled(bounds: Box, fill: string): PathItem {
  const paint = { fill, evenOdd: false, stroke: undefined };
  return { kind: "path", data: rectanglePath(bounds), bounds, paint, clip: CLIP };
}

function outlined(bounds: Box, dash: readonly number[], cap = 0): PathItem {
  const stroke = {
    colour: "#000000",
    width: 1,
    cap,
    join: 0,
    mitre: 10,
    dash,
    phase: 0,
    pen: undefined,
  };
  return { ...filled(bounds, ""), paint: { fill: undefined, evenOdd: false, stroke } };
}

const SMALL: Box = [100, 100, 110, 112];
const LARGE: Box = [90, 90, 200, 130];
const unseen = (...items: Item[]) => items.map((item) => unseenPaint(items).has(item));

describe("drawings that nobody sees", () => {
  it("B2 white on bare paper, or all but white, or without strength", () => {
    expect(unseen(filled(SMALL, "#ffffff"))).toEqual([true]);
    expect(unseen(filled(SMALL, "#fdfdfd"))).toEqual([true]);
    expect(unseen(filled(SMALL, "#00000002"))).toEqual([true]);
  });

  it("B3 a pale ground stays", () => {
    expect(unseen(filled(LARGE, "#f9f9f9"))).toEqual([false]);
    expect(unseen(filled(LARGE, "#f0f4f8"), filled(SMALL, "#ffffff"))).toEqual([false, false]);
  });

  it("B2 in the colour of its ground", () => {
    expect(unseen(filled(LARGE, "#336699"), filled(SMALL, "#336699"))).toEqual([false, true]);
    expect(unseen(filled(LARGE, "#336699"), filled(SMALL, "#33669a"))).toEqual([false, true]);
    expect(unseen(filled(LARGE, "#336699"), filled(SMALL, "#224488"))).toEqual([false, false]);
  });

  it("B2 hidden by later paint, and B3 not where some of it is left", () => {
    expect(unseen(filled(SMALL, "#000000"), filled(LARGE, "#336699"))).toEqual([true, false]);
    const half: Box = [105, 90, 200, 130];
    expect(unseen(filled(SMALL, "#000000"), filled(half, "#336699"))).toEqual([false, false]);
    const within: Box = [100.1, 100.1, 109.9, 111.9];
    expect(unseen(filled(SMALL, "#000000"), filled(within, "#336699"))).toEqual([false, false]);
    expect(unseen(filled(SMALL, "#000000"), filled(LARGE, "#33669980"))).toEqual([false, false]);
  });

  it("B3 of the same bar drawn several times one stays, and what lies on it in its colour goes", () => {
    const bar = filled(SMALL, "#555555");
    expect(unseen(bar, { ...bar })).toEqual([true, false]);
    expect(unseen(bar, { ...bar }, { ...bar })).toEqual([true, true, false]);
    const sheet = filled([0, 0, 600, 800], "#ffffff");
    expect(unseen(sheet, bar, { ...bar })).toEqual([true, true, false]);
    expect(unseen(filled(LARGE, "#555555"), bar, { ...bar })).toEqual([false, true, true]);
  });

  it("B3 white that hides something stays", () => {
    expect(unseen(filled(LARGE, "#336699"), filled(SMALL, "#ffffff"))).toEqual([false, false]);
    const hair: Box = [80, 100, 150, 100.3];
    expect(unseen(filled(hair, "#336699"), filled(LARGE, "#ffffff"))).toEqual([false, false]);
  });

  it("B2 white goes with what it hid entirely: how large it is tells how large that was", () => {
    expect(unseen(filled(SMALL, "#336699"), filled(LARGE, "#ffffff"))).toEqual([true, true]);
  });

  it("B2 cut by a shape, in the paper's colour", () => {
    const paths = [{ data: rectanglePath(SMALL), evenOdd: false, bounds: SMALL }];
    expect(unseen({ ...filled(LARGE, "#ffffff"), clip: { ...CLIP, paths } })).toEqual([true]);
    expect(unseen({ ...filled(LARGE, "#222222"), clip: { ...CLIP, paths } })).toEqual([false]);
  });

  it("B2 dashes without length; B3 round ends of such dashes are dots", () => {
    expect(unseen(outlined(SMALL, [0, 500]))).toEqual([true]);
    expect(unseen(outlined(SMALL, [0, 3], 1))).toEqual([false]);
    expect(unseen(outlined(SMALL, [2, 2]))).toEqual([false]);
    expect(unseen(outlined(SMALL, []))).toEqual([false]);
  });
});
