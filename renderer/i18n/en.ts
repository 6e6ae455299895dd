// Every word of the window, in British English. Short, plain, kind; whole sentences, never pieces
// to be put together.
import { commands, common, nav, panels } from "./en/common.ts";
import { desk } from "./en/desk.ts";
import { burn, exportsWords, trail } from "./en/publish.ts";
import { categories, review } from "./en/review.ts";
import { caseFile } from "./en/case-file.ts";
import { jigsaw } from "./en/jigsaw.ts";
import { people } from "./en/people.ts";
import { publication, releases } from "./en/publication.ts";
import { signoff } from "./en/signoff.ts";
import { start } from "./en/start.ts";

export const en = {
  common,
  nav,
  commands,
  panels,
  start,
  desk,
  review,
  categories,
  burn,
  jigsaw,
  people,
  signoff,
  publication,
  releases,
  caseFile,
  exports: exportsWords,
  trail,
} as const;
