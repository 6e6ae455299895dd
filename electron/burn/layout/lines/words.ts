// Reads lines as words: atoms without a space between them, burnt stretches as gaps. Which glyph
// follows which, and whether a space stood between them, is all that is kept of where things
// stood; kerning, justification and the width of what was burnt are forgotten here (B1).
import type { PageMark } from "../../page-output.ts";
import { asSeen } from "../seen/echoes.ts";
import { placeAt, unexpanded } from "./frame.ts";
import type { Decoration, Gap, SeenGlyph, Segment, Token, Word } from "../model.ts";
import { joinLine } from "./hyphens.ts";
import type { Hyphenation } from "./hyphens.ts";

/** A bare gap wider than this (em) is a space. */
const SPACE = 0.13;
/** In em: letters of no text are set nearer; and so many neighbours show that they are. */
const MOST_NEARER = 0.06;
const SHOWN = 8;
/** In em over the baseline: what ends lower is an underline; and what is thicker is a marker. */
const BENEATH = 0.1;
const THICKEST = 0.35;
const BAR_STEP = 6;
/** @param silent marks that burn nothing but blanks of a line: their label stands in the line */
export function wordsOf(
  lines: readonly Segment[],
  marks: readonly PageMark[],
  decorations: ReadonlyMap<SeenGlyph, readonly Decoration[]>,
  hyphenation: Hyphenation,
  silent: ReadonlySet<number>,
): readonly Word[] {
  const known = lastRead.get(lines);
  const how = { marks, hyphenation, silent };
  if (decorations.size === 0 && known && isSame(known.how, how)) return known.words;
  const tokens: Token[] = [];
  for (const line of lines) {
    const own = tokensOf(line, decorations, silent);
    if (tokens.length > 0) joinLine(tokens, own, hyphenation);
    tokens.push(...own);
  }
  const words = split(closeUp(tokens, marks));
  if (decorations.size === 0) lastRead.set(lines, { how, words });
  return words;
}

/** How lines were read, by which of these values: the same ones give the same words. */
interface How {
  readonly marks: readonly PageMark[];
  readonly hyphenation: Hyphenation;
  readonly silent: ReadonlySet<number>;
}

/** Words of undecorated lines, which are asked for more than once and stay as they are. */
const lastRead = new WeakMap<
  readonly Segment[],
  { readonly how: How; readonly words: readonly Word[] }
>();

function isSame(a: How, b: How): boolean {
  return a.marks === b.marks && a.hyphenation === b.hyphenation && a.silent === b.silent;
}

function tokensOf(
  line: Segment,
  decorations: ReadonlyMap<SeenGlyph, readonly Decoration[]>,
  silent: ReadonlySet<number>,
): Token[] {
  const tokens: Token[] = [];
  const glyphs = alongLine(line.glyphs);
  const usual = usuallyNearer(glyphs);
  let before: SeenGlyph | undefined;
  for (const glyph of glyphs) {
    if (before && gapBetween(before, glyph) > SPACE - usual) tokens.push("space");
    before = glyph;
    const looks = decorations.get(glyph) ?? PLAIN;
    if (glyph.mark >= 0) {
      if (!glyph.blank) {
        tokens.push(gapOf(glyph, line, looks));
      } else if (silent.has(glyph.mark)) {
        tokens.push("space", gapOf(glyph, line, looks), "space");
      } else if (isSpace(glyph)) tokens.push("space");
      continue;
    }
    if (glyph.blank) {
      if (isSpace(glyph)) tokens.push("space");
      continue;
    }
    const { size, bar = false } = glyph;
    const by = bar ? 1 : unexpanded(glyph);
    const seen = asSeen(glyph);
    const item = by === 1 ? seen : placeAt(seen, glyph.frame, glyph.u, glyph.v, by);
    const advance = bar && !glyph.shape ? barWidth(glyph.advance) : glyph.advance * by;
    const rise = Math.abs(glyph.v - line.v) < 0.02 * size ? 0 : glyph.v - line.v;
    tokens.push({ kind: "glyph", item, advance, size, rise, decorations: looks, bar });
  }
  return tokens;
}

