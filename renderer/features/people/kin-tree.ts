// Where each person of the register stands in the kinship tree: parents above children, partners
// and siblings in one row. Pure. Relations may be entered from either side and may contradict each
// other; then the tree is still drawn, each person once.
import type { PersonCard } from "../../../shared/ipc/people.ts";

export interface TreeNode {
  readonly person: PersonCard;
  /** Counted from the top row, and from the left within the row. */
  readonly row: number;
  readonly column: number;
}

export interface TreeLine {
  readonly from: string;
  readonly to: string;
  readonly kind: "parent" | "partner" | "sibling" | "carer";
}

export interface KinTree {
  readonly nodes: readonly TreeNode[];
  readonly lines: readonly TreeLine[];
  readonly rows: number;
  readonly columns: number;
}

export function kinTree(people: readonly PersonCard[]): KinTree {
  const lines = linesOf(people);
  const related = new Set(lines.flatMap((l) => [l.from, l.to]));
  const shown = people.filter((p) => related.has(p.id));
  const depth = depths(shown, lines);
  const rows = new Map<number, PersonCard[]>();
  for (const person of shown) {
    const row = depth.get(person.id)!;
    rows.set(row, [...(rows.get(row) ?? []), person]);
  }
  const nodes: TreeNode[] = [];
  const columnOf = new Map<string, number>();
  const order = [...rows.keys()].sort((a, b) => a - b);
  for (const [row, key] of order.entries()) {
    const list = arranged(rows.get(key)!, lines, columnOf);
    for (const [column, person] of list.entries()) {
      columnOf.set(person.id, column);
      nodes.push({ person, row, column });
    }
  }
  const columns = Math.max(0, ...[...rows.values()].map((list) => list.length));
  return { nodes, lines, rows: order.length, columns };
}

/** Each relation once, whichever side it was entered from. */
function linesOf(people: readonly PersonCard[]): readonly TreeLine[] {
  const known = new Set(people.map((p) => p.id));
  const lines = new Map<string, TreeLine>();
  for (const person of people)
    for (const { other, relation } of person.kin) {
      if (!known.has(other) || other === person.id) continue;
      const directed = relation === "parent" || relation === "carer";
      const pair = directed ? [person.id, other] : [person.id, other].sort();
      lines.set(`${relation} ${pair.join(" ")}`, {
        from: pair[0]!,
        to: pair[1]!,
        kind: relation,
      });
    }
  return [...lines.values()];
}

/** Rows grow until every parent stands above its child; a circle stops after as many steps as people. */
function depths(
  people: readonly PersonCard[],
  lines: readonly TreeLine[],
): ReadonlyMap<string, number> {
  const depth = new Map(people.map((p) => [p.id, 0]));
  for (let step = 0; step <= people.length; step++) {
    let changed = false;
    for (const { from, to, kind } of lines) {
      const [a, b] = [depth.get(from)!, depth.get(to)!];
      const below = kind === "parent" || kind === "carer";
      const wanted = below ? a + 1 : Math.max(a, b);
      if (below ? b < wanted : a !== b) {
        depth.set(to, wanted);
        if (!below) depth.set(from, wanted);
        changed = true;
      }
    }
    if (!changed) break;
  }
  return depth;
}

/** Children stand roughly under their parents, partners side by side. */
function arranged(
  row: readonly PersonCard[],
  lines: readonly TreeLine[],
  columnOf: ReadonlyMap<string, number>,
): readonly PersonCard[] {
  const weight = (person: PersonCard): number => {
    const above = lines
      .filter((l) => l.to === person.id && columnOf.has(l.from))
      .map((l) => columnOf.get(l.from)!);
    return above.length > 0 ? above.reduce((a, b) => a + b, 0) / above.length : 0;
  };
  const sorted = [...row].sort((a, b) => weight(a) - weight(b));
  const list: PersonCard[] = [];
  for (const person of sorted) {
    if (list.includes(person)) continue;
    list.push(person);
    for (const { from, to, kind } of lines) {
      if (kind !== "partner" || (from !== person.id && to !== person.id)) continue;
      const other = sorted.find((p) => p.id === (from === person.id ? to : from));
      if (other && !list.includes(other)) list.push(other);
    }
  }
  return list;
}
