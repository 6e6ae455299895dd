// Cheats in where an export leads, and in what it says of its pages beside them.
import { PDFArray, PDFDict, PDFName, PDFNumber } from "pdf-lib";
import type { PDFDocument } from "pdf-lib";
import { edited } from "./edit.ts";
import type { Edit, Mutation } from "./edit.ts";

const ADDED = "nothing-added";
/** The page with links, counted from 0. */
const HEARD = 2;
const key = (name: string): PDFName => PDFName.of(name);

function link(document: PDFDocument, n: number): PDFDict {
  return document.getPage(HEARD).node.lookup(key("Annots"), PDFArray).lookup(n, PDFDict);
}

/** Bookmarks one after another. */
function bookmarks(document: PDFDocument): PDFDict[] {
  const items: PDFDict[] = [];
  let next = document.catalog.lookup(key("Outlines"), PDFDict).lookupMaybe(key("First"), PDFDict);
  while (next) {
    items.push(next);
    next = next.lookupMaybe(key("Next"), PDFDict);
  }
  return items;
}

function lead(document: PDFDocument, from: PDFDict, page: number): void {
  from.set(key("Dest"), document.context.obj([document.getPage(page).ref, "Fit"]));
}

function exchange(name: string, a: PDFDict, b: PDFDict): void {
  const [one, other] = [a.get(key(name))!, b.get(key(name))!];
  a.set(key(name), other);
  b.set(key(name), one);
}

const LOST: Edit = (d) => {
  const [first, second, third] = bookmarks(d);
  d.context.delete(first!.get(key("Next")) as never);
  first!.set(key("Next"), second!.get(key("Next"))!);
  third!.set(key("Prev"), second!.get(key("Prev"))!);
  d.catalog.lookup(key("Outlines"), PDFDict).set(key("Count"), PDFNumber.of(2));
};

export const LEADING: readonly Mutation[] = [
  edited("a link to another page", ADDED, (d) => lead(d, link(d, 0), 1)),
  edited("a link to its own page", ADDED, (d) => lead(d, link(d, 0), HEARD)),
  edited("two links to one another's pages", ADDED, (d) =>
    exchange("Dest", link(d, 0), link(d, 1)),
  ),
  edited("a bookmark to another page", ADDED, (d) => lead(d, bookmarks(d)[0]!, 1)),
  edited("titles of two bookmarks exchanged", ADDED, (d) => {
    const [one, other] = bookmarks(d);
    exchange("Title", one!, other!);
  }),
  edited("a bookmark lost", ADDED, LOST),
  edited("the page labels lost", ADDED, (d) => void d.catalog.delete(key("PageLabels"))),
];
