// Writes the pages of a run anew: laid out over their ends together, and written each by itself.
import { layOutRun } from "../runs/lay-out-run.ts";
import type { Run } from "../runs/suitable.ts";
import { tagsOfAll } from "../runs/tags.ts";
import { taggingOf } from "../tags/tagging.ts";
import { finished, mustBeWritable, mustStandApart } from "./draft.ts";
import type { Written } from "./draft.ts";
import type { ImageEncoder } from "./images/pool.ts";
import { LinksSeen } from "./write/links-seen.ts";
import { writePage } from "./write/page.ts";

/**
 * @returns its pages from the first on that may look otherwise in a twin; undefined where they cannot
 * be laid out together
 * @throws NotAccountable
 */
export async function writeRun(
  run: Run,
  encoder: ImageEncoder,
): Promise<readonly Written[] | undefined> {
  const laid = layOutRun(run);
  if (!laid) return undefined;
  const { parts } = laid.stack;
  const tags = tagsOfAll(
    run.pages.map(({ source }) => source.tags),
    parts.map(({ joined }) => joined),
  );
  const tagging = taggingOf(laid.whole, laid.stack.list, tags);
  const linksSeen = new LinksSeen(
    laid.whole.texts,
    run.pages.flatMap(({ source }) => source.links),
  );
  const numbers = laid.pages.map(({ page }) => page.page);
  const together = [numbers[0]!, numbers.at(-1)!] as const;
  for (const { laidOut } of laid.pages) {
    mustBeWritable(laidOut);
    mustStandApart(laidOut);
  }
  const drafts: Written[] = [];
  for (const { page, laidOut, boxes, wentTo } of laid.pages) {
    const written = await writePage({ laidOut, tagging, linksSeen }, encoder);
    const own = finished(page.page, page.list, laidOut, boxes, written, []);
    const burned = { ...own.page.burned, run: together };
    drafts.push({ ...own, page: { ...own.page, burned }, wentTo });
  }
  return drafts;
}
