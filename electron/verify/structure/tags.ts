// Tags and contents must speak of each other without gaps: the pieces of a page are counted from
// 0 along the tags, each has exactly one tag, and no tag points to a piece that is not there. A
// missing number would tell where something was taken out (leak channel 50), and an order of their
// own could tell anything.
import { isDict, isList, isRef, numberOf } from "../raw/values.ts";
import type { Dict, Value } from "../raw/values.ts";
import type { PageUse } from "./content-use.ts";
import type { Resolve } from "./resources.ts";
import { tagFormProblems } from "./tag-form.ts";
import { readTagTree } from "./tag-tree.ts";
import type { TagNode } from "./tag-tree.ts";
import { addressProblems, keyOf, linkProblems, taggedLinks } from "./tagged-links.ts";
import type { Walk } from "./walk.ts";
import type { Findings } from "../findings.ts";

/** Keys of links in the tag index begin here, beyond those of pages. */
const LINK_KEYS = 10_000;

export function checkTags(
  walk: Walk,
  pages: readonly Dict[],
  uses: readonly PageUse[],
  resolve: Resolve,
  findings: Findings,
): void {
  const root = walk.byRule.get("tags")?.[0]?.dict;
  const tree = root && readTagTree(root, resolve);
  const all = tree?.all ?? [];
  let pieces = 0;
  for (const [i, use] of uses.entries()) {
    const sorted = [...use.mcids].sort((a, b) => a - b);
    pieces += sorted.length;
    if (sorted.some((mcid, k) => mcid !== k))
      findings.add(
        "tags-whole",
        "The tagged pieces of the page are not counted without gaps.",
        i + 1,
      );
    if (!tree) {
      if (sorted.length)
        findings.add("tags-whole", "The page has tagged pieces but no tags.", i + 1);
      continue;
    }
    if (use.untagged)
      findings.add("tags-whole", "Something on the page is neither tagged nor decoration.", i + 1);
    const read = numbersOn(pages[i]!, all);
    if (read.length !== sorted.length || read.some((mcid, k) => mcid !== k))
      findings.add("tags-whole", "Tags and pieces of the page do not match.", i + 1);
    if (all.some((node) => node.page === pages[i] && !calledRight(node, use)))
      findings.add("tags-whole", "A piece of the page is not what its tag says.", i + 1);
  }
  if (root && tree) {
    const told = [
      ...tree.problems,
      ...tagFormProblems(all, resolve),
      ...orderProblems(all, pages),
      ...indexProblems(root, all, pages, resolve),
    ];
    for (const problem of told) findings.add("tags-whole", problem);
  }
  for (const problem of linkProblems(all, { pages, uses }, resolve))
    findings.add("tags-whole", problem);
  for (const problem of addressProblems({ pages, uses }, resolve))
    findings.add("objects-allowed", problem);
  findings.open("tags-whole", `${pieces} tagged pieces`);
}

/** Numbers of a page's pieces in the order in which tags hold them. */
function numbersOn(page: Dict, all: readonly TagNode[]): readonly number[] {
  const inOrder: number[] = [];
  const visit = (node: TagNode): void => {
    for (const kid of node.kids) {
      if (kid.is === "piece" && node.page === page) inOrder.push(kid.number);
      else if (kid.is === "tag") visit(kid.node);
    }
  };
  for (const node of all) if (!node.parent) visit(node);
  return inOrder;
}

/** Levels of headings stand in the tags only. */
function calledRight({ role, kids }: TagNode, use: PageUse): boolean {
  const wanted = role.replace(/^H[1-6]$/, "H");
  return kids.every((kid) => kid.is !== "piece" || use.pieces.get(kid.number)?.name === wanted);
}

/** Tags are read page by page. */
function orderProblems(all: readonly TagNode[], pages: readonly Dict[]): string[] {
  let last = -1;
  for (const { page } of all) {
    if (!page) continue;
    const at = pages.indexOf(page);
    if (at < last) return ["The tags are not in the order of the pages."];
    last = at;
  }
  return [];
}

/** The index by which readers find the tag of a piece says what the tags say, in one way. */
function indexProblems(
  root: Dict,
  all: readonly TagNode[],
  pages: readonly Dict[],
  resolve: Resolve,
): string[] {
  const holders = new Map<Dict, Map<number, Dict>>();
  for (const { dict, page, kids } of all) {
    for (const kid of kids) {
      if (kid.is !== "piece" || !page) continue;
      const own = holders.get(page) ?? new Map<number, Dict>();
      holders.set(page, own.set(kid.number, dict));
    }
  }
  const wanted: [number, readonly (Dict | undefined)[] | Dict][] = [];
  const wrong = new Set<string>();
  pages.forEach((page, i) => {
    const own = holders.get(page);
    const key = numberOf(page.entries.get("StructParents"));
    if (key !== (own ? i : undefined)) wrong.add("A page has another key to its tags.");
    if (own) wanted.push([i, Array.from({ length: own.size }, (_, k) => own.get(k))]);
  });
  const links = taggedLinks(all);
  links.forEach(([annotation, tag], i) => {
    if (keyOf(annotation) !== LINK_KEYS + i) wrong.add("A link has another key to its tag.");
    wanted.push([LINK_KEYS + i, tag.dict]);
  });
  if (numberOf(root.entries.get("ParentTreeNextKey")) !== LINK_KEYS + links.length)
    wrong.add("The tag index counts on from an unusual number.");
  const index = resolve(root.entries.get("ParentTree"));
  const nums = isDict(index) ? resolve(index.entries.get("Nums")) : undefined;
  const told = isList(nums) ? nums.items : [];
  const fits =
    told.length === wanted.length * 2 &&
    wanted.every(([key, tags], i) => {
      if (numberOf(told[i * 2]) !== key) return false;
      const value = at(told[i * 2 + 1], resolve);
      if (isDict(tags as Value)) return value === tags;
      const list = tags as readonly (Dict | undefined)[];
      return (
        isList(value) &&
        value.items.length === list.length &&
        value.items.every((item, k) => at(item, resolve) === list[k])
      );
    });
  if (!fits) wrong.add("The tag index does not match the tags.");
  return [...wrong];
}

function at(value: Value | undefined, resolve: Resolve): Value | undefined {
  return isRef(value) ? resolve(value) : value;
}
