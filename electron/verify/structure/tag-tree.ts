// Reads the tag tree of a candidate into plain nodes: role, page, pieces, links and tags in the
// order in which a reader meets them. It follows no more than there is, and tells what is held by
// nobody, held twice or says another parent than the one that holds it.
import { isDict, isList, isRef, nameOf, numberOf } from "../raw/values.ts";
import type { Dict, Value } from "../raw/values.ts";
import type { Resolve } from "./resources.ts";

export interface TagNode {
  readonly dict: Dict;
  readonly role: string;
  readonly page: Dict | undefined;
  readonly parent: TagNode | undefined;
  readonly kids: readonly TagKid[];
}

export type TagKid =
  | { readonly is: "tag"; readonly node: TagNode }
  | { readonly is: "piece"; readonly number: number }
  | { readonly is: "link"; readonly annotation: Dict };

export interface TagTree {
  /** All tags, in the order in which they are read. */
  readonly all: readonly TagNode[];
  readonly problems: readonly string[];
}

const DEEPEST = 100;

export function readTagTree(root: Dict, resolve: Resolve): TagTree {
  const all: TagNode[] = [];
  const problems = new Set<string>();
  const seen = new Set<Dict>();
  const read = (dict: Dict, parent: TagNode | undefined, holder: Dict, depth: number): TagNode => {
    const kids: TagKid[] = [];
    const page = resolve(dict.entries.get("Pg"));
    const role = nameOf(dict.entries.get("S")) ?? "";
    const node = { dict, role, page: isDict(page) ? page : undefined, parent, kids };
    all.push(node);
    seen.add(dict);
    if (resolve(dict.entries.get("P")) !== holder)
      problems.add("A tag names another parent than the one that holds it.");
    for (const item of listOf(dict.entries.get("K"), resolve)) {
      const value = isRef(item) ? resolve(item) : item;
      const number = numberOf(value);
      if (number !== undefined) kids.push({ is: "piece", number });
      else if (!isDict(value)) problems.add("A tag holds what is no tag.");
      else if (nameOf(value.entries.get("Type")) === "OBJR") {
        const annotation = resolve(value.entries.get("Obj"));
        if (resolve(value.entries.get("Pg")) !== page)
          problems.add("A tag holds a link of another page.");
        if (isDict(annotation)) kids.push({ is: "link", annotation });
      } else if (seen.has(value) || depth > DEEPEST) problems.add("A tag is held more than once.");
      else kids.push({ is: "tag", node: read(value, node, dict, depth + 1) });
    }
    return node;
  };
  for (const item of listOf(root.entries.get("K"), resolve)) {
    const value = resolve(item);
    if (isDict(value) && !seen.has(value)) read(value, undefined, root, 0);
  }
  return { all, problems: [...problems] };
}

function listOf(value: Value | undefined, resolve: Resolve): readonly Value[] {
  const kids = resolve(value);
  if (isList(kids)) return kids.items;
  return kids === undefined || kids === null ? [] : [kids];
}
