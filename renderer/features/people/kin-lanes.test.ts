import { expect, it } from "vitest";
import type { PersonCard } from "../../../shared/ipc/people.ts";
import { lanesOf } from "./kin-lanes.ts";
import { kinTree } from "./kin-tree.ts";

const person = (id: string, ...children: string[]): PersonCard => ({
  id,
  names: [id],
  label: null,
  role: null,
  note: null,
  kin: children.map((other) => ({ other, relation: "parent" })),
});

it("gives every parent a height of its own, and every line into a child a place of its own", () => {
  const tree = kinTree([
    person("her mother", "mother"),
    person("his mother", "father"),
    person("mother", "first", "second"),
    person("father", "second"),
    person("first"),
    person("second"),
  ]);
  const { lanes, most } = lanesOf(tree);
  const lane = (from: string, to: string) => {
    const line = tree.lines.find((l) => l.from === from && l.to === to);
    return line && lanes.get(line);
  };
  expect(most).toBe(2);
  expect(lane("her mother", "mother")?.height).not.toBe(lane("his mother", "father")?.height);
  expect(lane("mother", "first")?.height).toBe(lane("mother", "second")?.height);
  expect(lane("mother", "second")?.height).not.toBe(lane("father", "second")?.height);
  expect(lane("mother", "first")?.aside).toBe(0);
  expect([lane("mother", "second")?.aside, lane("father", "second")?.aside]).toEqual(
    expect.arrayContaining([-0.5, 0.5]),
  );
});
