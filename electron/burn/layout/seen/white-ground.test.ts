import { describe, expect, it } from "vitest";
import { helvetica } from "../../../../test/fixtures/leaks/leak.ts";
import { crispExport } from "../../crisp/testing/export.ts";
import { oddPage } from "../../crisp/testing/odd-page.ts";
import type { PathItem, PathStroke } from "../../crisp/interpret/display-list.ts";
import { rectanglePath } from "../../crisp/interpret/path-data.ts";
import { frameOf } from "../lines/frame.ts";
import { wallsOf } from "../lines/rules.ts";
import { seenPaints } from "./unseen-paint.ts";

const NAME = "Orla Featherstone";
const TEXT = [
  `Nobody at the school had heard`,
  `of ${NAME} or her`,
  `aunt, and the nurse who called`,
  `at the house was told to come`,
  `again on the Monday after it.`,
];
const SIZE = 9;

/** Ragged lines, with whatever is drawn beneath them. */
async function burnt(beneath: string): Promise<Uint8Array> {
  const lines = TEXT.map((line, i) => `BT /F ${SIZE} Tf 20 ${120 - 12 * i} Td (${line}) Tj ET`);
  const x = 20 + helvetica("of ", SIZE);
  const rect = [x - 0.3, 105, x + helvetica(NAME, SIZE) + 0.3, 116] as const;
  const original = await oddPage([beneath, "0 g", ...lines].join("\n"));
  const marks = [{ page: 1, rect, label: "Child A", reason: "child-name" }];
  const { bytes, refused } = await crispExport(original, marks);
  expect([...refused]).toEqual([]);
  return bytes;
}

const EDGE: PathStroke = {
  colour: "#000000",
  width: 1,
  cap: 0,
  join: 0,
  mitre: 10,
  dash: [],
  phase: 0,
  pen: undefined,
};

function filled(bounds: PathItem["bounds"], fill: string): PathItem {
  const clip = { rect: [0, 0, 300, 200] as const, paths: [] };
  const paint = { fill, evenOdd: false, stroke: undefined };
  return { kind: "path", data: rectanglePath(bounds), bounds, paint, clip };
}

describe("a ground that nobody sees", () => {
  const bare = burnt("");
  it("B1 no edge of a white one, page-wide or not, ends the lines on it", async () => {
    expect(await burnt("1 g 0 30 290 112 re f")).toEqual(await bare);
    expect(await burnt("1 g 10 30 180 112 re f")).toEqual(await bare);
  });

  it("B3 white cells that have an edge, or stand on a colour, keep their walls", () => {
    const cell = filled([60, 30, 200, 142], "#ffffff");
    const edged = { ...cell, paint: { ...cell.paint, stroke: EDGE } };
    const ground = filled([0, 0, 300, 145], "#e6e6e6");
    const walls = (...items: PathItem[]) =>
      wallsOf(seenPaints(items), frameOf([1, 0, 0, 1, 0, 0])).upright.map(({ at }) => at);
    expect(walls(cell)).toEqual([]);
    expect(walls(edged)).toEqual([59.5, 200.5]);
    expect(walls(ground, cell)).toEqual([0, 300, 60, 200]);
  });
});
