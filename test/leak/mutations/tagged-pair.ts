// The honest export with tags: every text of its first page in a tag, all else called decoration, a
// heading, a paragraph of several pieces, a list, a table and a link to the second page. Written
// here, apart from the burner, so that both can be wrong alone.
import { PDFDocument, PDFName, PDFNumber, PDFString } from "pdf-lib";
import type { PDFArray, PDFDict, PDFPage, PDFRef } from "pdf-lib";
import { order } from "./canonical.ts";
import { replaceContent } from "./edit.ts";
import type { GoodPair } from "./good-pair.ts";

type Tag = readonly [role: string, kids: readonly (Tag | number)[], scope?: string];

/** Pieces of the first page: rows of one, three, one, two and one. */
const FIRST: readonly Tag[] = [
  ["H1", [0]],
  ["P", [1, 2, 3]],
  ["L", [["LI", [["LBody", [4]]]]]],
  [
    "Table",
    [
      ["TR", [["TH", [5], "Column"]]],
      ["TR", [["TD", [6, ["Link", [7]]]]]],
    ],
  ],
];
const LINK_KEYS = 10_000;
/** From the first to the last letter of its words. */
const LINKED = [72, 647, 362.824, 660];

export async function taggedPair(pair: GoodPair): Promise<GoodPair> {
  const document = await PDFDocument.load(pair.good, { updateMetadata: false });
  const { context, catalog } = document;
  const root = context.nextRef();
  const whole = context.nextRef();
  const children = context.obj([]);
  const nums = context.obj([]);
  const [first, second] = document.getPages() as [PDFPage, PDFPage];
  const link = context.nextRef();
  let linkTag: PDFRef | undefined;

  const write = (
    [role, kids, scope]: Tag,
    parent: PDFRef,
    page: PDFPage,
    owners: PDFRef[],
  ): PDFRef => {
    const dict = context.obj({ Type: "StructElem", S: role, P: parent, Pg: page.ref });
    const ref = context.register(dict);
    const items = kids.map((kid) => {
      if (typeof kid !== "number") return write(kid, ref, page, owners);
      owners[kid] = ref;
      return PDFNumber.of(kid);
    });
    if (role === "Link") linkTag = ref;
    const held =
      role === "Link"
        ? context.obj([...items, context.obj({ Type: "OBJR", Obj: link, Pg: page.ref })])
        : items.length === 1 && typeof kids[0] === "number"
          ? items[0]!
          : context.obj(items);
    dict.set(PDFName.of("K"), held);
    if (scope) dict.set(PDFName.of("A"), context.obj({ O: "Table", Scope: scope }));
    return ref;
  };
  const tagPage = (page: PDFPage, key: number, tags: readonly Tag[] | undefined): void => {
    const words = tagContent(document, page, tags);
    const owners: PDFRef[] = [];
    const own = tags ?? Array.from({ length: words }, (_, i): Tag => ["P", [i]]);
    for (const tag of own) (children as PDFArray).push(write(tag, whole, page, owners));
    page.node.set(PDFName.of("StructParents"), PDFNumber.of(key));
    page.node.set(PDFName.of("Tabs"), PDFName.of("S"));
    nums.push(PDFNumber.of(key));
    nums.push(context.register(context.obj(owners)));
  };
  tagPage(first, 0, FIRST);
  tagPage(second, 1, undefined);
  nums.push(PDFNumber.of(LINK_KEYS));
  nums.push(linkTag!);
  const annotation = context.obj({ Type: "Annot", Subtype: "Link", Rect: LINKED });
  annotation.set(PDFName.of("Border"), context.obj([0, 0, 0]));
  annotation.set(PDFName.of("F"), PDFNumber.of(4));
  annotation.set(PDFName.of("P"), first.ref);
  annotation.set(PDFName.of("Dest"), context.obj([second.ref, "Fit"]));
  annotation.set(
    PDFName.of("Contents"),
    PDFString.of("Two further visits were planned and neither took place."),
  );
  annotation.set(PDFName.of("StructParent"), PDFNumber.of(LINK_KEYS));
  context.assign(link, annotation);
  first.node.set(PDFName.of("Annots"), context.obj([link]));
  context.assign(whole, context.obj({ Type: "StructElem", S: "Document", P: root, K: children }));
  const tree = context.obj({ Type: "StructTreeRoot", K: [whole] });
  tree.set(PDFName.of("ParentTree"), context.register(context.obj({ Nums: nums })));
  tree.set(PDFName.of("ParentTreeNextKey"), PDFNumber.of(LINK_KEYS + 1));
  context.assign(root, tree);
  catalog.set(PDFName.of("MarkInfo"), context.obj({ Marked: true }));
  catalog.set(PDFName.of("StructTreeRoot"), root);
  for (const dict of [catalog as PDFDict, first.node, second.node]) order(dict);
  const good = await document.save({ useObjectStreams: false, addDefaultPage: false });
  return { ...pair, good, original: await linked(pair.original) };
}

/** With a link on the same words to the same page. */
async function linked(original: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(original, { updateMetadata: false });
  const [first, second] = document.getPages() as [PDFPage, PDFPage];
  const link = document.context.obj({ Type: "Annot", Subtype: "Link", Rect: LINKED });
  link.set(PDFName.of("Border"), document.context.obj([0, 0, 0]));
  link.set(PDFName.of("Dest"), document.context.obj([second.ref, "Fit"]));
  first.node.set(PDFName.of("Annots"), document.context.obj([link]));
  return document.save({ useObjectStreams: false });
}

/** Texts become pieces, everything else decoration; answers how many pieces there are. */
function tagContent(
  document: PDFDocument,
  page: PDFPage,
  tags: readonly Tag[] | undefined,
): number {
  const names: string[] = [];
  const name = ([role, kids]: Tag): void => {
    for (const kid of kids)
      if (typeof kid === "number") names[kid] = role.replace(/^H\d$/, "H");
      else name(kid);
  };
  tags?.forEach(name);
  let piece = 0;
  replaceContent(document, page, (text) =>
    text
      .split(/(\bBT\s[^]*?\sET\b)/)
      .map((part) => part.trim())
      .map((part) => {
        if (part.startsWith("BT")) {
          const at = piece++;
          return `/${names[at] ?? "P"} <</MCID ${at}>> BDC\n${part}\nEMC`;
        }
        return /(?:^|\s)(?:f|S|B|Do)(?:\s|$)/.test(part) ? `/Artifact BMC\n${part}\nEMC` : part;
      })
      .filter((part) => part !== "")
      .join("\n"),
  );
  return piece;
}
