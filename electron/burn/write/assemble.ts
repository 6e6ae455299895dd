// Writes the export: a new document out of page outputs and swept navigation. Every object is made
// here or by the page burners; no object of the source is ever handed in. Same input, same bytes
// (B1): no clock, no randomness, objects numbered in the order of the pages.
import { createHash } from "node:crypto";
import { zlibSync } from "fflate";
import {
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "pdf-lib";
import type { PDFArray, PDFDocument } from "pdf-lib";
import type { BoundPage } from "./bind.ts";
import type { ExportBookmark } from "./outline.ts";
import { outline } from "./outline.ts";
import { pageLabels } from "./page-labels.ts";
import { opacityStates } from "../crisp/write/content.ts";
import { Structure } from "./structure.ts";
import { metadata, pdfDate } from "./metadata.ts";
import { text } from "./text-string.ts";
import type { PageLink, StructureNode } from "../tags/model.ts";

export interface ExportParts {
  readonly pages: readonly BoundPage[];
  readonly bookmarks: readonly ExportBookmark[];
  readonly labels: readonly string[] | null;
  readonly title: string;
  readonly language: string;
  readonly epoch?: number | undefined;
}

const PRODUCER = "Candour";

export async function assemble(doc: PDFDocument, parts: ExportParts): Promise<Uint8Array> {
  const { context } = doc;
  const hash = createHash("sha256");
  const structure = new Structure(
    doc,
    parts.pages.map((page) => page.structure),
  );
  const tree = context.nextRef();
  const refs = parts.pages.map(() => context.nextRef());
  parts.pages.forEach((page, index) => {
    hash.update(page.content);
    const dict = context.obj({
      Type: "Page",
      Parent: tree,
      MediaBox: [0, 0, round(page.width), round(page.height)],
      Resources: resources(doc, page),
      Contents: context.register(context.stream(zlibSync(page.content), { Filter: "FlateDecode" })),
      Tabs: "S",
    });
    if (page.structure.some(holdsPieces)) {
      dict.set(PDFName.of("StructParents"), PDFNumber.of(index));
    }
    const annotations = context.obj([]);
    structure.page(refs[index]!, index, page.structure, (link, keyOf) =>
      writeLink(doc, page.links[link]!, refs, index, annotations, keyOf),
    );
    if (annotations.size() > 0) dict.set(PDFName.of("Annots"), annotations);
    context.assign(refs[index]!, dict);
  });
  context.assign(tree, context.obj({ Type: "Pages", Kids: refs, Count: refs.length }));

  const { catalog } = doc;
  // The library starts every document with an empty page tree; nothing unreachable may stay.
  const unused = catalog.get(PDFName.of("Pages"));
  if (unused instanceof PDFRef) context.delete(unused);
  for (const key of catalog.keys()) catalog.delete(key);
  catalog.set(PDFName.of("Type"), PDFName.of("Catalog"));
  catalog.set(PDFName.of("Pages"), tree);
  catalog.set(PDFName.of("Lang"), text(parts.language));
  catalog.set(PDFName.of("ViewerPreferences"), context.obj({ DisplayDocTitle: true }));
  catalog.set(PDFName.of("MarkInfo"), context.obj({ Marked: true }));
  catalog.set(PDFName.of("StructTreeRoot"), structure.finish(parts.pages.length));
  catalog.set(PDFName.of("Metadata"), context.register(metadata(context, parts)));
  const bookmarks = outline(doc, parts.bookmarks, refs);
  if (bookmarks) {
    catalog.set(PDFName.of("Outlines"), bookmarks);
    catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
  }
  if (parts.labels) catalog.set(PDFName.of("PageLabels"), pageLabels(doc, parts.labels));

  const info = context.obj({});
  info.set(PDFName.of("Title"), text(parts.title));
  info.set(PDFName.of("Producer"), text(PRODUCER));
  info.set(PDFName.of("Creator"), text(PRODUCER));
  if (parts.epoch !== undefined) {
    info.set(PDFName.of("CreationDate"), PDFString.of(pdfDate(parts.epoch)));
    info.set(PDFName.of("ModDate"), PDFString.of(pdfDate(parts.epoch)));
  }
  context.trailerInfo.Info = context.register(info);
  hash.update(parts.title).update(parts.language);
  hashStreams(doc, hash);
  const id = PDFHexString.of(hash.digest("hex").slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
  return doc.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
}

/** The file's identifier stands for its content, so it must depend on all of it. */
function hashStreams(doc: PDFDocument, hash: ReturnType<typeof createHash>): void {
  for (const [, object] of doc.context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) hash.update(object.contents);
    else if (object instanceof PDFDict) hash.update(object.toString());
  }
}

function resources(doc: PDFDocument, page: BoundPage): PDFDict {
  const dict = doc.context.obj({});
  const add = (name: string, entries: ReadonlyMap<string, PDFRef>) => {
    if (entries.size === 0) return;
    const part = doc.context.obj({});
    for (const [key, ref] of entries) part.set(PDFName.of(key), ref);
    dict.set(PDFName.of(name), part);
  };
  add("Font", page.fonts);
  add("XObject", page.images);
  const opacities = page.opacities ?? [];
  if (opacities.length > 0) {
    dict.set(PDFName.of("ExtGState"), doc.context.obj(opacityStates(opacities)));
  }
  return dict;
}

function holdsPieces({ kids }: StructureNode): boolean {
  return kids.some((kid) => typeof kid === "number" || holdsPieces(kid));
}

/** One annotation for each line of the link. */
function writeLink(
  doc: PDFDocument,
  link: PageLink,
  pages: readonly PDFRef[],
  index: number,
  array: PDFArray,
  keyOf: (annotation: PDFRef) => number,
): readonly PDFRef[] {
  const { context } = doc;
  return link.rects.map((rect) => {
    const annotation = context.obj({
      Type: "Annot",
      Subtype: "Link",
      Rect: rect.map(round),
      Border: [0, 0, 0],
      F: 4,
      P: pages[index]!,
    });
    const { target } = link;
    if ("page" in target) {
      annotation.set(PDFName.of("Dest"), context.obj([pages[target.page - 1]!, "Fit"]));
    } else {
      const action = context.obj({ S: "URI" });
      action.set(PDFName.of("URI"), text(target.uri));
      annotation.set(PDFName.of("A"), action);
    }
    // Accessible documents describe every link: by what a reader sees of it.
    annotation.set(PDFName.of("Contents"), text(link.text));
    const ref = context.register(annotation);
    annotation.set(PDFName.of("StructParent"), PDFNumber.of(keyOf(ref)));
    array.push(ref);
    return ref;
  });
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
