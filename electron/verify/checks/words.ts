// Word for word: what the original leaves to be read must stand in the export, the labels in
// their places, and nothing else. A loss counts only where both engines miss the word, because
// engines differ about odd fonts; an addition counts as soon as one of them sees it.
import { union } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import { alignPage } from "../reading/align.ts";
import type { Alignment } from "../reading/align.ts";
import type { Coverage, PlacedMark } from "../reading/coverage.ts";
import { expectedPage, foundLines, gapForms, labelForms } from "../reading/expected.ts";
import type { ExpectedPage } from "../reading/expected.ts";
import { foldGlyph } from "../reading/fold.ts";
import type { Glyph } from "../reading/glyph.ts";
import { wordsOf } from "../reading/lines.ts";
import type { Line } from "../reading/lines.ts";
import { holdsInk, pixelBox } from "../pixels/raster.ts";
import type { Raster } from "../pixels/raster.ts";
import type { Findings } from "../findings.ts";
import type { PageFrame } from "../place.ts";
import { rescue } from "./rescue.ts";
import { counted, whereabouts } from "./where.ts";

export interface PageTexts {
  readonly page: number;
  readonly frame: PageFrame;
  readonly marks: readonly PlacedMark[];
  readonly coverage: Coverage;
  readonly original: { readonly glyphs: readonly Glyph[]; readonly lines: readonly Line[] };
  readonly candidate: { readonly glyphs: readonly Glyph[]; readonly lines: readonly Line[] };
  /** The original's picture, drawn only where it is needed. */
  readonly picture: () => Raster;
  readonly scale: number;
  /** True where an area of the export is filled with one colour: a plain box. */
  readonly plain: (rect: Rect) => Promise<boolean>;
  /** The same page by the second engine: the compact text of original and candidate. */
  readonly second: () => Promise<{ readonly original: string; readonly candidate: string }>;
}

export interface WordsResult {
  readonly words: number;
  readonly lost: number;
  /** Candidate glyphs that stand for an original's visible one. */
  readonly explained: ReadonlyMap<number, number>;
  /** Candidate glyphs that spell a label. */
  readonly labelGlyphs: ReadonlySet<number>;
}

export async function checkWords(texts: PageTexts, findings: Findings): Promise<WordsResult> {
  const { page, frame, original, candidate } = texts;
  const expected = expectedPage(original.lines, texts.coverage, texts.marks);
  const aligned = alignPage(expected.lines, foundLines(candidate.lines));
  const rescued = rescue(aligned, original, candidate.glyphs);
  const pairs = [...aligned.pairs, ...rescued.pairs];
  const alignment: Alignment = { ...rescued, pairs, filled: aligned.filled };
  const explained = new Map(pairs.map(([from, to]) => [to, from]));
  const labelGlyphs = new Set<number>();
  // A page that shows no text of its own: its words were read from pixels by somebody.
  const scanned = !original.glyphs.some((glyph) => !glyph.invisible);

  const lost = await reallyLost(texts, alignment);
  if (lost.length) {
    const at = whereabouts(
      lost.map((word) => wordBox(word)).reduce(union),
      frame.width,
      frame.height,
    );
    findings.add(
      "words-kept",
      `${counted(lost.length, "word")} ${at} ${lost.length === 1 ? "is" : "are"} missing or damaged.`,
      page,
    );
  }
  const unread = alignment.lost.length - lost.flat().length;
  if (scanned && unread > 0)
    findings.notice(
      "words-kept",
      "Some words of the scan's invisible text were not carried over.",
      page,
    );

  const free = freeLabels(texts, alignment);
  const strangers: Glyph[][] = [];
  for (const run of alignment.extra) {
    // Labels that stand over one another mix to the eye, but not in the order of the content.
    for (const piece of [run, ...contiguous(run)]) {
      const glyphs = piece.map((index) => candidate.glyphs[index]!);
      const taken = free.take(glyphs.flatMap((glyph) => [...foldGlyph(glyph.text)]).join(""));
      if (taken) for (const glyph of glyphs) labelGlyphs.add(glyph.index);
      else if (piece !== run) strangers.push(glyphs);
      if (taken && piece === run) break;
    }
  }
  if (!scanned) await checkStrangers(texts, strangers, findings);
  for (const { label, source } of alignment.filled.values())
    markLabel(candidate.lines, source, label.length, labelGlyphs);
  await checkLabels(texts, expected, alignment, free, scanned, findings);
  const words = original.lines.reduce((sum, line) => sum + wordsOf(line).length, 0);
  return { words, lost: lost.length, explained, labelGlyphs };
}

/** Lost characters, by word, without those that no reader could see or that pdf.js still reads. */
async function reallyLost(texts: PageTexts, { lost }: Alignment): Promise<Glyph[][]> {
  if (lost.length === 0) return [];
  const { original, coverage, frame, scale } = texts;
  const missing = new Set(lost);
  const picture = texts.picture();
  const words: Glyph[][] = [];
  for (const line of original.lines) {
    for (const word of wordsOf(line)) {
      const gone = word.filter((glyph) => missing.has(glyph.index));
      if (gone.length === 0) continue;
      const seen = gone.some((glyph) => {
        const { box } = glyph;
        const onPage = box[2] > 0 && box[3] > 0 && box[0] < frame.width && box[1] < frame.height;
        return onPage && holdsInk(picture, pixelBox(box, picture, scale));
      });
      if (seen) words.push(word.filter((glyph) => coverage.state[glyph.index] !== 2));
    }
  }
  if (words.length === 0) return [];
  const second = await texts.second();
  return words.filter((word) => {
    const text = word.flatMap((glyph) => [...foldGlyph(glyph.text)]).join("");
    const wanted = occurrences(second.original, text);
    return text.length === 0 ? false : wanted === 0 || occurrences(second.candidate, text) < wanted;
  });
}

