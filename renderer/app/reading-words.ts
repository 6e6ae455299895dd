// What is said of how far a document's reading has come: the page that is being read, not the one that was.
import { t } from "i18next";
import type { Reading } from "./session.ts";

export interface HowFar {
  readonly words: string;
  readonly done: number;
  readonly total: number;
  /** Nobody knows how long what goes on now will take. */
  readonly open: boolean;
}

/**
 * @param reading what was told last; undefined where nothing was yet
 * @param unread its text is not known yet
 */
export function howFar(reading: Reading | undefined, pages: number, unread: boolean): HowFar {
  const done = reading?.done ?? 0;
  const looking = reading ? reading.stage === "suggestions" : !unread;
  if (looking) return { words: t("desk.looking"), done: 0, total: 0, open: true };
  const page = Math.min(done + 1, pages);
  const words = t("desk.readingText", { done: page, total: pages });
  return { words, done, total: pages, open: done === 0 || done >= pages };
}
