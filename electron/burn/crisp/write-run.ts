// Writes the pages of a run anew: they are read one after another, laid out over their ends together,
// and written each by itself.
import type { PDFDocumentProxy } from "pdfjs-dist";
import { layOutRun } from "../runs/lay-out-run.ts";
import type { RunPage } from "../runs/model.ts";
import { readForRun } from "../runs/read.ts";
import { runFrom } from "../runs/suitable.ts";
import { tagsOfAll } from "../runs/tags.ts";
import type { PageMark } from "../page-output.ts";
import { taggingOf } from "../tags/tagging.ts";
import { finished, mustBeWritable, mustStandApart } from "./draft.ts";
import type { Written } from "./draft.ts";
import type { ImageEncoder } from "./images/pool.ts";
import { NotAccountable } from "./interpret/display-list.ts";
import { interpretPage } from "./interpret/interpret-page.ts";
import { linked } from "./interpret/linked.ts";
import type { Faces } from "./interpret/loaded-faces.ts";
import type { PageSource } from "./page-source.ts";
import { LinksSeen } from "./write/links-seen.ts";
import { writePage } from "./write/page.ts";

export interface RunOrder {
  readonly page: number;
  readonly marks: readonly PageMark[];
  readonly source: PageSource;
}

/** What pages are read and written with. */
export interface Tools {
  readonly pdf: PDFDocumentProxy;
  readonly faces: Faces;
  readonly encoder: ImageEncoder;
  /** Pages read before, which may be asked for again; undefined: part of no run. */
  readonly known: Map<number, KnownPage>;
}

export interface KnownPage {
  readonly marks: readonly PageMark[];
  readonly page: RunPage | undefined;
}

/**
 * @param orders pages that follow each other
 * @returns those of them that are a run; undefined where they cannot be laid out together
 * @throws NotAccountable
 */
export async function writeRun(
  orders: readonly RunOrder[],
  { pdf, faces, encoder, known }: Tools,
): Promise<readonly Written[] | undefined> {
  for (const page of known.keys())
    if (orders.every((order) => order.page !== page)) known.delete(page);
  const run = runFrom(await readAll(orders, { pdf, faces, known }));
  const laid = run && layOutRun(run);
  if (!laid) return undefined;
  const { parts } = laid.stack;
  const sources = orders.slice(0, parts.length).map(({ source }) => source);
  const tags = tagsOfAll(
    sources.map((source) => source.tags),
    parts.map(({ joined }) => joined),
  );
  const tagging = taggingOf(laid.whole, laid.stack.list, tags);
  const linksSeen = new LinksSeen(
    laid.whole.texts,
    sources.flatMap((source) => source.links),
  );
  const numbers = laid.pages.map(({ page }) => page.page);
  const together = [numbers[0]!, numbers.at(-1)!] as const;
  const drafts: Written[] = [];
  for (const { page, laidOut, boxes, wentTo } of laid.pages) {
    mustBeWritable(laidOut);
    mustStandApart(laidOut);
    const written = await writePage({ laidOut, tagging, linksSeen }, encoder);
    const own = finished(page.page, page.list, laidOut, boxes, written, []);
    const burned = { ...own.page.burned, run: together };
    drafts.push({ ...own, page: { ...own.page, burned }, wentTo });
  }
  return drafts;
}

/** @returns the pages, up to the first that cannot be part of a run */
async function readAll(
  orders: readonly RunOrder[],
  { pdf, faces, known }: Pick<Tools, "pdf" | "faces" | "known">,
): Promise<readonly RunPage[]> {
  const read: RunPage[] = [];
  for (const { page, marks, source } of orders) {
    let own = known.get(page);
    if (own?.marks !== marks) {
      own = { marks, page: await readOne({ page, marks, source }, pdf, faces) };
      known.set(page, own);
    }
    if (!own.page) break;
    read.push(own.page);
  }
  return read;
}

async function readOne(
  { page, marks, source }: RunOrder,
  pdf: PDFDocumentProxy,
  faces: Faces,
): Promise<RunPage | undefined> {
  try {
    const all = linked(await interpretPage(pdf, page, faces), source.links);
    return readForRun(page, all, marks, source.links.length);
  } catch (error) {
    if (!(error instanceof NotAccountable)) throw error;
    return undefined;
  }
}
