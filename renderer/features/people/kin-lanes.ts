// How the lines from parents to children run: each parent's along a height of its own, and into a child
// at a place of its own, so that two families never share a line and look like one. Pure.
import type { KinTree, TreeLine } from "./kin-tree.ts";

export interface Lane {
  /** Share of the gap between two rows, from its upper edge. */
  readonly height: number;
  /** Steps to the right of the child's middle; may be negative or a half. */
  readonly aside: number;
}

const leadsDown = ({ kind }: TreeLine): boolean => kind === "parent" || kind === "carer";

/** Lanes of the lines that lead down; `most` is how many run in one gap. */
export function lanesOf({ nodes, lines }: KinTree): {
  readonly lanes: ReadonlyMap<TreeLine, Lane>;
  readonly most: number;
} {
  const nodeOf = new Map(nodes.map((n) => [n.person.id, n]));
  const columnOf = (id: string): number => nodeOf.get(id)!.column;
  const down = lines.filter(leadsDown);
  const parentsIn = new Map<number, string[]>();
  const parentsOf = new Map<string, string[]>();
  for (const { from, to } of down) {
    const row = nodeOf.get(from)!.row;
    parentsIn.set(row, [...new Set([...(parentsIn.get(row) ?? []), from])]);
    parentsOf.set(to, [...new Set([...(parentsOf.get(to) ?? []), from])]);
  }
  for (const list of [...parentsIn.values(), ...parentsOf.values()])
    list.sort((a, b) => columnOf(a) - columnOf(b));
  const lanes = new Map<TreeLine, Lane>();
  for (const line of down) {
    const row = parentsIn.get(nodeOf.get(line.from)!.row)!;
    const own = parentsOf.get(line.to)!;
    lanes.set(line, {
      height: (row.indexOf(line.from) + 1) / (row.length + 1),
      aside: own.indexOf(line.from) - (own.length - 1) / 2,
    });
  }
  return { lanes, most: Math.max(0, ...[...parentsIn.values()].map((list) => list.length)) };
}
