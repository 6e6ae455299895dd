// Without a claim nothing says which pages were laid out together, and words alone may not tell: pages
// that only look different are seen once more as one with their neighbours. What passes there is right:
// that pages are looked at together excuses nothing on them.
import type { Verification } from "../../../shared/model/verification.ts";
import { MOST_TOGETHER } from "./runs.ts";

/**
 * @param marked the first page with a mark: nothing before it was laid out anew
 * @returns first and last of pages that are to be seen as one; undefined where something else is wrong
 */
export function widerRuns(
  { findings, pages }: Pick<Verification, "findings" | "pages">,
  marked: number,
): readonly (readonly [number, number])[] | undefined {
  const differing = new Set<number>();
  for (const { check, page } of findings) {
    if (check !== "page-unchanged" || page === undefined || page < marked) return undefined;
    differing.add(page);
  }
  const runs: [number, number][] = [];
  for (const page of [...differing].sort((a, b) => a - b)) {
    const [first, last] = [Math.max(marked, page - 1), Math.min(pages, page + 1)];
    const before = runs.at(-1);
    if (before && first <= before[1]) before[1] = last;
    else runs.push([first, last]);
  }
  const few = runs.every(([first, last]) => last > first && last - first < MOST_TOGETHER);
  return runs.length > 0 && few ? runs : undefined;
}
