// Reads the annotated texts into one form: a text, its labelled spans, and how far the absence of
// a label may be trusted. TAB, WikiGold, WNUT-17 and LitBank lie in ../shared/detection; our own
// pages under test/fixtures/detection. It must never read uner-ewt (its licence is share-alike)
// nor any part kept for testing.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TagType } from "../../shared/detect/tagged-span.ts";
import { readMarkedPage } from "./marked-page.ts";

export interface LabelledSpan {
  readonly start: number;
  readonly end: number;
  readonly type: TagType;
  readonly identifier?: "DIRECT" | "QUASI" | "NO_MASK";
  readonly entity?: string;
}

export interface LabelledText {
  readonly name: string;
  readonly source: "tab" | "own" | "wikigold" | "wnut" | "litbank";
  readonly text: string;
  readonly spans: readonly LabelledSpan[];
  /** Stretches of which nothing is known: neither right nor wrong. */
  readonly unsure: readonly { readonly start: number; readonly end: number }[];
  /**
   * "all": what bears no label is nothing. "names": only people, places and organisations were
   * annotated, so an unlabelled word that a lexicon or a digit makes suspect says nothing.
   */
  readonly scope: "all" | "names";
}

type TabMention = {
  entity_type: TagType;
  start_offset: number;
  end_offset: number;
  identifier_type: "DIRECT" | "QUASI" | "NO_MASK";
  entity_id: string;
};
type TabDocument = {
  doc_id: string;
  text: string;
  annotations: Record<string, { entity_mentions: TabMention[] }>;
};

export function readTab(path: string): LabelledText[] {
  const documents = JSON.parse(readFileSync(path, "utf8")) as TabDocument[];
  return documents.map((document) => {
    const mentions = Object.values(document.annotations)[0]?.entity_mentions ?? [];
    return {
      name: document.doc_id,
      source: "tab",
      text: document.text,
      spans: mentions
        .map((mention) => ({
          start: mention.start_offset,
          end: mention.end_offset,
          type: mention.entity_type,
          identifier: mention.identifier_type,
          entity: mention.entity_id,
        }))
        .sort((a, b) => a.start - b.start),
      unsure: [],
      scope: "all",
    };
  });
}

/** One of our own pages (see marked-page.ts) as the trainer sees it: what may be answered either way is unsure. */
export function parseInline(name: string, marked: string): LabelledText {
  const { text, spans } = readMarkedPage(name, marked);
  return {
    name,
    source: "own",
    text,
    spans: spans
      .filter(({ need }) => need !== "either")
      .map(({ start, end, type, need }) => ({
        start,
        end,
        type,
        ...(need === "may" ? { identifier: "NO_MASK" as const } : {}),
      })),
    unsure: spans.filter(({ need }) => need === "either").map(({ start, end }) => ({ start, end })),
    scope: "all",
  };
}

export function readOwn(folder: string): LabelledText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), "utf8")
        .split(/^=====.*$/m)
        .filter((page) => page.trim() !== "")
        .map((page, i) => parseInline(`${file}#${i + 1}`, page.trim())),
    );
}

const CONLL_TYPES: Readonly<Record<string, TagType | null>> = {
  PER: "PERSON",
  person: "PERSON",
  LOC: "LOC",
  location: "LOC",
  ORG: "ORG",
  corporation: "ORG",
  group: null,
  MISC: null,
  "creative-work": null,
  product: null,
};
const NO_SPACE_BEFORE = /^[.,;:!?)\]%’'”]/;

function readConll(path: string, source: "wikigold" | "wnut", size: number): LabelledText[] {
  const sentences = readFileSync(path, "utf8").split(/\n[\t ]*\n/);
  const texts: LabelledText[] = [];
  for (let i = 0; i < sentences.length; i += size) {
    let text = "";
    const spans: LabelledSpan[] = [];
    const unsure: { start: number; end: number }[] = [];
    for (const sentence of sentences.slice(i, i + size)) {
      let open: { start: number; end: number; label: string } | null = null;
      const close = (): void => {
        if (open === null) return;
        const type = CONLL_TYPES[open.label] ?? null;
        if (type === null) unsure.push({ start: open.start, end: open.end });
        else spans.push({ start: open.start, end: open.end, type });
        open = null;
      };
      for (const line of sentence.split("\n")) {
        const [word, tag] = line.split(/[\t ]+/);
        if (word === undefined || word === "" || tag === undefined) continue;
        if (text !== "" && !text.endsWith("\n") && !NO_SPACE_BEFORE.test(word)) text += " ";
        const start = text.length;
        text += word;
        const label = tag.slice(2);
        const running = open as { label: string } | null;
        if (tag === "O") close();
        else if (tag.startsWith("B-") || running === null || running.label !== label) {
          close();
          open = { start, end: text.length, label };
        } else (open as unknown as { end: number }).end = text.length;
      }
      close();
      text += "\n";
    }
    texts.push({ name: `${source}-${i}`, source, text, spans, unsure, scope: "names" });
  }
  return texts;
}

export const readWikigold = (folder: string): LabelledText[] =>
  readConll(join(folder, "CONLL-format/data/wikigold.conll.txt"), "wikigold", 25);

export const readWnut = (folder: string): LabelledText[] =>
  readConll(join(folder, "CONLL-format/data/train/wnut17train.conll"), "wnut", 60);
