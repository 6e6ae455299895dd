// What an export may consist of: every object type, every key, every fixed value. Whatever is not
// in this table is a finding, known to be harmful or not: forms, scripts, attachments, layers,
// thumbnails, private data and the rest need no list of their own. Data only; walk.ts reads it.
import { DOCUMENT_RULES } from "./allowed/document.ts";
import { FONTS_RULES } from "./allowed/fonts.ts";
import { PAGE_RULES } from "./allowed/page.ts";
import type { Rule } from "./allowed/shapes.ts";
import { TAGS_RULES } from "./allowed/tags.ts";

export type { Rule, Shape } from "./allowed/shapes.ts";

export const RULES: Readonly<Record<string, Rule>> = {
  ...DOCUMENT_RULES,
  ...PAGE_RULES,
  ...FONTS_RULES,
  ...TAGS_RULES,
};
