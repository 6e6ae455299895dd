import { expect, it } from "vitest";
import { frameOf } from "../layout/lines/frame.ts";
import type { Segment } from "../layout/model.ts";
import type { RunPage } from "./model.ts";
import { isPlain, runFrom, startsAnew, stopsAfter } from "./suitable.ts";

const UPRIGHT = frameOf([1, 0, 0, 1, 0, 0]);

function line(text: string, v: number, left = 72, right = 520, size = 12): Segment {
  const glyphs = [...text].map((unicode, i) => ({
    item: { kind: "glyph", shape: { unicode }, face: { key: "serif" } },
    mark: -1,
    u: left + i,
    blank: unicode === " ",
  }));
  return { frame: UPRIGHT, glyphs, left, right, v, size } as unknown as Segment;
}

const lines = (count: number): Segment[] =>
  Array.from({ length: count }, (_, i) =>
    line(`some words of line ${"abcdefgh"[i % 8]}`, 740 - 16 * i),
  );

/** No line says what one of another page does. */
const told = (count: number, word: string): Segment[] =>
  lines(count).map((own) => line(`${word} at ${own.v}.`, own.v));

function page(segments: readonly Segment[], items: readonly unknown[] = []): RunPage {
  const list = { width: 595, height: 842, items };
  const paragraphs = [{ lines: segments, column: { left: 72, limit: 520 }, anchor: 72 }];
  return { list, found: { segments, paragraphs }, rects: [] } as unknown as RunPage;
}

it("pages of running text are a run", () => {
  const pages = [page(told(41, "One")), page(told(20, "Two"))];
  expect(pages.every(isPlain)).toBe(true);
  expect(runFrom(pages)?.pages).toHaveLength(2);
});

it("notes at the foot of a page belong to words on it: its text does not go past them", () => {
  const note = line("1 What the note says of it", 90, 72, 400, 9);
  expect(runFrom([page([...told(39, "One"), note]), page(told(20, "Two"))])).toBeUndefined();
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

const heading = (text: string): Segment => line(text, 760, 72, 300, 15);

it("a run ends before a heading of a kind that stands at the top of pages alone", () => {
  const pages = [
    page([heading("The first"), ...told(40, "One")]),
    page(told(39, "Two")),
    page([heading("The second"), ...told(40, "Three")]),
    page(told(41, "Four")),
  ];
  expect(runFrom(pages)?.pages).toHaveLength(2);
  expect(runFrom(pages)?.open).toBe(false);
  expect(pages.map((_, i) => startsAnew(pages.slice(0, i + 1)))).toEqual([
    false,
    false,
    true,
    false,
  ]);
  const within = page([...told(20, "Five"), line("Another", 400, 72, 300, 15), ...told(5, "Six")]);
  expect(startsAnew([within, ...pages.slice(1, 3)])).toBe(false);
});

it("a page whose text ends early ends its run", () => {
  const [full, short] = [page(told(41, "One")), page(told(20, "Two"))];
  expect(stopsAfter([full, short])).toBe(true);
  expect(stopsAfter([full, full])).toBe(false);
  expect(stopsAfter([short])).toBe(false);
});

it("a text of which lines repeat on every page is no head", () => {
  const repeated = lines(3);
  const own = (word: string) => told(41, word).slice(3);
  const text = (word: string) => page([...repeated, ...own(word)]);
  expect(runFrom([text("One"), text("Two"), text("Three")])).toBeUndefined();
  const apart = (word: string): RunPage => {
    const whole = text(word);
    const [column, anchor] = [{ left: 72, limit: 520 }, 72];
    const paragraphs = [
      { lines: repeated, column, anchor },
      { lines: own(word), column, anchor },
    ];
    return { ...whole, found: { ...whole.found, paragraphs } } as unknown as RunPage;
  };
  expect(runFrom([apart("One"), apart("Two"), apart("Three")])?.pages).toHaveLength(3);
});
