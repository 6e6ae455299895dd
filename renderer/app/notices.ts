// What is said to the person in passing: a polite line for screen readers after every act, and a
// short notice at the head of the screen where something did not work. Never holds document text
// longer than it is shown.
import { create } from "zustand";
import { sentenceOf } from "./client.ts";

export interface NoticeAct {
  readonly words: string;
  readonly run: () => Promise<unknown>;
}

interface Notice {
  readonly text: string;
  readonly kind: "trouble" | "done";
  readonly id: number;
  /** What can still be done about it. */
  readonly act?: NoticeAct | undefined;
}

interface Notices {
  readonly spoken: string;
  readonly notice: Notice | null;
}

export const useNotices = create<Notices>(() => ({ spoken: "", notice: null }));

let number = 0;

/** Said by screen readers when they are idle; the same words twice are still said twice. */
export function say(text: string): void {
  number += 1;
  useNotices.setState({ spoken: number % 2 ? text : `${text}\u00A0` });
}

export function tell(text: string, kind: Notice["kind"] = "done", act?: NoticeAct): void {
  number += 1;
  useNotices.setState({ notice: { text, kind, id: number, act } });
}

export function dismiss(): void {
  useNotices.setState({ notice: null });
}

/** Nothing that was said about a case stays on the screen, or in reach of a screen reader, once it is locked. */
export function forgetNotices(): void {
  useNotices.setState({ spoken: "", notice: null });
}

/** Runs an act that nobody waits for; a refusal becomes a notice instead of silence. */
export function attempt(act: () => Promise<unknown> | void): void {
  void (async () => {
    try {
      await act();
    } catch (error) {
      tell(sentenceOf(error), "trouble");
    }
  })();
}
