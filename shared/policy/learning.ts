// How much of a review still teaches: the share of words that stay readable, by section. Pure.
// A word under a label ("Child A") is lost as a word but not as a fact, so it is counted apart.
import type { OutlineItem } from "../ipc/documents.ts";
import type { ReviewState } from "../review/state.ts";

/** Findings and recommendations are warned about below this share. */
const LEARNING_FLOOR = 0.95;

export interface LearningInput {
  readonly pages: readonly { readonly page: number; readonly text: string }[];
  readonly outline: readonly OutlineItem[];
  readonly state: ReviewState;
  /** Stretches of text under drawn boxes that carry no span. */
  readonly boxed?: ReadonlyMap<number, readonly (readonly [number, number])[]>;
}

export interface SectionLearning {
  readonly title: string;
  readonly page: number;
  /** True for findings, learning, conclusions and recommendations. */
  readonly teaches: boolean;
  readonly words: number;
  readonly readable: number;
  /** Lost words that a label or a generalisation stands for. */
  readonly labelled: number;
  /** 0..1; 1 for a section without words. */
  readonly share: number;
  readonly low: boolean;
}

export interface Learning {
  readonly words: number;
  readonly readable: number;
  readonly labelled: number;
  readonly share: number;
  readonly sections: readonly SectionLearning[];
}

const TEACHES = /finding|recommend|learning|lesson|conclusion|analysis|action plan|good practice/iu;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

export function learningKept(input: LearningInput): Learning {
  const sections = sectionsOf(input);
  const cover = coverOf(input);
  let at = 0;
  for (const { page, text } of [...input.pages].sort((a, b) => a.page - b.page)) {
    const spans = cover.get(page) ?? [];
    let next = 0;
    for (const match of text.matchAll(WORD)) {
      const [start, end] = [match.index, match.index + match[0].length];
      while (at + 1 < sections.length && starts(sections[at + 1]!, page, start)) at++;
      while (next < spans.length && spans[next]!.end <= start) next++;
      const section = sections[at]!;
      section.words++;
      const lost = spans[next];
      if (!lost || lost.start >= end) section.readable++;
      else if (lost.labelled) section.labelled++;
    }
  }
  const told = sections.filter((s) => s.words > 0).map(finish);
  const sum = (key: "words" | "readable" | "labelled") => told.reduce((n, s) => n + s[key], 0);
  const [words, readable, labelled] = [sum("words"), sum("readable"), sum("labelled")];
  return { words, readable, labelled, share: words === 0 ? 1 : readable / words, sections: told };
}

interface Draft {
  readonly title: string;
  readonly page: number;
  readonly offset: number;
  readonly teaches: boolean;
  words: number;
  readable: number;
  labelled: number;
}

function sectionsOf({ outline, pages }: LearningInput): Draft[] {
  const texts = new Map(pages.map((p) => [p.page, p.text]));
  const top = Math.min(...outline.map((o) => o.level));
  const drafts: Draft[] = [draft("Before the first heading", 1, -1, false)];
  let teaching: { level: number } | null = null;
  for (const o of outline) {
    // A sub-section of "Findings" teaches, whatever its own title.
    if (teaching && o.level <= teaching.level) teaching = null;
    if (!teaching && TEACHES.test(o.title)) teaching = { level: o.level };
    if (o.level > top + 1) continue;
    const offset = Math.max(0, texts.get(o.page)?.indexOf(o.title.trim()) ?? 0);
    drafts.push(draft(o.title, o.page, offset, teaching !== null));
  }
  return drafts.sort((a, b) => a.page - b.page || a.offset - b.offset);
}

function draft(title: string, page: number, offset: number, teaches: boolean): Draft {
  return { title, page, offset, teaches, words: 0, readable: 0, labelled: 0 };
}

const starts = (s: Draft, page: number, start: number) =>
  s.page < page || (s.page === page && s.offset <= start);

function finish(s: Draft): SectionLearning {
  const { title, page, teaches, words, readable, labelled } = s;
  const share = s.words === 0 ? 1 : s.readable / s.words;
  return {
    title,
    page,
    teaches,
    words,
    readable,
    labelled,
    share,
    low: s.teaches && share < LEARNING_FLOOR,
  };
}

interface Cover {
  readonly start: number;
  readonly end: number;
  readonly labelled: boolean;
}

function coverOf({ state, boxed }: LearningInput): ReadonlyMap<number, readonly Cover[]> {
  const pages = new Map<number, Cover[]>();
  const put = (page: number, cover: Cover) => {
    const list = pages.get(page);
    if (list) list.push(cover);
    else pages.set(page, [cover]);
  };
  for (const m of state.marks)
    if (m.span)
      put(m.span.page, { start: m.span.start, end: m.span.end, labelled: m.label !== null });
  for (const [page, list] of boxed ?? [])
    for (const [start, end] of list) put(page, { start, end, labelled: false });
  for (const list of pages.values()) list.sort((a, b) => a.start - b.start || b.end - a.end);
  return pages;
}
