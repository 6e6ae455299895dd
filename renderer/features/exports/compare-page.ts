// Which page is read before and after, so that the page keys work there too.
import { create } from "zustand";

interface ComparePage {
  readonly page: number;
  readonly pages: number;
}

export const useComparePage = create<ComparePage>(() => ({ page: 1, pages: 0 }));

/** Nothing is compared while there are no pages. */
export const comparing = (): boolean => useComparePage.getState().pages > 0;

export function turnCompared(by: 1 | -1): void {
  useComparePage.setState(({ page, pages }) => ({
    page: Math.max(1, Math.min(pages, page + by)),
  }));
}
