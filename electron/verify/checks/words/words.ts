// Word for word: what the original leaves to be read must stand in the export, the labels in
// their places, and nothing else. A loss counts only where both engines miss the word, because
// engines differ about odd fonts; an addition counts as soon as one of them sees it.
import { meets, union } from "../../../../shared/geometry/rect.ts";
import { foldGlyph } from "../../reading/fold.ts";
import { foldedText } from "../../reading/glyph.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { wordsOf } from "../../reading/lines.ts";
import type { Line } from "../../reading/lines.ts";
import type { Findings } from "../../findings.ts";
import { outOfTurn } from "./downwards.ts";
import { fieldGlyphs } from "./fields.ts";
import { checkLabels } from "./label-places.ts";
import { Labels } from "./labels.ts";
import { isCut, judgeLosses } from "./losses.ts";
import { outOfOrder } from "./order.ts";
import { passedBy } from "./passed-by.ts";
import { pairLetters } from "./pairing.ts";
import type { Pairing } from "./pairing.ts";
import { checkStrangers } from "./strangers.ts";
import { linesUnseen, whereabouts } from "../where.ts";
import { counted } from "../../counted.ts";
import type { PageTexts } from "./page-texts.ts";

export interface WordsResult {
  readonly words: number;
  readonly lost: number;
  /** Candidate glyph → the original's glyph that it stands for. */
  readonly explained: ReadonlyMap<number, number>;
  /** Candidate glyphs that spell a label. */
  readonly labelGlyphs: ReadonlySet<number>;
  /** Lines of both files as they were read: of columns beside one another, one after the other. */
  readonly before: readonly Line[];
  readonly after: readonly Line[];
}

export async function checkWords(texts: PageTexts, findings: Findings): Promise<WordsResult> {
  const { original, candidate, marks } = texts;
  const labels = new Labels(marks);
  labels.takeBracketed(candidate.glyphs, foldedText(original.glyphs));
  const known = new Set([...labels.glyphs, ...(await fieldGlyphs(texts, labels.glyphs))]);
  const zones = texts.zones.paragraphs;
  const { coverage } = texts;
  const input = { original, candidate, coverage, marks, known, zones };
  const movedOf = new Map<Pairing, readonly Glyph[]>();
  const moves = (one: Pairing): readonly Glyph[] => {
    const known = movedOf.get(one) ?? movedIn(texts, one);
    movedOf.set(one, known);
    return known;
  };
  const paired = pairLetters(
    input,
    (one) => one.lost.length + one.extra.flat().length + moves(one).length === 0,
  );
  for (const { label, source } of paired.filled)
    labels.take(label, following(paired.after, source, label.length), candidate.glyphs);
  const explained = explainedBy(paired);
  const moved = moves(paired);
  if (moved.length > 0) {
    const at = whereabouts(moved[0]!.loose, texts.frame.width, texts.frame.height);
    const told = `${counted(moved.length, "character")} ${at} ${moved.length === 1 ? "stands" : "stand"} in another order.`;
    findings.add("words-kept", told, texts.page, linesUnseen(moved, candidate.lines));
  }
  // A page that shows no text of its own: its words were read from pixels by somebody.
  const scanned = !original.glyphs.some((glyph) => !glyph.invisible);

  const strangers = paired.extra.flatMap((run) => unlabelled(run, labels, candidate.glyphs));
  await checkStrangers(texts, strangers, findings);
  const lost = await checkLosses(texts, paired.lost, scanned, labels.glyphs, findings);
  await checkLabels(texts, labels, { lines: paired.before, explained }, findings);
  return {
    words: original.lines.reduce((sum, line) => sum + wordsOf(line).length, 0),
    lost,
    explained,
    labelGlyphs: labels.glyphs,
    before: paired.before,
    after: paired.after,
  };
}

/** Candidate glyph → the original's that it stands for. */
const explainedBy = ({ aligned, pairs }: Pairing): Map<number, number> =>
  new Map([...aligned, ...pairs].map(([from, to]) => [to, from]));

