// Texts that are burnt in one place and stay readable in another of the same document, because they
// were refused or never marked there. Told before the burn; whole words only, case and apostrophe blind.
import { reasonOf } from "../../shared/policy/reasons.ts";
import type { OpenCase } from "../cases/open-case.ts";

export interface Place {
  /** What is burnt over it elsewhere: never the text itself. */
  readonly label: string;
  /** The text itself, as the place shows it: for the screen only. */
  readonly term: string;
  readonly page: number;
  readonly count: number;
}

/** Shorter texts and plain words would only cry wolf. */
const SHORTEST = 4;

export function visibleElsewhere(open: OpenCase, document: string): readonly Place[] {
  const { pages } = open.documents.get(document);
  const { marks } = open.review.state(document);
  const burnt = new Map<number, (readonly [number, number])[]>();
  const terms = new Map<string, string>();
  const texts = new Map<number, string>();
  for (let page = 1; page <= pages; page++) {
    texts.set(page, open.documents.pageText(document, page)?.text ?? "");
  }
  for (const mark of marks) {
    if (!mark.span) continue;
    const { page, start, end } = mark.span;
    burnt.set(page, [...(burnt.get(page) ?? []), [start, end]]);
    const term = plain(texts.get(page)!.slice(start, end)).trim();
    if (term.length < SHORTEST || !/[\p{Lu}\d]/u.test(texts.get(page)!.slice(start, end))) continue;
    terms.set(term, mark.label ?? reasonOf(mark.reason).label ?? "a plain box");
  }
  return search(texts, burnt, terms);
}

function search(
  texts: ReadonlyMap<number, string>,
  burnt: ReadonlyMap<number, readonly (readonly [number, number])[]>,
  terms: ReadonlyMap<string, string>,
): Place[] {
  const found = new Map<string, { label: string; term: string; page: number; count: number }>();
  if (terms.size === 0) return [];
  const alternatives = [...terms.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((t) => t.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${alternatives.join("|")})(?![\p{L}\p{N}])`,
    "gu",
  );
  for (const [page, text] of texts) {
    const spans = burnt.get(page) ?? [];
    for (const match of plain(text).matchAll(pattern)) {
      const start = match.index;
      if (spans.some(([from, to]) => start < to && start + match[0].length > from)) continue;
      const label = terms.get(match[0])!;
      // Two things may burn alike ("detail removed"): each is told by itself.
      const known = found.get(match[0]);
      if (known) known.count++;
      else {
        const term = text.slice(start, start + match[0].length).replaceAll("\n", " ");
        found.set(match[0], { label, term, page, count: 1 });
      }
    }
  }
  return [...found.values()].toSorted((a, b) => a.page - b.page);
}

/** Same length as the text, so that offsets hold. */
function plain(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : text;
  return same
    .replaceAll(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replaceAll(/[\u2010\u2011\u2013]/g, "-")
    .replaceAll("\n", " ");
}