const PLAIN: readonly Decoration[] = [];

/** Nearly all lines are painted from their start to their end. */
function alongLine(glyphs: readonly SeenGlyph[]): readonly SeenGlyph[] {
  for (let i = 1; i < glyphs.length; i++)
    if (!(glyphs[i - 1]!.u <= glyphs[i]!.u)) return glyphs.toSorted((a, b) => a.u - b.u);
  return glyphs;
}

/** Points: rounding to pixels must not tell twins apart, nor need a bar's width tell of what is under it. */
function barWidth(width: number): number {
  return Math.max(BAR_STEP, Math.round(width / BAR_STEP + 0.04) * BAR_STEP);
}

function gapOf(glyph: SeenGlyph, line: Segment, decorations: readonly Decoration[]): Gap {
  const { piece, link } = glyph.item;
  const place = {
    ...(piece === undefined ? {} : { piece }),
    ...(link === undefined ? {} : { link }),
  };
  // What strikes words through would run into the label's box, and make it wider.
  const strikes = ({ from, to, behind }: Decoration): boolean =>
    !behind && to >= BENEATH * line.size && to - from <= THICKEST * line.size;
  const beside = decorations.filter((look) => !strikes(look));
  return { kind: "gap", mark: glyph.mark, size: line.size, place, decorations: beside };
}

function isSpace(glyph: SeenGlyph): boolean {
  return /^\s*$/u.test(glyph.item.shape.unicode) || glyph.advance > SPACE * glyph.size;
}

/** In em. */
function gapBetween(a: SeenGlyph, b: SeenGlyph): number {
  return (b.u - (a.u + a.advance)) / Math.max(a.size, b.size);
}

/** Em by which most letters of a line stand nearer to one another than their widths ask for: so do its words. */
function usuallyNearer(glyphs: readonly SeenGlyph[]): number {
  const gaps: number[] = [];
  for (const [i, b] of glyphs.entries()) {
    const a = glyphs[i - 1];
    if (a && a.mark < 0 && b.mark < 0 && !a.blank && !b.blank) gaps.push(gapBetween(a, b));
  }
  if (gaps.length < SHOWN) return 0;
  return Math.min(MOST_NEARER, Math.max(0, -gaps.toSorted((a, b) => a - b)[gaps.length >> 1]!));
}

/**
 * Pieces of one burnt span close up: a follower, or a neighbour with the same label, joins the gap
 * before it together with the space between them.
 */
function closeUp(tokens: readonly Token[], marks: readonly PageMark[]): readonly Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    if (token === "space" || token.kind === "glyph") {
      out.push(token);
      continue;
    }
    const mark = marks[token.mark]!;
    let at = out.length - 1;
    while (at >= 0 && out[at] === "space") at--;
    const before = out[at];
    const gap =
      before !== undefined && before !== "space" && before.kind === "gap" ? before : undefined;
    if (gap && (gap.mark === token.mark || joinsGap(marks[gap.mark]!, mark))) out.length = at + 1;
    else if (mark.text !== "") out.push(token);
    // A follower without its first piece before it (that one is on another page or line) closes up.
  }
  return out;
}

function joinsGap(before: PageMark, mark: PageMark): boolean {
  if (mark.group !== undefined && mark.group === before.group) return true;
  return mark.text === "" || (mark.text === before.text && mark.reason === before.reason);
}

function split(tokens: readonly Token[]): readonly Word[] {
  const words: Word[] = [];
  let atoms: Exclude<Token, "space">[] = [];
  for (const token of tokens) {
    if (token !== "space") {
      atoms.push(token);
    } else if (atoms.length > 0) {
      words.push({ atoms });
      atoms = [];
    }
  }
  if (atoms.length > 0) words.push({ atoms });
  return words;
}
