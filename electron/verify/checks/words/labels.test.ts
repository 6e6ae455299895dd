import { expect, test } from "vitest";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PlacedMark } from "../../reading/coverage.ts";
import { labelForms } from "../../reading/expected.ts";
import { Labels } from "./labels.ts";

const mark = (group: string, label: string, rect: Rect): PlacedMark =>
  ({ group, label, rect, reason: "other" }) as unknown as PlacedMark;
const near = (one: PlacedMark): Rect[] => [one.rect];

/** Marks at three lines, and labels found where `shown` says. */
function missing(shown: readonly (readonly [string, Rect])[]): string[] {
  const labels = new Labels([
    mark("a", "Child A", [74, 600, 140, 612]),
    mark("b", "Doctor 1", [74, 180, 214, 192]),
    mark("c", "Doctor 1", [300, 640, 350, 652]),
  ]);
  for (const [label, rect] of shown)
    labels.found.push({ text: labelForms(label)[1]!, rect, indices: [] });
  return labels.missing(near).map((one) => one.group);
}

const child = ["Child A", [74, 600, 120, 612]] as const;
const there = ["Doctor 1", [300, 640, 350, 652]] as const;

test("a label that moved up with its line is not missing", () => {
  expect(missing([child, there, ["Doctor 1", [74, 217, 130, 229]]])).toEqual([]);
});

test("one label does not stand for two marks, nor one that begins elsewhere", () => {
  expect(missing([child, there])).toEqual(["b"]);
  expect(missing([child, there, ["Doctor 1", [200, 217, 256, 229]]])).toEqual(["b"]);
  expect(missing([there, ["Doctor 1", [74, 217, 130, 229]]])).toEqual(["a"]);
});

test("the label of a name that a page's end cut stands on the first of its pages", () => {
  const own = mark("a", "Child A", [74, 600, 140, 612]);
  expect(new Labels([own]).missing(near)).toEqual([own]);
  expect(new Labels([{ ...own, goesOn: true }]).missing(near)).toEqual([]);
});