function wordBox(word: readonly Glyph[]): Glyph["box"] {
  return word.map((glyph) => glyph.loose).reduce(union);
}

function occurrences(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) count++;
  return count;
}

/** Indices cut where they do not follow one another. */
function contiguous(run: readonly number[]): number[][] {
  const pieces: number[][] = [];
  for (const index of run.toSorted((a, b) => a - b)) {
    const last = pieces[pieces.length - 1];
    if (last && last[last.length - 1] === index - 1) last.push(index);
    else pieces.push([index]);
  }
  return pieces;
}

class FreeLabels {
  private readonly left = new Map<string, number>();
  readonly taken = new Set<string>();

  add(form: string): void {
    this.left.set(form, (this.left.get(form) ?? 0) + 1);
  }

  /** True where a text is made of labels that may still be set. */
  take(text: string): boolean {
    if (text === "") return true;
    for (const [form, count] of this.left) {
      if (count === 0 || !text.startsWith(form)) continue;
      this.left.set(form, count - 1);
      if (this.take(text.slice(form.length))) {
        this.taken.add(form);
        return true;
      }
      this.left.set(form, count);
    }
    return false;
  }
}

/** Labels of marks whose slot was not filled: they may stand elsewhere on the page. */
function freeLabels({ marks }: PageTexts, alignment: Alignment): FreeLabels {
  const used = new Map<string, number>();
  for (const { label } of alignment.filled.values()) used.set(label, (used.get(label) ?? 0) + 1);
  const free = new FreeLabels();
  for (const mark of marks) {
    const forms = gapForms(mark);
    const spent = forms.find((form) => (used.get(form) ?? 0) > 0);
    if (spent !== undefined) used.set(spent, used.get(spent)! - 1);
    // A mark over several lines may have a gap in each of them.
    for (const form of forms) if (spent === undefined || form.includes("redacted")) free.add(form);
  }
  return free;
}

async function checkStrangers(
  texts: PageTexts,
  strangers: readonly Glyph[][],
  findings: Findings,
): Promise<void> {
  const { page, frame } = texts;
  let count = 0;
  let at = "";
  for (const glyphs of strangers) {
    const text = glyphs.flatMap((glyph) => [...foldGlyph(glyph.text)]).join("");
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    // One engine may have dropped from the original what both files show alike.
    const second = await texts.second();
    const known = occurrences(second.original, text);
    if (text.length > 2 && known > 0 && occurrences(second.candidate, text) <= known) continue;
    count += glyphs.length;
    at ||= whereabouts(wordBox(glyphs), frame.width, frame.height);
  }
  if (count)
    findings.add(
      "nothing-added",
      `${counted(count, "character")} ${at} ${count === 1 ? "is" : "are"} neither the original's visible text nor a label.`,
      page,
    );
}

function markLabel(
  lines: readonly Line[],
  source: number,
  length: number,
  into: Set<number>,
): void {
  for (const line of lines) {
    const at = line.glyphs.findIndex((glyph) => glyph.index === source);
    if (at < 0) continue;
    let left = length;
    for (const glyph of line.glyphs.slice(at)) {
      if (left <= 0) return;
      into.add(glyph.index);
      left -= [...foldGlyph(glyph.text)].length;
    }
    return;
  }
}

/** Each group of marks that touch one another, or that are pieces of one span, shows a label. */
async function checkLabels(
  texts: PageTexts,
  expected: ExpectedPage,
  alignment: Alignment,
  free: FreeLabels,
  scanned: boolean,
  findings: Findings,
): Promise<void> {
  const { marks, page, frame } = texts;
  const labelled = new Set<string>();
  for (const slot of alignment.filled.keys()) labelled.add(marks[expected.slots[slot]!]!.group);
  const compact = scanned
    ? texts.candidate.glyphs.map((glyph) => foldGlyph(glyph.text)).join("")
    : "";
  let missing = 0;
  let first: PlacedMark | undefined;
  for (const mark of marks) {
    const forms = labelForms(mark.label);
    if (forms.length === 0 || labelled.has(mark.group)) continue;
    if (forms.some((form) => free.taken.has(form) || compact.includes(form))) continue;
    if (neighbourLabelled(mark, marks, labelled)) continue;
    if (await texts.plain(mark.rect)) {
      findings.notice("labels-placed", "A mark with a label is shown as a plain box.", page);
      continue;
    }
    missing++;
    first ??= mark;
  }
  findings.open("labels-placed");
  if (first)
    findings.add(
      "labels-placed",
      `${counted(missing, "label")} ${whereabouts(first.rect, frame.width, frame.height)} ${missing === 1 ? "is" : "are"} missing.`,
      page,
    );
}

/** Marks that overlap are one gap, which shows one of their labels. */
function neighbourLabelled(
  mark: PlacedMark,
  marks: readonly PlacedMark[],
  labelled: ReadonlySet<string>,
): boolean {
  const near = 3;
  return marks.some(
    (other) =>
      labelled.has(other.group) &&
      other.rect[0] < mark.rect[2] + near &&
      other.rect[2] > mark.rect[0] - near &&
      other.rect[1] < mark.rect[3] &&
      other.rect[3] > mark.rect[1],
  );
}
