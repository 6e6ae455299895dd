// What of a document also stands in others of its case: words of names, and people to whom a label was
// given in it alone. Reads only.
import { tokensOf } from "../../shared/audit/term-tokens.ts";
import type { Suggestion } from "../../shared/detect/model.ts";
import type { Mark } from "../../shared/review/state.ts";
import type { CaseDocuments } from "./case-documents.ts";

/** All words of some documents, in order: page by page, then hidden texts, bookmarks, title, name. */
export class WordsOf {
  readonly #texts: string[] = [];
  constructor(documents: CaseDocuments, ids: readonly string[]) {
    for (const id of ids) {
      const { pages, name, title } = documents.get(id);
      for (let page = 1; page <= pages; page++) this.#add(documents.pageText(id, page)?.text ?? "");
      for (const { text } of documents.part(id, "hidden")) this.#add(text);
      for (const item of documents.part(id, "outline")) this.#add(item.title);
      this.#add(title ?? "");
      this.#add(name);
    }
  }

  /** Whole words alone; case, accents and apostrophes make no difference. */
  has(text: string): boolean {
    const wanted = keys(text);
    return wanted.trim() !== "" && this.#texts.some((t) => t.includes(wanted));
  }

  #add(text: string): void {
    this.#texts.push(keys(text));
  }
}

const keys = (text: string): string =>
  ` ${tokensOf(text)
    .map((t) => t.key)
    .join(" ")} `;

interface View {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly marks: readonly Mark[];
}

/**
 * People of other documents whose label was given by a decision in this one and nowhere else: they go
 * into the register, under the names that the others use, so that the label stays theirs.
 * @param registered ids of the register; its people keep their labels anyway
 */
export function labelledElsewhere(
  views: readonly View[],
  document: string,
  registered: ReadonlySet<string>,
): readonly { readonly names: readonly string[]; readonly label: string }[] {
  const here = views.find((v) => v.id === document);
  const others = views.filter((v) => v.id !== document);
  if (!here) return [];
  const labelled = new Set(others.flatMap((v) => [...labelsOf(v).keys()]));
  const kept: { names: readonly string[]; label: string }[] = [];
  for (const [group, label] of labelsOf(here)) {
    if (labelled.has(group) || registered.has(group.replace(/^person:/u, ""))) continue;
    const names = new Set(
      others.flatMap((v) => v.suggestions.filter((s) => s.group === group).map((s) => s.text)),
    );
    if (names.size > 0) kept.push({ names: [...names].sort((a, b) => b.length - a.length), label });
  }
  return kept;
}

/** The first label that a decision gave to each person of the document. */
function labelsOf({ suggestions, marks }: View): ReadonlyMap<string, string> {
  const byId = new Map(suggestions.map((s) => [s.id as string, s]));
  const labels = new Map<string, string>();
  for (const { id, origin, label } of marks) {
    const s = origin === "suggestion" ? byId.get(id) : undefined;
    if (s?.category === "person" && label && !labels.has(s.group)) labels.set(s.group, label);
  }
  return labels;
}
