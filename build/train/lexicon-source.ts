// Compiles the word lists under lexicons/ into the hashed lexicon that the model carries.
// It must use the tagger's own tokeniser and plain forms, or the hashes would never meet.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  FAMILIES,
  keyOf,
  Lexicon,
  LEXICON_CLASSES,
  PHRASE_REACH,
  PHRASE_SEED,
  PHRASE_START,
  phraseStep,
} from "../../shared/detect/tagger/lexicon.ts";
import type { LexiconClass, LexiconTable } from "../../shared/detect/tagger/lexicon.ts";
import { tokenise } from "../../shared/detect/tagger/tokens.ts";
import { hashText, undressed } from "../../shared/detect/tagger/word-form.ts";

const LISTS: readonly (readonly [string, LexiconClass])[] = [
  ["own/titles", "title"], ["own/kin", "kin"], ["own/occupations", "occupation"],
  ["own/health", "health"], ["own/offences", "offence"], ["own/religions", "religion"],
  ["own/ethnic", "ethnic"], ["own/orgheads", "organisation-head"], ["own/streets", "street"],
  ["own/times", "time"], ["own/numbers", "number"], ["own/measures", "measure"],
  ["own/fields", "field"], ["derived/given-names", "given-name"],
  ["derived/family-names", "family-name"], ["derived/other-names", "other-name"],
  ["derived/towns-near", "town-near"], ["derived/towns-far", "town-far"],
  ["derived/countries", "country"], ["derived/occupations", "person-noun"],
  ["derived/persons", "person-noun"], ["derived/health", "illness-noun"],
  ["derived/drugs", "illness-noun"], ["derived/crimes", "crime-noun"],
  ["derived/body", "body-noun"], ["derived/organisations", "group-noun"],
  ["derived/groups", "group-noun"], ["derived/buildings", "thing-noun"],
  ["derived/artifacts", "thing-noun"], ["derived/events", "act-noun"],
  ["derived/acts", "act-noun"], ["derived/states", "state-noun"],
  ["derived/attributes", "abstract-noun"], ["derived/communications", "abstract-noun"],
  ["derived/inhabitants", "people-noun"], ["derived/languages", "people-noun"],
  ["derived/cldr-languages", "people-noun"], ["derived/religions", "people-noun"],
  ["derived/religious", "people-noun"], ["derived/common", "common"],
  ["derived/measures", "unit-noun"], ["derived/times", "unit-noun"],
  ["derived/kin", "person-noun"],
]; // prettier-ignore

/** Classes whose phrases are worth finding; a phrase of plain things says little. */
const PHRASES = new Set<LexiconClass>([
  "title", "kin", "occupation", "health", "offence", "religion", "ethnic", "organisation-head",
  "street", "field", "town-near", "town-far", "country", "illness-noun", "crime-noun",
  "person-noun", "people-noun", "group-noun", "act-noun", "time",
]); // prettier-ignore

export function compileLexicon(folder: string): LexiconTable {
  const table = new Map<number, number>();
  const add = (hash: number, mask: number): void => {
    const key = keyOf(hash);
    table.set(key, (table.get(key) ?? 0) | mask);
  };
  for (const [file, name] of LISTS) {
    const mask = 1 << LEXICON_CLASSES.indexOf(name);
    for (const line of readFileSync(join(folder, `${file}.txt`), "utf8").split("\n")) {
      if (line === "") continue;
      const bare = line.normalize("NFD").replace(/\p{M}/gu, "");
      for (const entry of new Set([line, bare])) {
        const tokens = tokenise(entry);
        const hashes = Array.from({ length: tokens.count }, (_, i) =>
          hashText(undressed(entry.slice(tokens.start[i], tokens.end[i])).toLowerCase()),
        );
        const first = hashes[0];
        if (first === undefined) continue;
        if (hashes.length === 1) add(first, mask);
        else if (hashes.length <= PHRASE_REACH && PHRASES.has(name)) {
          add(first, 1 << PHRASE_START);
          add(hashes.reduce(phraseStep, PHRASE_SEED), mask);
        }
      }
    }
  }
  const families = readFamilies(folder);
  for (const key of families.keys()) table.set(key, table.get(key) ?? 0);
  const keys = Uint32Array.from([...table.keys()].sort((a, b) => a - b));
  return {
    keys,
    masks: Int32Array.from(keys, (key) => table.get(key) ?? 0),
    families: Uint16Array.from(keys, (key) => families.get(key) ?? 0),
    // Written when the network has been learnt (net-shrink.ts).
    vectors: new Int32Array(keys.length),
  };
}

/** The words of families.txt, family by family. */
export function familyWords(folder: string): string[][] {
  const lines = readFileSync(join(folder, "derived/families.txt"), "utf8").trimEnd().split("\n");
  if (lines.length !== FAMILIES) throw new Error("families.txt has not a line for every family");
  return lines.map((line) => line.split(" "));
}

function readFamilies(folder: string): Map<number, number> {
  const families = new Map<number, number>();
  familyWords(folder).forEach((words, i) => {
    for (const word of words) families.set(keyOf(hashText(word)), i + 1);
  });
  return families;
}

export const lexiconOf = (table: LexiconTable): Lexicon => new Lexicon(table);
