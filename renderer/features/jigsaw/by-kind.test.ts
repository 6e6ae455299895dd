import { expect, it } from "vitest";
import type { Clue } from "../../../shared/detect/jigsaw.ts";
import { byKind } from "./by-kind.ts";

const clue = (kind: Clue["kind"], text: string, page = 1): Clue => ({
  kind,
  text,
  document: "d",
  page,
  start: 0,
  end: text.length,
});

it("clues come by kind, each text once with its count and first place, the commonest first", () => {
  const kinds = byKind([
    clue("occupation", "roofer", 4),
    clue("area", "Thorn\nmere", 2),
    clue("area", "the estate", 3),
    clue("area", "the estate", 5),
    clue("area", "The estate", 9),
  ]);
  expect(kinds.map((k) => [k.kind, k.texts.map((t) => [t.text, t.places, t.first.page])])).toEqual([
    [
      "area",
      [
        ["the estate", 3, 3],
        ["Thorn mere", 1, 2],
      ],
    ],
    ["occupation", [["roofer", 1, 4]]],
  ]);
});
