import { describe, expect, it } from "vitest";
import { keptApart } from "./apart.ts";
import type { PlannedLine } from "./apart.ts";
import type { BoxLook } from "./label-box.ts";
import type { PlannedBox } from "./line-plan.ts";
import type { Segment } from "../glyphs/lines.ts";

const LOOK: BoxLook = {
  width: 60,
  depth: 3,
  rise: 10,
  label: "Child A",
  labelSize: 9,
  inset: 3,
};

const segment = (v: number, em = 12): Segment =>
  ({ angle: 0, glyphs: [], start: 100, end: 200, v, em }) as Segment;

function line(v: number, start = 100): PlannedLine {
  const box = { kind: "box", look: LOOK, start, width: 60, spaced: false } as unknown as PlannedBox;
  return {
    touched: { segment: segment(v), burnt: [] },
    plan: { items: [box], scale: 1, from: start, to: start + 60, lost: 0 },
  };
}

const looks = (lines: readonly PlannedLine[]) =>
  lines.map(({ plan }) => (plan.items[0] as PlannedBox).look);

describe("boxes of lines that stand close", () => {
  it("B3 end where the words above and below begin", () => {
    const [look] = looks(keptApart([line(500)], [segment(511), segment(490)]));
    expect(look!.rise).toBeCloseTo(11 - 0.22 * 12);
    expect(look!.depth).toBeCloseTo(10 - 0.72 * 12);
    expect(look!.labelSize).toBeLessThan(0.75 * (look!.rise + look!.depth));
  });

  it("share the room between two labels", () => {
    const [above, below] = looks(keptApart([line(510), line(500, 130)], []));
    expect(510 - above!.depth).toBeGreaterThanOrEqual(500 + below!.rise);
  });

  it("stay as they are where there is room, and beneath a watermark", () => {
    expect(looks(keptApart([line(500)], [segment(514), segment(486), segment(480, 90)]))).toEqual([
      LOOK,
    ]);
    expect(looks(keptApart([line(500), line(510, 300)], []))).toEqual([LOOK, LOOK]);
  });
});
