// The words that a source lays unseen over its picture (an OCR layer), and words of lines that were
// burnt as pixels. Such a word comes into the export only if its place on the paper agrees with
// ink: a layer that sits beside its words, or a word that hides elsewhere, would carry a burnt
// name past every box (channel 7). On a touched line the demand is stricter.
import { toPixels } from "../../../pdfium/display.ts";
import type { OpenPage } from "../../../pdfium/open-page.ts";
import { holdsTerm } from "../../sweep/sweep.ts";
import type { Term } from "../../sweep/terms.ts";
import type { Segment } from "../glyphs/lines.ts";
import type { PixelBurn } from "../boxes/pixel-marks.ts";
import { luminance } from "../pixels/pixels.ts";
import type { PixelRect, Pixels } from "../pixels/pixels.ts";
import { pixelRect, stretchOf } from "../glyphs/stretch.ts";
import { dropAt, levelledRect } from "../pixels/skew.ts";
import { backRect, uprightRect } from "../pixels/turn.ts";
import type { PlacedWord } from "../text/visible-words.ts";
import { wordsOf } from "../text/visible-words.ts";

export interface ScannedWord {
  readonly word: PlacedWord;
  readonly rect: PixelRect;
  /** Ink begins and ends where the word does. */
  readonly exact: boolean;
}

export interface ScannedLine {
  readonly segment: Segment;
  readonly words: readonly ScannedWord[];
}

export interface ScannedWords {
  readonly lines: readonly ScannedLine[];
  /** False where the layer as a whole does not sit on the writing. */
  readonly aligned: boolean;
  /** Gaps between its words that are blank on the paper as well. */
  readonly blank: number;
}

const CONTRAST = 60;
/** Share of columns between two words that must be blank for the gap to be a gap. */
const BLANK = 0.6;
/** Share of judged gaps that must be gaps for the layer to be believed. */
const BELIEVED = 0.6;
const LEAST_INK = 0.25;
/** Heights of a line between what was burnt or moved on it and a word that cannot be part of it. */
const APART = 1;

/** @param pixels the page before anything is burnt as pixels */
export function scannedWords(
  segments: readonly Segment[],
  pixels: Pixels,
  open: OpenPage,
  terms: readonly Term[],
): ScannedWords {
  let gaps = 0;
  let blank = 0;
  const lines = segments.map((segment): ScannedLine => {
    const words = wordsOf(segment);
    const rects = words.map((w) => wordRect(w, segment, pixels, open));
    const profiles = rects.map((r) => inkColumns(pixels, r, along(segment, open)));
    const between = rects.slice(1).map((rect, i) => {
      const gap = gapRect(rects[i]!, rect);
      if (!gap) return null;
      const share = 1 - inkColumns(pixels, gap, along(segment, open));
      gaps++;
      if (share >= BLANK) blank++;
      return share >= BLANK;
    });
    const swept = sweptOut(words, terms);
    return {
      segment,
      words: words.flatMap((word, i) => {
        if (swept.has(i) || profiles[i]! < LEAST_INK) return [];
        const exact = (between[i - 1] ?? true) && (between[i] ?? true) && profiles[i]! > 0.4;
        return [{ word, rect: rects[i]!, exact }];
      }),
    };
  });
  const aligned = gaps < 4 || blank >= BELIEVED * gaps;
  return { lines: aligned ? withoutRivals(lines) : [], aligned, blank };
}

/** Where the words are after the burn; words that were burnt, covered or are in doubt are gone. */
export function afterBurn(
  line: ScannedLine,
  burns: readonly PixelBurn[],
  width: number,
  height: number,
): readonly { readonly word: PlacedWord; readonly dx: number; readonly dy: number }[] {
  return line.words.flatMap(({ word, rect, exact }) => {
    let now = rect;
    for (const burn of burns) {
      const next = afterOne(now, burn, exact, width, height);
      if (!next) return [];
      now = next;
    }
    return [{ word, dx: now.x0 - rect.x0, dy: now.y0 - rect.y0 }];
  });
}

function afterOne(
  rect: PixelRect,
  burn: PixelBurn,
  exact: boolean,
  width: number,
  height: number,
): PixelRect | null {
  if (burn.line === null) return burn.box && overlaps(rect, burn.box) ? null : rect;
  const { line, quarter, skew } = burn;
  const across = quarter % 2 === 0 ? width : height;
  const flat = uprightRect(rect, width, height, quarter);
  const own = levelledRect(flat, across, skew);
  const middle = (own.y0 + own.y1) / 2;
  if (middle < line.rows[0] || middle > line.rows[1]) return rect;
  const high = line.rows[1] - line.rows[0];
  if (own.x1 < line.touched.x0 - high * 40) return rect;
  // In another cell, say: nothing moved there, and a place that is told roughly is good enough.
  if (own.x0 > line.touched.x1 + APART * high) return rect;
  if (!exact) return null;
  const slack = 0.15 * high;
  if (own.x0 < line.wiped.to - slack && own.x1 > line.wiped.from + slack) return null;
  if (own.x0 < line.wiped.from || own.x0 > line.touched.x1) return rect;
  // Letters that stand apart in one word were moved one by one, and alike.
  const moves = line.moves.filter((m) => m.to - slack > own.x0 && m.from + slack < own.x1);
  const [move, last] = [moves[0], moves[moves.length - 1]];
  if (!move || !last || moves.some(({ by }) => by !== move.by)) return null;
  if (own.x0 < move.from - slack * 2 || own.x1 > last.to + slack * 2) return null;
  const at = (flat.x0 + flat.x1) / 2;
  const down = dropAt(at + move.by, across, skew) - dropAt(at, across, skew);
  const there = {
    x0: flat.x0 + move.by,
    y0: flat.y0 + down,
    x1: flat.x1 + move.by,
    y1: flat.y1 + down,
  };
  return backRect(there, width, height, quarter);
}

