import { expect, it } from "vitest";
import type { Columns } from "../margins/columns.ts";
import type { Segment } from "../model.ts";
import { textsOf } from "../margins/text-ends.ts";

const columns = {
  isMarked: () => false,
  of: () => ({ left: 100, limit: 230, sharp: false }),
} as unknown as Columns;

/** Lines of a narrow box under one another: "*" is a letter of a burnt name. */
function texts(...lines: string[]): readonly string[] {
  const chain = lines.map((words, row) => {
    const glyphs = [...words].map((letter, i) => ({
      u: 100 + 5 * i,
      advance: 5,
      size: 10,
      blank: letter === " ",
      mark: letter === "*" ? row : -1,
      item: { shape: { unicode: letter } },
    }));
    const at = { left: 100, right: 100 + 5 * words.length, v: 700 - 12 * row, size: 10 };
    const touched = words.includes("*");
    const rest = words.startsWith("*") && lines[row - 1]?.endsWith("*");
    const frame = { key: "0", cos: 1, sin: 0 };
    return { frame, glyphs, ...at, touched, rest } as unknown as Segment;
  });
  return textsOf(chain, columns).map((text) => text.map((s) => lines[chain.indexOf(s)]).join("/"));
}

it("B3 lines that each begin with a burnt name are a list of people, also where one goes on", () => {
  const list = ["Key people", "****** *****, child", "***** ****, mother", "**** *****, former"];
  expect(texts(...list)).toEqual(list);
  expect(texts(...list, "partner", "*** ****, brother")).toEqual([
    ...list.slice(0, 3),
    "**** *****, former/partner",
    "*** ****, brother",
  ]);
});

it("B1 lines that a cut name goes on in are none of a list", () => {
  const prose = [
    "When ***** and",
    "*************",
    "***** came to",
    "see the *****",
    "***** was out",
  ];
  expect(texts(...prose)).toEqual([prose.join("/")]);
});

it("B1 running text in which some lines happen to begin with one is one text", () => {
  const prose = [
    "the nurse saw that",
    "**** and her mother",
    "were out when ****",
    "**** came home late",
  ];
  expect(texts(...prose)).toEqual([prose.join("/")]);
});
