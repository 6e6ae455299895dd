// Test support: burns every page of a document crisp and puts the pages into a plain document, so
// that crisp pages can be tried and compared without the rest of the burner. Not used by the app.
import { PDFDocument, PDFName } from "pdf-lib";
import { reasonOf } from "../../../../shared/policy/reasons.ts";
import type { PlanMark } from "../../../../shared/model/plan.ts";
import type { BurnedPage } from "../../../../shared/model/burning.ts";
import type { PageMark, PageOutput } from "../../page-output.ts";
import { openCrisp } from "../crisp.ts";
import { stream } from "../fonts/embed.ts";
import { opacityStates } from "../write/content.ts";
import { openPdf } from "../interpret/open-pdf.ts";

export interface CrispExport {
  readonly bytes: Uint8Array;
  readonly pages: readonly BurnedPage[];
  /** Reasons by page of what could not be crisp; such pages are left out. */
  readonly refused: ReadonlyMap<number, string>;
  readonly notes: readonly string[];
}

export function withLabels(marks: readonly PlanMark[]): PageMark[] {
  const spoken = new Set<string>();
  return marks.map((mark) => {
    const follower = mark.group !== undefined && spoken.has(mark.group);
    if (mark.group !== undefined) spoken.add(mark.group);
    const text = follower ? "" : (mark.label ?? reasonOf(mark.reason).label);
    return { ...mark, label: mark.label, text };
  });
}

export async function crispExport(
  original: Uint8Array,
  marks: readonly PlanMark[],
  checked = true,
): Promise<CrispExport> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const burner = await openCrisp(
    original,
    undefined,
    doc,
    checked ? undefined : async () => undefined,
  );
  const pdf = await openPdf(original, undefined);
  const count = pdf.numPages;
  await pdf.loadingTask.destroy();
  const refused = new Map<number, string>();
  const pages: BurnedPage[] = [];
  const notes: string[] = [];
  for (let page = 1; page <= count; page++) {
    const own = withLabels(marks.filter((mark) => mark.page === page));
    const result = await burner.page(page, own);
    if (result.ok) {
      place(doc, result.page);
      pages.push(result.page.burned);
      notes.push(...result.notes);
    } else refused.set(page, result.reason);
  }
  await burner.finish();
  await burner.close();
  const bytes = await doc.save({ useObjectStreams: false, addDefaultPage: false });
  return { bytes, pages, refused, notes };
}

function place(doc: PDFDocument, output: PageOutput): void {
  const page = doc.addPage([output.width, output.height]);
  page.node.set(PDFName.of("Contents"), stream(doc.context, output.content, {}));
  page.node.set(
    PDFName.of("Resources"),
    doc.context.obj({
      Font: Object.fromEntries(output.fonts),
      XObject: Object.fromEntries(output.images),
      ExtGState: opacityStates(output.opacities ?? []),
    }),
  );
}
