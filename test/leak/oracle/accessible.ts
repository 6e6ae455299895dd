// What assistive technology needs of a PDF, after the checkpoints of the Matterhorn Protocol that a
// machine can try: read with the PDF library and pdf.js, by no code of burner or verifier.
import { inflateSync } from "node:zlib";
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFRef } from "pdf-lib";
import type { PDFObject, PDFPage } from "pdf-lib";

const key = (name: string): PDFName => PDFName.of(name);
/** Operators that show or draw something. */
const DRAWING = /^(?:Tj|TJ|'|"|S|s|f\*?|B\*?|b\*?|Do|sh|EI)$/;

export interface TagRead {
  readonly role: string;
  readonly kids: readonly TagRead[];
  readonly dict: PDFDict;
  readonly pieces: number;
  readonly links: number;
}

/** What is wrong, each with the number of its checkpoint; empty when nothing is. */
export async function accessibilityFaults(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog, context } = document;
  const faults = new Set<string>();
  const needs = (holds: boolean, fault: string): void => {
    if (!holds) faults.add(fault);
  };
  needs(catalog.lookup(key("Lang")) !== undefined, "11-006 no language");
  const marked = catalog.lookup(key("MarkInfo"), PDFDict).get(key("Marked"));
  needs(String(marked) === "true", "06-001 not marked as tagged");
  const shown = catalog.lookup(key("ViewerPreferences"), PDFDict).get(key("DisplayDocTitle"));
  needs(String(shown) === "true", "07-002 title is not shown");
  const packet = catalog.lookup(key("Metadata"));
  const xml = packet instanceof PDFRawStream ? Buffer.from(packet.contents).toString() : "";
  needs(/<pdfuaid:part>1</.test(xml), "06-002 no claim in the metadata");
  needs(/<dc:title>.*\S.*<\/dc:title>/s.test(xml), "06-003 no title in the metadata");

  const root = catalog.lookup(key("StructTreeRoot"), PDFDict);
  needs(!root.has(key("RoleMap")), "02-001 roles of its own");
  const top = await readTags(document);
  const all: TagRead[] = [];
  const collect = (tag: TagRead): void => {
    all.push(tag);
    tag.kids.forEach(collect);
  };
  top.forEach(collect);
  needs(top.length === 1 && top[0]!.role === "Document", "09-004 no single document");
  let level = 0;
  for (const tag of all) {
    const heading = Number(/^H(\d)$/.exec(tag.role)?.[1] ?? 0);
    needs(heading <= level + 1, "14-003 a level of headings is skipped");
    if (heading > 0) level = heading;
    const roles = tag.kids.map(({ role }) => role);
    if (tag.role === "Figure")
      needs(tag.dict.has(key("Alt")), "13-004 a figure without description");
    if (tag.role === "L")
      needs(
        roles.every((r) => r === "LI"),
        "09-005 a list of other than items",
      );
    if (tag.role === "LI")
      needs(
        roles.filter((r) => r === "LBody").length === 1 &&
          roles.every((r) => r === "Lbl" || r === "LBody"),
        "09-006 an item of other than label and body",
      );
    if (tag.role === "TR")
      needs(
        roles.every((r) => r === "TH" || r === "TD"),
        "09-004 a row of other than cells",
      );
    if (tag.role === "TH")
      needs(attribute(tag, "Scope") !== undefined, "15-003 a head without scope");
    if (tag.role === "Table") {
      const widths = tableWidths(tag);
      needs(new Set(widths).size <= 1, `15-005 rows of different widths: ${widths.join(" ")}`);
    }
    if (tag.role === "Link") needs(tag.links > 0, "28-010 a link tag without its link");
  }
  const tree = root.lookup(key("ParentTree"), PDFDict).lookup(key("Nums"), PDFArray);
  const owners = new Map<number, PDFObject>();
  for (let i = 0; i < tree.size(); i += 2)
    owners.set(tree.lookup(i, PDFNumber).asNumber(), context.lookup(tree.get(i + 1))!);
  for (const [i, page] of document.getPages().entries()) {
    const used = contentFaults(page).map((fault) => `page ${i + 1}: ${fault}`);
    for (const fault of used) faults.add(fault);
    for (const fault of ownerFaults(document, page, owners)) faults.add(`page ${i + 1}: ${fault}`);
  }
  return [...faults];
}

