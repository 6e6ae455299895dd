// Reads what stands under each mark and what stays to be read beside the marks, by the engine's own
// characters: whole glyphs that meet a mark, seen or unseen. The texts serve the sweep and are
// forgotten with the burn.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { PdfiumDocument } from "../../pdfium/document.ts";
import type { OpenPage } from "../../pdfium/open-page.ts";
import { readObjects } from "../../pdfium/page-objects.ts";
import { marksOnLines } from "../marks-on-lines.ts";
import type { PageMark } from "../page-output.ts";
import { readGlyphs } from "../sealed/glyphs/glyphs.ts";
import type { Glyph } from "../sealed/glyphs/glyph.ts";
import { removedBy } from "../sealed/glyphs/hit.ts";
import { picturesUnder } from "../sealed/glyphs/under-mark.ts";
import { furtherReadings, textAlong } from "./text-along.ts";
import type { MarkedText } from "./terms.ts";

const HYPHEN = /[-\u00ad\u2010]$/u;

export interface DocumentTexts {
  readonly marked: readonly MarkedText[];
  /** Text of each page outside its marks, by index. */
  readonly unmarked: readonly string[];
}

/** The texts of one page: what stands under each of its marks, and what beside them. */
export interface PageTexts {
  readonly under: readonly string[];
  /** Names under several marks, and what lies unseen under one. */
  readonly joined: readonly MarkedText[];
  readonly beside: string;
  /** Marks that burn something of a picture, where no text lies under them. */
  readonly pictured: readonly number[];
  /** The marks, drawn in to the lines that they mean. */
  readonly marks: readonly PageMark[];
}

export function pageTexts(
  document: PdfiumDocument,
  open: OpenPage,
  marks: readonly PageMark[],
): PageTexts {
  return marks.length === 0
    ? { under: [], joined: [], beside: wholeText(document, open), pictured: [], marks }
    : textsOn(document, open, marks);
}

/** @param pages texts and marks of every page, in order */
export function documentTexts(
  pages: readonly {
    readonly texts: Omit<PageTexts, "pictured" | "marks">;
    readonly marks: readonly PageMark[];
  }[],
): DocumentTexts {
  const marked: MarkedText[] = [];
  const groups = new Map<string, { pieces: string[]; label: string | null }>();
  for (const { texts, marks } of pages) {
    marked.push(...texts.joined);
    texts.under.forEach((text, i) => {
      const mark = marks[i]!;
      if (text === "") return;
      if (mark.group === undefined) {
        marked.push({ text, label: mark.text });
        return;
      }
      const group = groups.get(mark.group);
      if (group) group.pieces.push(text);
      else groups.set(mark.group, { pieces: [text], label: mark.text });
    });
  }
  for (const { pieces, label } of groups.values()) {
    // A word broken at a line end is one word; a phrase broken there has a space.
    const whole = pieces.reduce((all, piece) =>
      HYPHEN.test(all) ? all.slice(0, -1) + piece : `${all} ${piece}`,
    );
    marked.push({ text: whole, label });
  }
  return { marked, unmarked: pages.map(({ texts }) => texts.beside) };
}

function textsOn(document: PdfiumDocument, open: OpenPage, drawn: readonly PageMark[]): PageTexts {
  const objects = readObjects(document.pdfium, open.handle);
  const glyphs = readGlyphs(document, open, objects);
  const marks = marksOnLines(drawn, glyphs);
  const sorted = new SortedGlyphs(marks);
  for (const glyph of glyphs) sorted.add(glyph);
  const { hits, next, beside } = sorted;
  // What is seen and what lies unseen on it are two readings of one name.
  const seen = hits.map((own) => textAlong(own.filter((glyph) => !glyph.run.hidden)));
  const unseen = hits.map((own) => textAlong(own.filter((glyph) => glyph.run.hidden)));
  // Words that lie on one another, read twice by a scanner or doubled by their shadow.
  const again = [true, false].flatMap((hidden) =>
    hits.flatMap((own, i) =>
      furtherReadings(own.filter(({ run }) => run.hidden === hidden)).map((text): MarkedText => ({
        text,
        label: marks[i]!.text,
      })),
    ),
  );
  const under = seen.map((text, i) => (text === "" ? unseen[i]! : text));
  // A high mark grazes the lines above and below: what it means is what it covers.
  const core = hits.map((own, i) =>
    textAlong(own.filter(({ run, ink }) => !run.hidden && covers(marks[i]!.rect, ink))),
  );
  const also = [unseen, core].flatMap((texts) =>
    texts.flatMap((text, i): MarkedText[] =>
      text === "" || text === under[i] ? [] : [{ text, label: marks[i]!.text }],
    ),
  );
  const pictured = marks.flatMap((mark, i) =>
    under[i] === "" && picturesUnder(mark, objects).length > 0 ? [i] : [],
  );
  const joined = [...also, ...again, ...chains(next, seen, marks)];
  return { under, joined, beside, pictured, marks };
}

