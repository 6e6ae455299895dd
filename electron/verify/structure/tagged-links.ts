// Links in their tags: each is held by one tag, stands on its page in the order of the tags, says
// what its words say, and leads to a page or to the very address that is printed.
import { isDict, isList, isText, nameOf, numberOf } from "../raw/values.ts";
import type { Dict } from "../raw/values.ts";
import { readText } from "../raw/text-string.ts";
import type { PageUse } from "./content-use.ts";
import type { Resolve } from "./resources.ts";
import type { TagNode } from "./tag-tree.ts";

const ADDRESS = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#][\w.~:/?#@!$&'*+,;=%-]*)?$/;

export interface LinkedPages {
  readonly pages: readonly Dict[];
  readonly uses: readonly PageUse[];
}

/** @returns the links that tags hold, in the order of the tags, with their tags */
export function taggedLinks(all: readonly TagNode[]): readonly (readonly [Dict, TagNode])[] {
  return all.flatMap((node) =>
    node.kids.flatMap((kid) => (kid.is === "link" ? [[kid.annotation, node] as const] : [])),
  );
}

export function linkProblems(
  all: readonly TagNode[],
  { pages, uses }: LinkedPages,
  resolve: Resolve,
): string[] {
  const problems = new Set<string>();
  const held = taggedLinks(all);
  pages.forEach((page, i) => {
    const list = resolve(page.entries.get("Annots"));
    const own = isList(list) ? list.items.map(resolve) : [];
    const tagged = held.filter(([, tag]) => tag.page === page).map(([annotation]) => annotation);
    if (own.length !== tagged.length || own.some((annotation, k) => annotation !== tagged[k]))
      problems.add("Links and their tags do not match.");
    for (const [annotation, tag] of held) {
      if (tag.page !== page) continue;
      if (contentsOf(annotation) !== wordsOf(tag, uses[i]!, annotation, pages, resolve))
        problems.add("A link says something else than its words.");
    }
  });
  return [...problems];
}

/** Addresses that links lead to, other than those that the words of their page spell out. */
export function addressProblems({ pages, uses }: LinkedPages, resolve: Resolve): string[] {
  const problems = new Set<string>();
  pages.forEach((page, i) => {
    const list = resolve(page.entries.get("Annots"));
    if (!isList(list)) return;
    const words = uses[i]!.text.replace(/\s+/gu, "");
    for (const annotation of list.items.map(resolve)) {
      const address = isDict(annotation) ? addressOf(annotation, resolve) : undefined;
      if (address === undefined) continue;
      const printed = [address, address.replace(/^https:\/\//, "")].some((one) =>
        words.includes(one),
      );
      if (!ADDRESS.test(address) || !printed)
        problems.add("A link leads to an address that is not printed.");
    }
  });
  return [...problems];
}

function contentsOf(annotation: Dict): string {
  const contents = annotation.entries.get("Contents");
  return isText(contents) ? readText(contents.bytes).replace(/\s+/gu, "") : "";
}

function wordsOf(
  tag: TagNode,
  use: PageUse,
  annotation: Dict,
  pages: readonly Dict[],
  resolve: Resolve,
): string {
  const pieces = tag.kids.flatMap((kid) => (kid.is === "piece" ? [kid.number] : []));
  if (pieces.length > 0)
    return pieces
      .map((piece) => use.pieces.get(piece)?.text ?? "")
      .join("")
      .replace(/\s+/gu, "");
  const destination = resolve(annotation.entries.get("Dest"));
  const page = isList(destination) ? resolve(destination.items[0]) : undefined;
  return `Gotopage${isDict(page) ? pages.indexOf(page) + 1 : 0}`;
}

/** Undefined where the link leads to a page, and nowhere else. */
function addressOf(annotation: Dict, resolve: Resolve): string | undefined {
  const action = resolve(annotation.entries.get("A"));
  if (!isDict(action)) return annotation.entries.has("Dest") ? undefined : "";
  const address = action.entries.get("URI");
  const only = nameOf(action.entries.get("S")) === "URI" && !annotation.entries.has("Dest");
  return only && isText(address) ? readText(address.bytes) : "";
}

/** Keys by which readers find the tags of links: counted upwards from one number. */
export function keyOf(annotation: Dict): number | undefined {
  return numberOf(annotation.entries.get("StructParent"));
}
