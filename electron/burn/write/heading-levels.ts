// Levels of headings over a whole document: counted from 1 without gaps, however a source, or the
// sizes of its type, had them.
import type { Role, StructureNode } from "../tags/model.ts";

export interface Levels {
  /** The role under which a tag is written. */
  of(node: StructureNode): Role;
}

export function levelsOf(nodes: readonly StructureNode[]): Levels {
  const headings: StructureNode[] = [];
  const collect = (node: StructureNode): void => {
    if (levelOf(node) > 0) headings.push(node);
    for (const kid of node.kids) if (typeof kid !== "number") collect(kid);
  };
  nodes.forEach(collect);
  const used = [...new Set(headings.map(levelOf))].sort((a, b) => a - b);
  const roles = new Map<StructureNode, Role>();
  let before = 0;
  for (const heading of headings) {
    const level = Math.min(used.indexOf(levelOf(heading)) + 1, before + 1);
    roles.set(heading, `H${level}` as Role);
    before = level;
  }
  return { of: (node) => roles.get(node) ?? node.role };
}

/** 0 for what is no heading. */
function levelOf({ role }: StructureNode): number {
  return role.startsWith("H") ? Number(/^H([1-6])$/.exec(role)?.[1] ?? 0) : 0;
}
