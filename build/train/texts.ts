// The texts that the tagger learns from, and what each is worth: TAB train, WikiGold, WNUT-17 and our own training
// pages with varied copies; never TAB dev, the kept pages, or uner-ewt. LitBank was tried and did not help.
// Needs ../shared/detection beside the checkout. The same files give the same texts.
import { join } from "node:path";
import { readOwn, readTab, readWikigold, readWnut } from "./corpora.ts";
import type { LabelledText } from "./corpora.ts";
import { generator } from "./learn.ts";
import { readStock, varied } from "./vary.ts";

/** Varied copies of each of our pages, and of each judgment. */
export const PAGE_COPIES = 3;
const JUDGMENT_COPIES = 1;
const WEIGHTS = { own: 2, tab: 2, wikigold: 0.3, wnut: 0.3, litbank: 0 } as const;
const COPY_WEIGHTS = { own: 1, tab: 1, wikigold: 0, wnut: 0, litbank: 0 } as const;

const root = join(import.meta.dirname, "../..");
export const ownPages = join(root, "test/fixtures/detection/training");
export const lexicons = join(import.meta.dirname, "lexicons");

export interface TrainingTexts {
  readonly texts: readonly LabelledText[];
  /** Which of its copies a copy is, from 0. */
  readonly copies: ReadonlyMap<LabelledText, number>;
}

/** @param without names of our own pages that are held out */
export function readTexts(without: RegExp | null = null): TrainingTexts {
  const shared = join(root, "../shared/detection");
  const random = generator(7);
  const pages = readOwn(ownPages).filter(({ name }) => without?.test(name) !== true);
  const stock = readStock(lexicons, pages);
  const judgments = readTab(join(shared, "tab/tab_train.json"));
  const copies = new Map<LabelledText, number>();
  for (let n = 0; n < PAGE_COPIES; n++)
    for (const page of pages) copies.set(varied(page, n, stock, random), n);
  for (let n = 0; n < JUDGMENT_COPIES; n++)
    for (const judgment of judgments) copies.set(varied(judgment, n, stock, random), n);
  const texts = [
    ...judgments,
    ...pages,
    ...readWikigold(join(shared, "wikigold")),
    ...readWnut(join(shared, "wnut17")),
    ...copies.keys(),
  ];
  return { texts, copies };
}

/** Pages whose annotators knew only the benchmark's rules count more than those that keep to our convention. */
const handOf = (name: string): number =>
  /^(?:[l-z]|a[a-z])-/.test(name) ? 2 : /^[c-k]-/.test(name) ? 0.8 : 1;

export const weightOf = (text: LabelledText, copy: boolean): number =>
  (copy ? COPY_WEIGHTS : WEIGHTS)[text.source] * handOf(text.name);
