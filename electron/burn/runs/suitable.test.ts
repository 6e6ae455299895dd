import { expect, it } from "vitest";
import { frameOf } from "../layout/frame.ts";
import type { Segment } from "../layout/model.ts";
import type { RunPage } from "./model.ts";
import { isPlain, runFrom } from "./suitable.ts";

const UPRIGHT = frameOf([1, 0, 0, 1, 0, 0]);

function line(text: string, v: number, left = 72, right = 520, size = 12): Segment {
  const glyphs = [...text].map((unicode, i) => ({
    item: { kind: "glyph", shape: { unicode } },
    u: left + i,
    blank: unicode === " ",
  }));
  return { frame: UPRIGHT, glyphs, left, right, v, size } as unknown as Segment;
}

const lines = (count: number): Segment[] =>
  Array.from({ length: count }, (_, i) =>
    line(`some words of line ${"abcdefgh"[i % 8]}`, 740 - 16 * i),
  );

function page(segments: readonly Segment[], items: readonly unknown[] = []): RunPage {
  const list = { width: 595, height: 842, items };
  return { list, found: { segments, paragraphs: [] }, rects: [] } as unknown as RunPage;
}

it("pages of running text are a run", () => {
  const pages = [page(lines(41)), page(lines(20))];
  expect(pages.every(isPlain)).toBe(true);
  expect(runFrom(pages)?.pages).toHaveLength(2);
});

it("notes at the foot of a page belong to words on it: its text does not go past them", () => {
  const note = line("1 What the note says of it", 90, 72, 400, 9);
  expect(runFrom([page([...lines(39), note]), page(lines(20))])).toBeUndefined();
  const bounds = [72, 104, 172, 104.6] as const;
  const data = new Float64Array([0, 72, 104, 1, 172, 104, 1, 172, 104.6, 1, 72, 104.6, 4]);
  const clip = { rect: [0, 0, 595, 842], paths: [] };
  const rule = { kind: "path", bounds, data, clip, paint: { fill: "0 g" } };
  expect(isPlain(page([...lines(39), note], [rule]))).toBe(false);
});

it("rows of cells without rules, and numbered lines, are no running text", () => {
  const cells = lines(8).map(({ v }) => line("Chairwoman", v, 530, 580));
  expect(isPlain(page([...lines(30), ...cells]))).toBe(false);
  const numbers = [4, 9, 14, 19].map((i) => line(String(i + 1), 740 - 16 * i, 40, 50));
  expect(isPlain(page([...lines(30), ...numbers]))).toBe(false);
  const markers = lines(8).map(({ v }, i) => line(`${i + 1}.1`, v, 40, 60));
  expect(isPlain(page([...lines(30), ...markers]))).toBe(true);
});