/** Letters that stand in another order than they did. */
function movedIn({ original, candidate, zones, pages }: PageTexts, paired: Pairing): Glyph[] {
  const explained = explainedBy(paired);
  const { before, after: lines, pairs: rescued, apart } = paired;
  return [
    ...outOfOrder({
      original: { glyphs: original.glyphs, lines: before },
      candidate: { glyphs: candidate.glyphs, lines },
      explained,
      rescued,
      zones: zones.paragraphs,
      apart,
    }),
    ...passedBy({ original: original.glyphs, lines, explained, zones: zones.paragraphs }),
    ...(pages > 1 ? outOfTurn(original, candidate, explained) : []),
  ];
}

/** Glyphs of a line from one on, as many as spell a text of the length. */
function following(lines: readonly Line[], source: number, length: number): number[] {
  for (const line of lines) {
    const at = line.glyphs.findIndex((glyph) => glyph.index === source);
    if (at < 0) continue;
    const indices: number[] = [];
    let left = length;
    for (const glyph of line.glyphs.slice(at)) {
      if (left <= 0) break;
      indices.push(glyph.index);
      left -= foldGlyph(glyph.text).length;
    }
    return indices;
  }
  return [];
}

/** What of a new run is no label. Labels over one another mix to the eye, not in the content's order. */
function unlabelled(run: readonly number[], labels: Labels, glyphs: readonly Glyph[]): Glyph[][] {
  if (labels.takeRun(run, glyphs)) return [];
  return contiguous(run)
    .filter((piece) => !labels.takeRun(piece, glyphs))
    .map((piece) => piece.map((index) => glyphs[index]!));
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

async function checkLosses(
  texts: PageTexts,
  missing: readonly number[],
  scanned: boolean,
  labelGlyphs: ReadonlySet<number>,
  findings: Findings,
): Promise<number> {
  const { page, frame } = texts;
  // A page without words of its own is a picture: what no mark comes near is judged by its look alone.
  const picture = texts.candidate.glyphs.every(({ index }) => labelGlyphs.has(index));
  const near = (word: readonly Glyph[]): boolean =>
    texts.zones.paragraphs.some((zone) => word.some(({ box }) => meets(zone, box)));
  const judged = await judgeLosses(texts, missing);
  const { unreadable } = judged;
  // The box of a picture reaches a little into the point or colon behind the name.
  const cut = judged.lost.filter((word) => picture && isCut(word, texts.marks));
  const covered = [...judged.covered, ...cut];
  const whole = judged.lost.filter((word) => !cut.includes(word));
  const lost = picture ? whole.filter(near) : whole;
  const at = (words: readonly (readonly Glyph[])[]): string =>
    whereabouts(
      words
        .flat()
        .map((glyph) => glyph.loose)
        .reduce(union),
      frame.width,
      frame.height,
    );
  if (lost.length)
    findings.add(
      "words-kept",
      `${counted(lost.length, "word")} ${at(lost)} ${lost.length === 1 ? "is" : "are"} missing or damaged.`,
      page,
    );
  if (covered.length)
    findings.notice(
      "words-kept",
      `${counted(covered.length, "word")} ${at(covered)} ${covered.length === 1 ? "stands" : "stand"} under the box of a mark beside.`,
      page,
    );
  if (unreadable.length) {
    const message = `${counted(unreadable.length, "word")} ${at(unreadable)} can be seen but not searched or read aloud.`;
    const words = texts.original.lines.reduce((sum, line) => sum + wordsOf(line).length, 0);
    // On a picture the lines with boxes may be seen alone, where only the others are given as text.
    const layered = texts.candidate.glyphs.every(({ invisible }) => invisible);
    const onLine = (word: readonly Glyph[]): boolean =>
      layered && texts.zones.lines.some(({ rect }) => word.some(({ box }) => meets(rect, box)));
    const silent = unreadable.filter((word) => !onLine(word));
    // A few words beside a box are a blemish; a page without its text is a loss.
    if (picture) {
      const told = "The page can be seen but not searched or read aloud: it is a picture alone.";
      findings.notice("words-kept", told, page);
    } else if (silent.length > 3 + 0.1 * words) findings.add("words-kept", message, page);
    else findings.notice("words-kept", message, page);
  }
  if (scanned && missing.length > 0)
    findings.notice(
      "words-kept",
      "Some words of the scan's invisible text were not carried over.",
      page,
    );
  return lost.length;
}
