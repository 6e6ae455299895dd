// The pair check: what is burnt in one document must not be readable in another of the case, in an
// earlier published version, or elsewhere in the same one. Pure; findings are for the screen only.
// A readable place that a person looked at and left is told, but does not stop the export.
import { TermIndex } from "../audit/terms.ts";
import { tokensOf, type Token } from "../audit/term-tokens.ts";
import type { Category, Suggestion } from "../detect/model.ts";
import type { ReviewState } from "../review/state.ts";

export interface PairDocument {
  readonly id: string;
  /** An earlier version was published as it is: its marks do not count as hiding anything. */
  readonly published: boolean;
  readonly suggestions: readonly Suggestion[];
  readonly state: ReviewState;
  readonly pages: readonly { readonly page: number; readonly text: string }[];
  /** Text of bookmarks, title and the like, swept on burning: only an earlier version's counts. */
  readonly hidden: readonly string[];
  /** Stretches of a page's text under drawn boxes that carry no span. */
  readonly boxed: ReadonlyMap<number, readonly (readonly [number, number])[]>;
}

export interface PairFinding {
  /** As it stands in the text: for the screen. */
  readonly term: string;
  readonly document: string;
  /** 0 for a place that is on no page. */
  readonly page: number;
  readonly start: number;
  readonly end: number;
  /** Where the same is burnt. */
  readonly burntIn: string;
  readonly burntOnPage: number;
  readonly blocks: boolean;
  /** It is suggested here and nobody has decided yet: no oversight so far. */
  readonly undecided: boolean;
}

/** Classes that many share: seeing them elsewhere proves nothing. */
const SHARED = new Set<Category>([
  "age",
  "date",
  "demographic",
  "quantity",
  "misc",
  "explicit",
  "unexplained",
]);

interface Burnt {
  readonly document: string;
  readonly page: number;
}

export interface PairOptions {
  /** Most findings that are told; the first ones. */
  readonly limit?: number;
  /** Only this term, whatever its spelling of case and marks. */
  readonly term?: string;
}

/** The name under which all spellings of a term are one. */
export const termKey = (term: string): string =>
  tokensOf(term)
    .map((t) => t.key)
    .join(" ");

export function pairCheck(
  documents: readonly PairDocument[],
  { limit = 2_000, term }: PairOptions = {},
): readonly PairFinding[] {
  const origin = new Map<string, Burnt>();
  const index = new Map<string, string[][]>();
  for (const d of documents) if (!d.published) collect(d, origin, index);
  const wanted = term === undefined ? undefined : termKey(term);
  const found: PairFinding[] = [];
  for (const d of documents) {
    const covered = coverOf(d);
    const left = leftOf(d);
    const open = undecidedOf(d);
    for (const { page, text } of d.pages)
      for (const hit of hits(tokensOf(text), index)) {
        if (wanted !== undefined && hit.key !== wanted) continue;
        if (covered(page, hit.start, hit.end)) continue;
        found.push({
          ...findingOf(d, page, hit, text, origin, !left(page, hit.start, hit.end)),
          undecided: open(page, hit.start, hit.end),
        });
        if (found.length >= limit) return found;
      }
    if (!d.published) continue;
    // Off the pages, places are counted through all texts one after another.
    let base = 0;
    for (const text of d.hidden) {
      for (const hit of hits(tokensOf(text), index)) {
        if (wanted !== undefined && hit.key !== wanted) continue;
        const stays = left(0, base + hit.start, base + hit.end);
        const finding = findingOf(d, 0, hit, text, origin, !stays);
        found.push({ ...finding, start: base + hit.start, end: base + hit.end });
        if (found.length >= limit) return found;
      }
      base += text.length + 1;
    }
  }
  return found;
}

function findingOf(
  d: PairDocument,
  page: number,
  hit: Hit,
  text: string,
  origin: ReadonlyMap<string, Burnt>,
  blocks: boolean,
): PairFinding {
  const burnt = origin.get(hit.key)!;
  return {
    term: text.slice(hit.start, hit.end),
    document: d.id,
    page,
    start: hit.start,
    end: hit.end,
    burntIn: burnt.document,
    burntOnPage: burnt.page,
    blocks,
    undecided: false,
  };
}

