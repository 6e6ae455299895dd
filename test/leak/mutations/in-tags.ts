// Cheats in the tags of an export: what nobody sees and only some readers are told. None of them
// needs to spell a secret; an order, a level or an empty tag can carry it as well.
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFString } from "pdf-lib";
import type { PDFDocument } from "pdf-lib";
import { edited, plain, replaceContent, secret } from "./edit.ts";
import type { Mutation } from "./edit.ts";

const WHOLE = "tags-whole";
const ALLOWED = "objects-allowed";
const ADDED = "nothing-added";
const key = (name: string): PDFName => PDFName.of(name);

/** Tags in the order in which they were written; 0 is the first below the document. */
function tags(document: PDFDocument): readonly PDFDict[] {
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((dict) => dict.get(key("Type")) === key("StructElem"));
}

function tag(document: PDFDocument, role: string): PDFDict {
  return tags(document).find((dict) => dict.get(key("S")) === key(role))!;
}

function root(document: PDFDocument): PDFDict {
  return document.catalog.lookup(key("StructTreeRoot"), PDFDict);
}

function swapped(list: PDFArray, a: number, b: number): void {
  const [first, second] = [list.get(a), list.get(b)];
  list.set(a, second);
  list.set(b, first);
}

function link(document: PDFDocument): PDFDict {
  return document.getPage(0).node.lookup(key("Annots"), PDFArray).lookup(0, PDFDict);
}

export const IN_TAGS: readonly Mutation[] = [
  edited("an alternative text put back", "terms-absent", (d) =>
    tag(d, "P").set(key("Alt"), secret()),
  ),
  edited("an alternative text that tells nothing", WHOLE, (d) =>
    tag(d, "P").set(key("Alt"), plain("A door")),
  ),
  edited("an ActualText on a tag", ALLOWED, (d) =>
    tag(d, "P").set(key("ActualText"), plain("A door")),
  ),
  edited("a language on a tag", ALLOWED, (d) => tag(d, "P").set(key("Lang"), plain("cy"))),
  edited("a title on a tag", ALLOWED, (d) => tag(d, "P").set(key("T"), plain("A door"))),
  edited("an identifier on a tag", ALLOWED, (d) => tag(d, "P").set(key("ID"), plain("n17"))),
  edited("a class on a tag", ALLOWED, (d) => tag(d, "P").set(key("C"), key("Door"))),
  edited("a map of classes", ALLOWED, (d) =>
    root(d).set(key("ClassMap"), d.context.obj({ Door: { O: "Layout" } })),
  ),
  edited("a map of roles", ALLOWED, (d) =>
    root(d).set(key("RoleMap"), d.context.obj({ Door: "P" })),
  ),
  edited("a role of its own", ALLOWED, (d) => tag(d, "P").set(key("S"), key("Door"))),
  edited("tags in another order", WHOLE, (d) =>
    swapped(tag(d, "Document").lookup(key("K"), PDFArray), 0, 1),
  ),
  edited("pieces of a tag in another order", WHOLE, (d) =>
    swapped(tag(d, "P").lookup(key("K"), PDFArray), 1, 2),
  ),
  edited("an empty tag", WHOLE, (d) => {
    const whole = tag(d, "Document");
    const at = d.context.obj({ Type: "StructElem", S: "P" });
    at.set(key("P"), root(d).lookup(key("K"), PDFArray).get(0));
    at.set(key("Pg"), d.getPage(1).ref);
    whole.lookup(key("K"), PDFArray).push(d.context.register(at));
  }),
  edited("a tag that holds nothing but a tag", WHOLE, (d) => {
    const whole = tag(d, "Document").lookup(key("K"), PDFArray);
    const inner = d.context.lookup(whole.get(1), PDFDict);
    const outer = d.context.obj({ Type: "StructElem", S: "P" });
    outer.set(key("P"), inner.get(key("P"))!);
    outer.set(key("Pg"), d.getPage(0).ref);
    outer.set(key("K"), d.context.obj([whole.get(1)]));
    const ref = d.context.register(outer);
    inner.set(key("P"), ref);
    whole.set(1, ref);
  }),
  edited("a level of headings left out", WHOLE, (d) => tag(d, "H1").set(key("S"), key("H3"))),
  edited("a head of a column for one of a row", WHOLE, (d) =>
    tag(d, "TH").lookup(key("A"), PDFDict).set(key("Scope"), key("Row")),
  ),
  edited("a cell that spans what is not there", WHOLE, (d) =>
    tag(d, "TD").set(key("A"), d.context.obj({ O: "Table", ColSpan: 3 })),
  ),
  edited("a cell outside a row", WHOLE, (d) => tag(d, "TR").set(key("S"), key("Caption"))),
  edited("a tag on another page", WHOLE, (d) => tag(d, "H1").set(key("Pg"), d.getPage(1).ref)),
  edited("a tag with another parent", WHOLE, (d) =>
    tag(d, "LBody").set(key("P"), tag(d, "LI").get(key("P"))!),
  ),
  edited("the tag index in another order", WHOLE, (d) => {
    const nums = root(d).lookup(key("ParentTree"), PDFDict).lookup(key("Nums"), PDFArray);
    swapped(nums.lookup(1, PDFArray), 0, 1);
  }),
  edited("the tag index with another next number", WHOLE, (d) =>
    root(d).set(key("ParentTreeNextKey"), PDFNumber.of(10_017)),
  ),
  edited("a page with another key to its tags", WHOLE, (d) => {
    d.getPage(0).node.set(key("StructParents"), PDFNumber.of(17));
    root(d)
      .lookup(key("ParentTree"), PDFDict)
      .lookup(key("Nums"), PDFArray)
      .set(0, PDFNumber.of(17));
  }),
  edited("a number of a piece left out", WHOLE, (d, p) =>
    replaceContent(d, p, (text) => text.replace("/MCID 7", "/MCID 8")),
  ),
  edited("a piece called something else", WHOLE, (d, p) =>
    replaceContent(d, p, (text) => text.replace("/P <</MCID 1>>", "/Span <</MCID 1>>")),
  ),
  edited("a text that is not tagged", WHOLE, (d, p) =>
    replaceContent(d, p, (text) => text.replace(/(BT\n[^]*?ET)\nEMC/, "EMC\n$1")),
  ),
  edited("a link that says something else", WHOLE, (d) =>
    link(d).set(key("Contents"), plain("Go to page 2")),
  ),
  edited("a link that begins a little before its words", ADDED, (d) =>
    link(d).set(key("Rect"), d.context.obj([71.6, 647, 362.824, 660])),
  ),
  edited("a link that stands over nothing", ADDED, (d) =>
    link(d).set(key("Rect"), d.context.obj([72, 547, 362.824, 560])),
  ),
  edited("a link with another key", WHOLE, (d) =>
    link(d).set(key("StructParent"), PDFNumber.of(10_017)),
  ),
  edited("a link outside the tags", WHOLE, (d) => tag(d, "Link").set(key("K"), PDFNumber.of(7))),
  edited("a link to an address that is not printed", ALLOWED, (d) => {
    link(d).delete(key("Dest"));
    const action = d.context.obj({ S: "URI" });
    action.set(key("URI"), PDFString.of("https://www.example.org/door-17"));
    link(d).set(key("A"), action);
  }),
];
