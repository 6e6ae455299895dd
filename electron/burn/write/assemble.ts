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
import type { PageOutput } from "../page-output.ts";
import type { ExportBookmark } from "./outline.ts";
import { outline } from "./outline.ts";
import { pageLabels } from "./page-labels.ts";
import { Structure } from "./structure.ts";
import { metadata, pdfDate } from "./metadata.ts";
import { text } from "./text-string.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";

export interface ExportLink {
  /** Points of the export's page. */
  readonly rect: Rect;
  /** Counts from 1. */
  readonly page: number;
}

export interface ExportParts {
  readonly pages: readonly PageOutput[];
  /** Links of each page, by index. */
  readonly links: readonly (readonly ExportLink[])[];
  readonly bookmarks: readonly ExportBookmark[];
  readonly labels: readonly string[] | null;
  readonly title: string;
  readonly language: string;
  readonly epoch?: number | undefined;
}

const PRODUCER = "Candour";
/** Share of a link's height that the area of another line may cover. */
const BRUSHED = 0.4;

export async function assemble(doc: PDFDocument, parts: ExportParts): Promise<Uint8Array> {
  const { context } = doc;
  const hash = createHash("sha256");
  const structure = new Structure(doc);
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
    if (page.structure.length > 0) {
      dict.set(PDFName.of("StructParents"), PDFNumber.of(index));
      structure.page(refs[index]!, index, page.structure);
    }
    const kept = (parts.links[index] ?? []).filter((link) => staysPut(link, page.burned.touched));
    const annotations = links(doc, structure, kept, refs, index);
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

function resources(doc: PDFDocument, page: PageOutput): PDFDict {
  const dict = doc.context.obj({});
  const add = (name: string, entries: ReadonlyMap<string, PDFRef>) => {
    if (entries.size === 0) return;
    const part = doc.context.obj({});
    for (const [key, ref] of entries) part.set(PDFName.of(key), ref);
    dict.set(PDFName.of(name), part);
  };
  add("Font", page.fonts);
  add("XObject", page.images);
  return dict;
}

function links(
  doc: PDFDocument,
  structure: Structure,
  list: readonly ExportLink[],
  pages: readonly PDFRef[],
  index: number,
): PDFArray {
  const { context } = doc;
  const array = context.obj([]);
  for (const link of list) {
    const annotation = context.obj({
      Type: "Annot",
      Subtype: "Link",
      Rect: link.rect.map(round),
      Border: [0, 0, 0],
      F: 4,
      P: pages[index]!,
      Dest: [pages[link.page - 1]!, "Fit"],
    });
    // Accessible documents describe every link; the description names the page, never the text.
    annotation.set(PDFName.of("Contents"), text(`Go to page ${link.page}`));
    const ref = context.register(annotation);
    annotation.set(PDFName.of("StructParent"), PDFNumber.of(structure.link(pages[index]!, ref)));
    array.push(ref);
  }
  return array;
}

/**
 * The words under a link on a line that was set anew stand elsewhere now; where they stood tells how
 * long the burnt word was (B1). Lines next to it may be brushed.
 */
function staysPut({ rect }: ExportLink, touched: readonly Rect[]): boolean {
  return !touched.some((area) => {
    const across = Math.min(area[2], rect[2]) - Math.max(area[0], rect[0]);
    const up = Math.min(area[3], rect[3]) - Math.max(area[1], rect[1]);
    return across > 0 && up > BRUSHED * (rect[3] - rect[1]);
  });
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
