// Every word of the window, in British English. Short, plain, kind; whole sentences, never pieces
// to be put together.
import { commands, common, nav, panels } from "./en/common.ts";
import { desk } from "./en/desk.ts";
import { burn, exportsWords, trail } from "./en/publish.ts";
import { categories, review } from "./en/review.ts";
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
  exports: exportsWords,
  trail,
} as const;
