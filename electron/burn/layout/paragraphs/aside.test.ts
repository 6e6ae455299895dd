import { expect, it } from "vitest";
import { isAside } from "./aside.ts";
import type { Frame, Segment } from "../model.ts";
import type { Paragraph } from "./paragraph.ts";

const level = { cos: 1, sin: 0 } as Frame;
const upright = { cos: 0, sin: 1 } as Frame;
const line = (frame: Frame, letters: number) =>
  ({ frame, glyphs: Array.from({ length: letters }) }) as unknown as Segment;
const paragraph = (...lines: Segment[]) => ({ lines }) as unknown as Paragraph;

it("B1 text in another direction than the page's counts the breaks that it cannot follow", () => {
  const [body, more, spine] = [line(level, 40), line(level, 5), line(upright, 12)];
  const page = [body, more, spine];
  expect(isAside(paragraph(body, more), page)).toBe(false);
  expect(isAside(paragraph(spine), page)).toBe(true);
  expect(isAside(paragraph(spine), [spine])).toBe(false);
});