function overlaps(a: PixelRect, b: PixelRect): boolean {
  return a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0;
}

function wordRect(word: PlacedWord, segment: Segment, pixels: Pixels, open: OpenPage): PixelRect {
  const line = { ...segment, em: word.em, v: word.v };
  // The stretch has a third of an em to spare on either side, which belongs to the gaps.
  const spare = 0.3 * word.em;
  const rect = stretchOf(line, word.u + spare, word.u + word.length - spare);
  return pixelRect(open, pixels, rect);
}

/** "x" where the writing runs across the displayed page, "y" where it runs up or down. */
function along(segment: Segment, open: OpenPage): "x" | "y" {
  const m = toPixels(open.geometry, { width: 1000, height: 1000 });
  const cos = Math.cos(segment.angle);
  const sin = Math.sin(segment.angle);
  return Math.abs(m[0] * cos + m[2] * sin) >= Math.abs(m[1] * cos + m[3] * sin) ? "x" : "y";
}

/** Share of columns (of rows, for upright writing) that hold ink. */
function inkColumns(pixels: Pixels, rect: PixelRect, direction: "x" | "y"): number {
  const { x0, y0, x1, y1 } = pixels.clip(rect);
  const outer = direction === "x" ? [x0, x1] : [y0, y1];
  const inner = direction === "x" ? [y0, y1] : [x0, x1];
  if (outer[1]! <= outer[0]! || inner[1]! <= inner[0]!) return 0;
  let inked = 0;
  for (let a = outer[0]!; a < outer[1]!; a++) {
    let dark = 0;
    for (let b = inner[0]!; b < inner[1]! && dark < 2; b++) {
      const pixel = direction === "x" ? pixels.at(a, b) : pixels.at(b, a);
      if (luminance(pixel) < 255 - CONTRAST) dark++;
    }
    if (dark >= 2) inked++;
  }
  return inked / (outer[1]! - outer[0]!);
}

/** The inner part of the space between two words of a line; null where they touch. */
function gapRect(a: PixelRect, b: PixelRect): PixelRect | null {
  if (b.x0 - a.x1 >= 4) return { x0: a.x1 + 1, x1: b.x0 - 1, y0: a.y0, y1: a.y1 };
  if (a.x0 - b.x1 >= 4) return { x0: b.x1 + 1, x1: a.x0 - 1, y0: a.y0, y1: a.y1 };
  if (b.y0 - a.y1 >= 4) return { x0: a.x0, x1: a.x1, y0: a.y1 + 1, y1: b.y0 - 1 };
  if (a.y0 - b.y1 >= 4) return { x0: a.x0, x1: a.x1, y0: b.y1 + 1, y1: a.y0 - 1 };
  return null;
}

/** Two words that claim the same ink: neither is believed. */
function withoutRivals(lines: readonly ScannedLine[]): readonly ScannedLine[] {
  const all = lines.flatMap((l) => l.words).sort((a, b) => a.rect.y0 - b.rect.y0);
  const rivals = new Set<ScannedWord>();
  all.forEach((a, i) => {
    for (let j = i + 1; j < all.length && all[j]!.rect.y0 < a.rect.y1; j++) {
      const b = all[j]!;
      const wide = Math.min(a.rect.x1, b.rect.x1) - Math.max(a.rect.x0, b.rect.x0);
      const high = Math.min(a.rect.y1, b.rect.y1) - Math.max(a.rect.y0, b.rect.y0);
      const narrow = Math.min(a.rect.x1 - a.rect.x0, b.rect.x1 - b.rect.x0);
      const low = Math.min(a.rect.y1 - a.rect.y0, b.rect.y1 - b.rect.y0);
      if (wide > 0.35 * narrow && high > 0.55 * low) {
        rivals.add(a);
        rivals.add(b);
      }
    }
  });
  return lines.map((l) => ({ ...l, words: l.words.filter((w) => !rivals.has(w)) }));
}

/** Indices of words that are, alone or together, a burnt term. */
function sweptOut(words: readonly PlacedWord[], terms: readonly Term[]): ReadonlySet<number> {
  const out = new Set<number>();
  if (terms.length === 0) return out;
  if (!holdsTerm(words.map((w) => w.text).join(" "), terms)) return out;
  for (let size = 1; size <= Math.min(6, words.length); size++) {
    for (let i = 0; i + size <= words.length; i++) {
      const window = words.slice(i, i + size);
      if (window.some((_, k) => out.has(i + k))) continue;
      if (!holdsTerm(window.map((w) => w.text).join(" "), terms)) continue;
      for (let k = 0; k < size; k++) out.add(i + k);
    }
  }
  return out;
}
