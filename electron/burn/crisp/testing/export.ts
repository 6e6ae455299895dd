// Test support: burns every page of a document crisp and puts the pages into a plain document, so
// that crisp pages can be tried and compared without the rest of the burner. Not used by the app.
import { reasonOf } from "../../../../shared/policy/reasons.ts";
import type { PlanMark } from "../../../../shared/model/plan.ts";
import type { BurnedPage } from "../../../../shared/model/burning.ts";
import type { PageMark, PageOutput } from "../../page-output.ts";
import { openPdfium } from "../../../pdfium/document.ts";
import { PageBurner } from "../../page-burner.ts";
import type { ReadPage } from "../../read-page.ts";
import { CrispWriter } from "../crisp.ts";
import { proofOf } from "../proof.ts";

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
  const refused = new Map<number, string>();
  const outputs: PageOutput[] = [];
  const notes: string[] = [];
  for (const { page, crisp } of await crispPages(original, marks, checked)) {
    if (!crisp?.ok) {
      refused.set(page, crisp?.reason ?? "");
      continue;
    }
    outputs.push(crisp.page);
    notes.push(...crisp.notes);
  }
  return { bytes: await proofOf(outputs), pages: outputs.map((o) => o.burned), refused, notes };
}

async function crispPages(
  original: Uint8Array,
  marks: readonly PlanMark[],
  checked: boolean,
): Promise<readonly Pick<ReadPage, "page" | "crisp">[]> {
  const document = await openPdfium(original);
  const orders = Array.from({ length: document.pageCount }, (_, i) => ({
    page: i + 1,
    marks: withLabels(marks.filter((mark) => mark.page === i + 1)),
    texts: false,
    crisp: true,
  }));
  const burner = new PageBurner(document, original, undefined);
  try {
    if (checked) return await burner.read(orders, () => {});
    const writer = await CrispWriter.open(original, undefined);
    const pages: Pick<ReadPage, "page" | "crisp">[] = [];
    for (const { page, marks: own } of orders) {
      pages.push({ page, crisp: await writer.page(page, own) });
    }
    await writer.close();
    return pages;
  } finally {
    await burner.close();
    document.close();
  }
}
