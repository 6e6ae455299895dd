// The case's own lists. Allowed texts (panel, authors, the authority by decision) are never suggested;
// denied texts always are, with one edit of leeway or as an RE2 expression, which cannot run away (ReDoS).
import { RE2JS } from "re2js";
import type { Hit, PageScan } from "./hit.ts";
import type { DetectOptions } from "./model.ts";
import { oneEdit } from "./people/register/misspelt.ts";
import { automaton } from "./people/linking/automaton.ts";
import { tokenise } from "./text/tokens.ts";
import { normalise } from "./text/normalise.ts";

const NAME = "list/deny";
const VERSION = "1";

/** Lower case, one kind of apostrophe and dash, single spaces. */
export function folded(text: string): string {
  return normalise(text).text.toLowerCase().replace(/\s+/g, " ").trim();
}

const wordsOf = (text: string): string[] => {
  const tokens = tokenise(normalise(text).text);
  return Array.from({ length: tokens.count }, (_, i) => tokens.lower(i));
};

/** Whether a text is allowed, in any case and with a title, possessive or full stop about it. */
export function allowList(allow: readonly string[] | undefined): (text: string) => boolean {
  const set = new Set((allow ?? []).map((text) => wordsOf(text).join(" ")).filter((t) => t !== ""));
  if (set.size === 0) return () => false;
  const TITLE = /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|rev) /;
  return (text) => {
    const words = wordsOf(text).join(" ");
    return set.has(words) || set.has(words.replace(TITLE, ""));
  };
}

export interface DenyList {
  find(scan: PageScan): Hit[];
}

export function denyList(deny: DetectOptions["deny"]): DenyList {
  const exact: [string, number][] = [];
  const fuzzy: { words: string[]; index: number }[] = [];
  const patterns: { pattern: RE2JS; index: number }[] = [];
  (deny ?? []).forEach((entry, index) => {
    if (entry.pattern === true) {
      try {
        patterns.push({ pattern: RE2JS.compile(entry.text, RE2JS.CASE_INSENSITIVE), index });
      } catch {
        // A pattern that cannot be read matches as plain text: a typing slip must not lose a secret.
        exact.push([wordsOf(entry.text).join(" "), index]);
      }
      return;
    }
    const words = wordsOf(entry.text);
    if (words.length === 0) return;
    exact.push([words.join(" "), index]);
    if (entry.fuzzy === true) fuzzy.push({ words, index });
  });
  const machine = automaton(exact.filter(([text]) => text !== ""));
  const byFirst = fuzzyIndex(fuzzy.map((f) => f.words));
  return {
    find(scan) {
      if (exact.length === 0 && patterns.length === 0) return [];
      const { tokens, clean } = scan;
      const hits: Hit[] = [];
      const put = (start: number, end: number, score: number, why: string) => {
        hits.push({
          start,
          end,
          category: "deny-list",
          identifier: "direct",
          score,
          tier: "suggested",
          detector: NAME,
          version: VERSION,
          why,
        });
      };
      machine.scan(
        tokens.count,
        (i) => tokens.lower(i),
        (i) => tokens.starts[i + 1]! - tokens.ends[i]! <= 3,
        (_, from, to) =>
          put(
            tokens.starts[from]!,
            tokens.ends[to - 1]!,
            1,
            "On this case's list of texts to remove",
          ),
      );
      if (fuzzy.length > 0)
        for (let i = 0; i < tokens.count; i++)
          for (const words of byFirst(tokens.lower(i)))
            if (near(words, i, tokens.count, (k) => tokens.lower(k)))
              put(
                tokens.starts[i]!,
                tokens.ends[i + words.length - 1]!,
                0.9,
                "One letter away from a text on this case's list",
              );
      for (const { pattern } of patterns) {
        const matcher = pattern.matcher(clean.text);
        while (matcher.find()) {
          if (matcher.end() > matcher.start())
            put(matcher.start(), matcher.end(), 1, "Matches a pattern on this case's list");
        }
      }
      return hits;
    },
  };
}

/** A word and the word with each one letter left out. */
const keys = (word: string): string[] => [
  word,
  ...Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1)),
];

/** Denied phrases whose first word equals or is one edit from a word. */
function fuzzyIndex(lists: readonly string[][]): (word: string) => readonly string[][] {
  const index = new Map<string, string[][]>();
  const put = (key: string, words: string[]) => {
    const list = index.get(key);
    if (list === undefined) index.set(key, [words]);
    else if (!list.includes(words)) list.push(words);
  };
  for (const words of lists) for (const key of keys(words[0]!)) put(key, words);
  return (word) => {
    if (index.size === 0 || word.length > 40) return [];
    const found: string[][] = [];
    for (const key of keys(word))
      for (const words of index.get(key) ?? []) if (!found.includes(words)) found.push(words);
    return found;
  };
}

/** Each word equal or one edit off, at least one of them off (exact matches are found elsewhere). */
function near(
  words: readonly string[],
  at: number,
  count: number,
  word: (i: number) => string,
): boolean {
  if (at + words.length > count) return false;
  let edits = 0;
  for (let k = 0; k < words.length; k++) {
    const said = word(at + k);
    if (said === words[k]) continue;
    if (words[k]!.length < 4 || !oneEdit(said, words[k]!)) return false;
    edits++;
  }
  return edits > 0;
}