/** Burnt terms as token sequences under their first token. Single short words are too common to tell. */
function collect(
  d: PairDocument,
  origin: Map<string, Burnt>,
  index: Map<string, string[][]>,
): void {
  for (const s of d.suggestions) {
    if (SHARED.has(s.category) || d.state.verdicts.get(s.id)?.state !== "accepted") continue;
    const keys = tokensOf(s.text).map((t) => t.key);
    // An article is no part of a name: without it the name is as telling, and may be marked so.
    if (keys.length > 1 && keys[0] === "the") keys.shift();
    const key = keys.join(" ");
    if (key.length < 3 || origin.has(key)) continue;
    if (s.category === "person" && !new TermIndex([{ text: s.text, name: true }]).size) continue;
    origin.set(key, { document: d.id, page: s.page });
    const first = keys[0]!;
    index.set(first, [...(index.get(first) ?? []), keys]);
  }
}

interface Hit {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

function* hits(tokens: readonly Token[], index: ReadonlyMap<string, string[][]>): Generator<Hit> {
  for (let i = 0; i < tokens.length; i++) {
    const candidates = index.get(tokens[i]!.key);
    if (!candidates) continue;
    let best: string[] | undefined;
    for (const keys of candidates)
      if (keys.length > (best?.length ?? 0) && keys.every((k, j) => tokens[i + j]?.key === k))
        best = keys;
    if (!best) continue;
    const last = tokens[i + best.length - 1]!;
    // A lone lower-case word ("will", "grace") is a word and not the name.
    if (best.length === 1 && !/[\p{Lu}\p{N}]/u.test(tokens[i]!.text)) continue;
    // A mark covers the name and not its possessive 's: neither does the place that is sought.
    const end = last.end - (/['’ʼ‘]s?$/u.exec(last.text)?.[0].length ?? 0);
    yield { key: best.join(" "), start: tokens[i]!.start, end };
    i += best.length - 1;
  }
}

type Within = (page: number, start: number, end: number) => boolean;

/** True for a stretch that lies wholly under marks. */
function coverOf(d: PairDocument): Within {
  if (d.published) return () => false;
  const spans = new Map<number, [number, number][]>();
  const put = (page: number, start: number, end: number) =>
    spans.set(page, [...(spans.get(page) ?? []), [start, end]]);
  for (const m of d.state.marks)
    if (m.span && !m.adjusted) put(m.span.page, m.span.start, m.span.end);
  for (const [page, list] of d.boxed) for (const [start, end] of list) put(page, start, end);
  return within(spans);
}

/** True for a stretch inside a suggestion that nobody has decided. */
function undecidedOf(d: PairDocument): Within {
  const spans = new Map<number, [number, number][]>();
  for (const s of d.suggestions)
    if ((d.state.verdicts.get(s.id)?.state ?? "undecided") === "undecided")
      spans.set(s.page, [...(spans.get(s.page) ?? []), [s.start, s.end]]);
  return within(spans);
}

/** True for a stretch inside a place that was looked at and left readable. */
function leftOf(d: PairDocument): Within {
  const spans = new Map<number, [number, number][]>();
  for (const s of d.suggestions)
    if (d.state.verdicts.get(s.id)?.state === "refused")
      spans.set(s.page, [...(spans.get(s.page) ?? []), [s.start, s.end]]);
  for (const { page, start, end } of d.state.left)
    spans.set(page, [...(spans.get(page) ?? []), [start, end]]);
  return within(spans);
}

function within(spans: ReadonlyMap<number, [number, number][]>): Within {
  const merged = new Map<number, [number, number][]>();
  for (const [page, list] of spans) {
    const out: [number, number][] = [];
    for (const [start, end] of list.sort((a, b) => a[0] - b[0])) {
      const last = out.at(-1);
      if (last && start <= last[1] + 1) last[1] = Math.max(last[1], end);
      else out.push([start, end]);
    }
    merged.set(page, out);
  }
  return (page, start, end) => (merged.get(page) ?? []).some(([a, b]) => a <= start && end <= b);
}
