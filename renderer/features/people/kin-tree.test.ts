import { describe, expect, it } from "vitest";
import type { PersonCard, Relation } from "../../../shared/ipc/people.ts";
import { kinTree } from "./kin-tree.ts";

const person = (id: string, ...kin: [string, Relation][]): PersonCard => ({
  id,
  names: [id],
  label: null,
  role: null,
  note: null,
  kin: kin.map(([other, relation]) => ({ other, relation })),
});

const rowsOf = (people: PersonCard[]): Record<string, number> =>
  Object.fromEntries(kinTree(people).nodes.map((n) => [n.person.id, n.row]));

describe("the kinship tree", () => {
  it("puts parents above children and partners in one row", () => {
    expect(
      rowsOf([
        person("child"),
        person("mother", ["child", "parent"], ["father", "partner"]),
        person("father", ["child", "parent"]),
        person("grandmother", ["mother", "parent"]),
      ]),
    ).toEqual({ grandmother: 0, mother: 1, father: 1, child: 2 });
  });
  it("keeps partners side by side", () => {
    const { nodes } = kinTree([
      person("a", ["c", "partner"]),
      person("b", ["child", "parent"]),
      person("c"),
      person("child"),
    ]);
    const column = (id: string): number => nodes.find((n) => n.person.id === id)!.column;
    expect(Math.abs(column("a") - column("c"))).toBe(1);
  });
  it("draws one line for a relation entered from both sides", () => {
    const tree = kinTree([person("a", ["b", "sibling"]), person("b", ["a", "sibling"])]);
    expect(tree.lines).toHaveLength(1);
  });
  it("leaves out people without relations, and relations to nobody", () => {
    expect(kinTree([person("a"), person("b", ["gone", "parent"])]).nodes).toEqual([]);
  });
  it("comes to an end when two people are each other's parents", () => {
    expect(
      kinTree([person("a", ["b", "parent"]), person("b", ["a", "parent"])]).nodes,
    ).toHaveLength(2);
  });
});
