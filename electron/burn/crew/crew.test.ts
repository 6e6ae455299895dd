// Pages burnt by two threads are the pages that one thread burns.
import { describe, expect, it } from "vitest";
import { benchDocument } from "../../../test/bench/burn-document.ts";
import { Refusal } from "../../../shared/model/refusal.ts";
import { openPdfium } from "../../pdfium/document.ts";
import { resolveMarks } from "../marks.ts";
import { PageBurner } from "../page-burner.ts";
import type { SealOrder } from "../page-burner.ts";
import type { ReadOrder } from "../read-page.ts";
import { Crew } from "./crew.ts";

const PAGES = 6;
const ALWAYS = { read: 1, seal: 1 };

async function withBoth<T>(
  use: (crew: Crew, alone: PageBurner, orders: readonly ReadOrder[]) => Promise<T>,
): Promise<T> {
  const { bytes, marks } = benchDocument(PAGES);
  const document = await openPdfium(bytes);
  const all = resolveMarks(marks, PAGES, (page) => document.geometry(page));
  const orders = Array.from({ length: PAGES }, (_, i) => {
    const page = i + 1;
    return { page, marks: all.get(page)!, texts: true, crisp: true };
  });
  const crew = new Crew(document, bytes, undefined, ALWAYS);
  const alone = new PageBurner(document, bytes, undefined);
  try {
    return await use(crew, alone, orders);
  } finally {
    await Promise.all([crew.close(), alone.close()]);
    document.close();
  }
}

const sealed = ({ page, marks }: ReadOrder): SealOrder => ({
  page,
  marks,
  reason: "Sealed as asked",
  way: "lines",
  unproven: [],
});

describe("two threads", () => {
  it("B1 burn the pages that one burns, crisp and sealed, and tell of each", async () => {
    await withBoth(async (crew, alone, orders) => {
      const told: number[] = [];
      const read = await crew.read(orders, ({ page }) => told.push(page));
      expect(read).toEqual(await alone.read(orders, () => {}));
      expect(read.every(({ crisp }) => crisp?.ok)).toBe(true);
      expect(told.sort()).toEqual([1, 2, 3, 4, 5, 6]);
      const seals = orders.map(sealed);
      const shared = await crew.seal(seals, [], () => {});
      expect(shared).toEqual(await alone.seal(seals, [], () => {}));
      expect(shared.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5, 6]);
    });
  }, 120_000);

  it("B5 what the second refuses is refused", async () => {
    await withBoth(async (crew, _alone, orders) => {
      const beyond = [...orders, { ...orders[0]!, page: PAGES + 1 }];
      await expect(crew.read(beyond, () => {})).rejects.toThrow(Refusal);
    });
  }, 120_000);
});
