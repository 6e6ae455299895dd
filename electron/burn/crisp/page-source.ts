// What is known of a page beside what it paints: its tags and its links. Values only.
import type { PageLink as SourceLink } from "../../pdfium/navigation.ts";
import type { SourceTag } from "../../pdfium/tags.ts";

export interface PageSource {
  readonly tags: readonly SourceTag[];
  readonly links: readonly SourceLink[];
}

export const NOTHING_BESIDE: PageSource = { tags: [], links: [] };
