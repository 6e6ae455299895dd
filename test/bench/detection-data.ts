// Reads the annotated texts that detection is measured on: TAB and LitBank from ../shared/detection where
// that folder lies beside the checkout, and our own marked-up pages. Knows their formats, judges nothing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readMarkedPage } from "../../build/train/marked-page.ts";
import { appRoot } from "../../electron/resources.ts";

export interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  /** Mentions of one thing share an entity. */
  readonly entity: string;
  readonly need: "DIRECT" | "QUASI" | "NO_MASK";
}

export interface GoldDocument {
  readonly name: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

const shared = path.resolve(appRoot(), "..", "shared", "detection");

export const sharedPresent = existsSync(shared);

interface TabFile {
  readonly doc_id: string;
  readonly text: string;
  readonly annotations: Readonly<
    Record<
      string,
      {
        readonly entity_mentions: readonly {
          readonly start_offset: number;
          readonly end_offset: number;
          readonly entity_type: string;
          readonly entity_id: string;
          readonly identifier_type: GoldMention["need"];
        }[];
      }
    >
  >;
}

export function readTab(part: "train" | "dev"): GoldDocument[] {
  const files = JSON.parse(
    readFileSync(path.join(shared, "tab", `tab_${part}.json`), "utf8"),
  ) as TabFile[];
  return files.map((file) => ({
    name: file.doc_id,
    text: file.text,
    mentions: Object.values(file.annotations)[0]!.entity_mentions.map((m) => ({
      start: m.start_offset,
      end: m.end_offset,
      type: m.entity_type,
      entity: m.entity_id,
      need: m.identifier_type,
    })),
  }));
}

/** Proper-name mentions of people, tied together by LitBank's coreference chains. */
export function readLitbank(): GoldDocument[] {
  const folder = path.join(shared, "litbank");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ann"))
    .sort()
    .map((file) => {
      // A span stands twice: once with its kind ("PROP_PER"), once with its chain ("Isabella-11").
      const kinds = new Map<string, string>();
      const chains = new Map<string, string>();
      for (const line of readFileSync(path.join(folder, file), "utf8").split("\n")) {
        const [id = "", what = ""] = line.split("\t");
        if (!id.startsWith("T")) continue;
        const [kind = "", start = "", end = ""] = what.split(" ");
        if (/^(?:PROP|NOM|PRON)_[A-Z]+$/.test(kind)) kinds.set(`${start} ${end}`, kind);
        else chains.set(`${start} ${end}`, kind);
      }
      return {
        name: file,
        text: readFileSync(path.join(folder, file.replace(/\.ann$/, ".txt")), "utf8"),
        mentions: [...kinds].map(([span, type]) => {
          const [start = 0, end = 0] = span.split(" ").map(Number);
          return { start, end, type, entity: chains.get(span) ?? span, need: "DIRECT" as const };
        }),
      };
    });
}

/** Our own pages; their marks are read by build/train/marked-page.ts, for training and for measuring alike. */
export function readMarkedPages(folder: string): GoldDocument[] {
  const full = path.join(appRoot(), "test", "fixtures", "detection", folder);
  if (!existsSync(full)) return [];
  return readdirSync(full)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => readMarked(file, readFileSync(path.join(full, file), "utf8")));
}

export function readMarked(name: string, marked: string): GoldDocument {
  const { text, spans } = readMarkedPage(name, marked);
  return {
    name,
    text,
    mentions: spans.map(({ start, end, type, id, need }) => ({
      start,
      end,
      type,
      entity: id ?? `${type}:${text.slice(start, end).toLowerCase()}`,
      need: need !== "must" ? "NO_MASK" : type === "PERSON" || type === "CODE" ? "DIRECT" : "QUASI",
    })),
  };
}