/** Roles as one line: "Document(H1 P(Link))"; of one tag and what it holds. */
export function outline(tag: TagRead): string {
  return tag.kids.length === 0 ? tag.role : `${tag.role}(${tag.kids.map(outline).join(" ")})`;
}

export async function readTags(document: PDFDocument): Promise<readonly TagRead[]> {
  const { context, catalog } = document;
  const read = (dict: PDFDict): TagRead => {
    const value = context.lookup(dict.get(key("K")));
    const items = value instanceof PDFArray ? value.asArray() : value ? [value] : [];
    const resolved = items.map((item) => context.lookup(item));
    const dicts = resolved.filter((item) => item instanceof PDFDict);
    const links = dicts.filter((item) => item.get(key("Type")) === key("OBJR"));
    return {
      role: String(dict.get(key("S"))).slice(1),
      kids: dicts.filter((item) => !links.includes(item)).map(read),
      dict,
      pieces: resolved.filter((item) => item instanceof PDFNumber).length,
      links: links.length,
    };
  };
  const root = catalog.lookup(key("StructTreeRoot"), PDFDict);
  return root
    .lookup(key("K"), PDFArray)
    .asArray()
    .map((item) => read(context.lookup(item, PDFDict)));
}

function attribute({ dict }: TagRead, name: string): PDFObject | undefined {
  const own = dict.lookup(key("A"));
  return own instanceof PDFDict ? own.get(key(name)) : undefined;
}

function span(cell: TagRead, name: string): number {
  const value = attribute(cell, name);
  return value instanceof PDFNumber ? value.asNumber() : 1;
}

function tableWidths(table: TagRead): number[] {
  const rows = table.kids.filter(({ role }) => role === "TR");
  const taken = rows.map(() => 0);
  rows.forEach((row, i) => {
    for (const cell of row.kids)
      for (let down = 0; down < span(cell, "RowSpan") && i + down < rows.length; down++)
        taken[i + down]! += span(cell, "ColSpan");
  });
  return taken;
}

function contentFaults(page: PDFPage): string[] {
  const contents = page.node.Contents();
  if (!(contents instanceof PDFRawStream)) return ["no contents"];
  const text = inflateSync(contents.contents).toString("latin1");
  let open = 0;
  const faults = new Set<string>();
  for (const [token] of text.matchAll(
    /\([^)]*\)|<[0-9A-Fa-f]*>|<<|>>|\/[^\s<>[\]()/]+|[^\s<>[\]()/]+/g,
  )) {
    if (token === "BDC" || token === "BMC") open++;
    else if (token === "EMC") open--;
    else if (open === 0 && DRAWING.test(token))
      faults.add("01-005 content neither tagged nor decoration");
    if (open > 1) faults.add("01-004 tagged content within decoration, or the other way round");
  }
  return [...faults];
}

function ownerFaults(
  document: PDFDocument,
  page: PDFPage,
  owners: ReadonlyMap<number, PDFObject>,
): string[] {
  const { context } = document;
  const faults: string[] = [];
  const text = inflateSync((page.node.Contents() as PDFRawStream).contents).toString("latin1");
  const numbers = [...text.matchAll(/\/MCID (\d+)/g)].map(([, number]) => Number(number));
  const own = page.node.lookup(key("StructParents"));
  const list = own instanceof PDFNumber ? owners.get(own.asNumber()) : undefined;
  if (numbers.length > 0 && !(list instanceof PDFArray && list.size() === numbers.length))
    faults.push("09 pieces and their tags do not match");
  const annotations = page.node.lookup(key("Annots"));
  if (!(annotations instanceof PDFArray)) return faults;
  if (page.node.get(key("Tabs")) !== key("S")) faults.push("28-009 links not in the order of tags");
  for (const item of annotations.asArray()) {
    const link = context.lookup(item instanceof PDFRef ? item : undefined, PDFDict);
    if (!link.has(key("Contents"))) faults.push("28-012 a link without description");
    const tag = owners.get(link.lookup(key("StructParent"), PDFNumber).asNumber());
    if (!(tag instanceof PDFDict) || tag.get(key("S")) !== key("Link"))
      faults.push("28-011 a link that is not in a link tag");
  }
  return faults;
}
