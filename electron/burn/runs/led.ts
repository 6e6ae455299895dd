// Bookmarks and links lead to the page on which their text stands now.
import type { LineMoved } from "../crisp/draft.ts";
import type { PageOutput } from "../page-output.ts";
import type { PageLink } from "../tags/model.ts";
import { sayingOf } from "../tags/loose-links.ts";

/** @param top in the un-rotated user space of the original's page; absent: its top */
export type Lead = (page: number, top?: number) => number;

/** Points by which a destination may stand under the line that it means. */
const SLACK = 1;

/** @param wentTo where lines of pages stand now that were laid out with others, by their pages */
export function leadOf(wentTo: ReadonlyMap<number, readonly LineMoved[]>): Lead {
  return (page, top = Infinity) => {
    const lines = wentTo.get(page);
    if (!lines) return page;
    const meant = lines.find(({ y }) => y < top + SLACK) ?? lines.at(-1);
    return meant?.page ?? page;
  };
}

export function ledAnew(output: PageOutput, lead: Lead): PageOutput {
  if (!output.links.some(({ target }) => "page" in target)) return output;
  return { ...output, links: output.links.map((link) => linkAnew(link, lead)) };
}

function linkAnew(link: PageLink, lead: Lead): PageLink {
  if (!("page" in link.target)) return link;
  const { page, top } = link.target;
  const now = lead(page, top);
  const text = link.text === sayingOf(page) ? sayingOf(now) : link.text;
  return { ...link, target: { page: now }, text };
}
