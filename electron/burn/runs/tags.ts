// The tags of the pages of a run as those of one page: what goes on from page to page is one tag. Only
// roles say so, and whether the text runs on.
import type { SourceTag } from "../../pdfium/tags.ts";
import { PIECES } from "./stack.ts";

/** Tags that hold others: one that ends a page and one that begins the next are the same. */
const HOLDERS: ReadonlySet<string> = new Set(
  "Document DocumentFragment Part Sect Art Div NonStruct Private L TOC Table BlockQuote".split(" "),
);

type Kids = SourceTag["kids"];

/** @param joined for each page: its text goes on with that of the page before */
export function tagsOfAll(
  pages: readonly (readonly SourceTag[])[],
  joined: readonly boolean[],
): readonly SourceTag[] {
  let all: Kids = [];
  pages.forEach((tags, i) => {
    all = together(all, numbered(tags, i), joined[i]!);
  });
  return all.filter((kid) => kid !== null && typeof kid !== "number");
}

function numbered(kids: Kids, page: number): Kids {
  return kids.map((kid) =>
    kid === null
      ? null
      : typeof kid === "number"
        ? kid + page * PIECES
        : { ...kid, kids: numbered(kid.kids, page) },
  );
}

function together(before: Kids, after: Kids, joined: boolean): Kids {
  const at = before.findLastIndex((kid) => kid !== null);
  const from = after.findIndex((kid) => kid !== null);
  const [a, b] = [before[at], after[from]];
  if (!a || !b || typeof a === "number" || typeof b === "number") return [...before, ...after];
  if (a.role !== b.role || !(joined || HOLDERS.has(a.role))) return [...before, ...after];
  const kids = together(a.kids, b.kids, joined);
  return [...before.slice(0, at), { ...a, kids }, ...after.slice(from + 1)];
}
