// People whom the documents speak of and who are not in the register yet: offered with their names
// and the label that was proposed or decided, so that a register is confirmed and not typed. Pure.
// Answers hold real names and are for the screen only.
import { tokensOf } from "../audit/term-tokens.ts";
import { TITLES } from "../detect/lexicon/titles.ts";
import type { Suggestion } from "../detect/model.ts";
import type { ReviewState } from "../review/state.ts";

export interface FoundPerson {
  /** The fullest first. */
  readonly names: readonly string[];
  readonly label: string | null;
  readonly places: number;
  readonly first: { readonly document: string; readonly page: number };
}

interface Source {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly state: ReviewState;
}

const MOST_NAMES = 12;

export function foundPeople(
  registered: readonly { readonly names: readonly string[] }[],
  documents: readonly Source[],
): readonly FoundPerson[] {
  // What is only to be checked may be no name at all: it comes once somebody took it for one.
  const sure = new Set(
    documents.flatMap((d) =>
      d.suggestions
        .filter((s) => s.tier === "suggested" || d.state.verdicts.get(s.id)?.state === "accepted")
        .map((s) => s.group),
    ),
  );
  const known = new Set(registered.flatMap((p) => p.names.map(keyOf)));
  const groups = new Map<string, Draft>();
  for (const d of documents) {
    const labels = new Map(d.state.marks.map((m) => [m.id, m.label]));
    for (const s of d.suggestions) {
      if (!sure.has(s.group)) continue;
      if (s.category !== "person" || d.state.verdicts.get(s.id)?.state === "refused") continue;
      const person = keyOf(s.groupName) || s.group;
      const draft = groups.get(person) ?? {
        first: { document: d.id, page: s.page },
        names: new Map([[keyOf(s.groupName), plain(s.groupName)]]),
        labels: new Map(),
        places: 0,
      };
      groups.set(person, draft);
      draft.places++;
      draft.names.set(keyOf(s.text), draft.names.get(keyOf(s.text)) ?? plain(s.text));
      const label = labels.get(s.id) ?? s.label;
      if (label) draft.labels.set(label, (draft.labels.get(label) ?? 0) + 1);
    }
  }
  return [...groups.values()]
    .filter(({ names }) => ![...names.keys()].some((key) => known.has(key)))
    .map(({ names, labels, places, first }) => ({
      names: [...names]
        .filter(([key, name]) => tells(key, name, names))
        .map(([, name]) => name.replaceAll("\u00AD", ""))
        .slice(0, MOST_NAMES),
      label: [...labels].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null,
      places,
      first,
    }))
    .filter((p) => p.names.length > 0)
    .sort((a, b) => b.places - a.places);
}

interface Draft {
  readonly first: FoundPerson["first"];
  readonly names: Map<string, string>;
  readonly labels: Map<string, number>;
  places: number;
}

/** Without a possessive and without the lines that a page broke. */
const plain = (name: string): string =>
  name
    .replaceAll(/\u00AD\s+/gu, "\u00AD")
    .replaceAll(/\s+/gu, " ")
    .replace(/['’]s?$/u, "")
    .trim();

const TITLE = new Set(TITLES.trim().split(/\s+/u));

/** Not a title alone, which others bear too, nor a hyphened name whose hyphen only ended a line. */
function tells(key: string, name: string, names: ReadonlyMap<string, string>): boolean {
  if (key === "" || TITLE.has(key)) return false;
  return !name.includes("\u00AD") || !names.has(keyOf(name.replaceAll("\u00AD", "-")));
}

const keyOf = (name: string): string =>
  tokensOf(plain(name))
    .map((t) => t.key)
    .join(" ");
