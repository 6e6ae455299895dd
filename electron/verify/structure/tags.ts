// Tags and contents must speak of each other without gaps: the pieces of a page are counted from
// 0, each has exactly one tag, and no tag points to a piece that is not there. A missing number
// would tell where something was taken out (leak channel 50).
import { isDict, isList, isRef, nameOf, numberOf } from "../raw/values.ts";
import type { Dict, Value } from "../raw/values.ts";
import type { PageUse, Resolve } from "./content-use.ts";
import type { Walk } from "./walk.ts";
import type { Findings } from "../findings.ts";

export function checkTags(
  walk: Walk,
  pages: readonly Dict[],
  uses: readonly PageUse[],
  resolve: Resolve,
  findings: Findings,
): void {
  const tagged = new Map<Dict, number[]>();
  for (const { dict } of walk.byRule.get("tag") ?? []) {
    const own = resolve(dict.entries.get("Pg"));
    const kids = resolve(dict.entries.get("K"));
    for (const kid of isList(kids) ? kids.items : [kids]) note(kid, own, resolve, tagged);
  }
  const hasTree = walk.byRule.has("tags");
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
    if (!hasTree) {
      if (sorted.length)
        findings.add("tags-whole", "The page has tagged pieces but no tags.", i + 1);
      continue;
    }
    const wanted = [...(tagged.get(pages[i]!) ?? [])].sort((a, b) => a - b);
    if (wanted.length !== sorted.length || wanted.some((mcid, k) => mcid !== sorted[k]))
      findings.add("tags-whole", "Tags and pieces of the page do not match.", i + 1);
  }
  findings.open("tags-whole", `${pieces} tagged pieces`);
}

function note(
  kid: Value | undefined,
  own: Value | undefined,
  resolve: Resolve,
  tagged: Map<Dict, number[]>,
): void {
  const value = isRef(kid) ? resolve(kid) : kid;
  let page = own;
  let mcid = numberOf(value);
  if (isDict(value) && nameOf(value.entries.get("Type")) === "MCR") {
    page = resolve(value.entries.get("Pg")) ?? own;
    mcid = numberOf(value.entries.get("MCID"));
  }
  if (mcid === undefined || !isDict(page)) return;
  const list = tagged.get(page);
  if (list) list.push(mcid);
  else tagged.set(page, [mcid]);
}