/** Letters by the marks that remove them, and the text beside; one letter is added after the other. */
class SortedGlyphs {
  readonly hits: readonly Glyph[][];
  /** From a mark to the one that goes on with its word. */
  readonly next = new Map<number, number>();
  beside = "";
  readonly #marks: readonly PageMark[];
  /** The letter before and its mark; none where it has none. */
  #before: Glyph | undefined;
  #markBefore = 0;

  constructor(marks: readonly PageMark[]) {
    this.#marks = marks;
    this.hits = marks.map(() => []);
  }

  add(glyph: Glyph): void {
    const { hidden } = glyph.run;
    const mark = this.#hit(glyph);
    const isMarked = mark >= 0;
    if (isMarked) this.#goOn(glyph, mark);
    if (!hidden) {
      this.#before = isMarked ? glyph : undefined;
      this.#markBefore = mark;
    }
    // The gap parts what stands around it.
    if (isMarked) this.beside += " ";
    else if (!hidden) this.beside += glyph.spaced ? ` ${glyph.text}` : glyph.text;
  }

  /** The first of the marks that remove a letter, or -1; it is put with what each of them removes. */
  #hit(glyph: Glyph): number {
    const marks = this.#marks;
    let first = -1;
    for (let i = 0; i < marks.length; i++) {
      if (!removedBy(marks[i]!.rect, glyph)) continue;
      this.hits[i]!.push(glyph);
      if (first < 0) first = i;
    }
    return first;
  }

  #goOn(glyph: Glyph, mark: number): void {
    const from = this.#markBefore;
    if (!this.#before || mark === from || !goesOn(this.#before, glyph)) return;
    const alike = sameSpeaker(this.#marks[from]!, this.#marks[mark]!);
    if (alike && !this.next.has(from)) this.next.set(from, mark);
  }
}

/** Share of a letter's ink under a mark that means it. */
const MEANT = 0.4;

function covers(mark: Rect, ink: Rect): boolean {
  const share = (axis: 0 | 1): number => {
    const length = ink[axis + 2]! - ink[axis];
    const inside = Math.min(ink[axis + 2]!, mark[axis + 2]!) - Math.max(ink[axis], mark[axis]);
    return length > 0 ? Math.max(0, inside / length) : inside >= 0 ? 1 : 0;
  };
  return share(0) * share(1) >= MEANT;
}

/** Nothing but a hyphen at a line's end parts the two. */
function goesOn(a: Glyph, b: Glyph): boolean {
  return !b.spaced || (b.fresh && HYPHEN.test(a.text));
}

function sameSpeaker(a: PageMark, b: PageMark): boolean {
  return a.label === b.label && a.reason === b.reason && a.group === b.group;
}

/** A name under several marks, one for each letter or each half of it, is a term as a whole. */
function chains(
  next: ReadonlyMap<number, number>,
  texts: readonly string[],
  marks: readonly PageMark[],
): MarkedText[] {
  const later = new Set(next.values());
  return [...next.keys()].flatMap((first): MarkedText[] => {
    if (later.has(first)) return [];
    let text = texts[first]!;
    const passed = new Set([first]);
    for (let at = next.get(first); at !== undefined && !passed.has(at); at = next.get(at)) {
      passed.add(at);
      text = text.replace(HYPHEN, "") + texts[at]!;
    }
    return [{ text, label: marks[first]!.text }];
  });
}

/** The quick way, for pages on which nothing is burnt. */
function wholeText(document: PdfiumDocument, open: OpenPage): string {
  const { pdfium } = document;
  const { api } = pdfium;
  const textPage = api.FPDFText_LoadPage(open.handle);
  if (!textPage) return "";
  try {
    const count = api.FPDFText_CountChars(textPage);
    if (count <= 0) return "";
    return pdfium.scratch(2 * count + 2, (at) => {
      const written = api.FPDFText_GetText(textPage, 0, count, at);
      return pdfium.text(at, Math.max(0, 2 * (written - 1)));
    });
  } finally {
    api.FPDFText_ClosePage(textPage);
  }
}
