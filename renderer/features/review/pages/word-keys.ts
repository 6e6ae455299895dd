// Selecting text without a mouse: a first word in sight, then by words and lines, then marking it.
import { PAGES } from "../../../viewer/page-stack.tsx";
import { toPage } from "../../../viewer/page-space.ts";
import { pageText } from "../../../viewer/page-text.ts";
import { firstWordBelow, stretched, wordBeside, wordOnLine } from "../../../viewer/word-steps.ts";
import { t } from "i18next";
import { say } from "../../../app/notices.ts";
import { useReview } from "../store.ts";
import { useView, type TextChoice } from "../view.ts";
import { showText } from "./show-text.ts";

/** Takes the first word in sight of the page that is read. */
export async function beginWords(): Promise<void> {
  const { page, offset } = useView.getState();
  const { document, pages } = useReview.getState();
  const geometry = pages[page - 1];
  if (!document || !geometry) return;
  const { text, quads } = await pageText(document, page);
  const top = toPage(geometry, 1, { x: 0, y: Math.max(0, offset) }).y;
  const word = firstWordBelow(text, quads, top) ?? firstWordBelow(text, quads, Infinity);
  if (!word) return;
  // The list has arrow keys of its own.
  window.document.getElementById(PAGES)?.focus({ preventScroll: true });
  await show({ page, ...word }, text);
}

export type WordStep = "right" | "left" | "down" | "up" | "more" | "less";

export async function stepWords(step: WordStep): Promise<void> {
  const { text: choice } = useView.getState();
  const { document } = useReview.getState();
  if (!choice || !document) return;
  const { text, quads } = await pageText(document, choice.page);
  const next =
    step === "right" || step === "left"
      ? wordBeside(text, choice, step === "right" ? 1 : -1)
      : step === "down" || step === "up"
        ? wordOnLine(text, quads, choice, step === "down" ? 1 : -1)
        : stretched(text, choice, step === "more" ? 1 : -1);
  await show({ page: choice.page, ...next }, text);
}

async function show(choice: TextChoice, text: string): Promise<void> {
  await showText(choice, false);
  say(t("review.saidSelected", { text: text.slice(choice.start, choice.end) }));
}
