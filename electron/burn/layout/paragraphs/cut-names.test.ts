import { expect, it } from "vitest";
import { cutNames } from "./cut-names.ts";
import type { PageMark } from "../../page-output.ts";
import type { Paragraph } from "./paragraph.ts";

const marks = [
  { text: "Mother", group: "a" },
  { text: "", group: "a" },
  { text: "Mother", group: "b" },
  { text: "", group: "b" },
] as unknown as readonly PageMark[];
const line = (mark: number, rest = false) => ({ rest, glyphs: [{ mark: -1 }, { mark }] });
const text = (...lines: object[]) => ({ lines }) as unknown as Paragraph;

it("B1 a name that a line's end cut is told where its rest begins another text", () => {
  const within = text(line(0), line(1, true));
  const apart = [text(line(2)), text(line(3, true))];
  expect([...cutNames([within], marks)]).toEqual([]);
  expect([...cutNames([within, ...apart], marks)]).toEqual(["b"]);
});
