// Sets words anew on one line: nominal advances without kerning, one constant gap between words,
// every label as wide as the label alone asks for. Where a word ends up depends on nothing but
// the words that survive, the labels and where the line starts (B1).
import type { PageMark } from "../../page-output.ts";
import { LABEL_FACE, blank, labelShapes, plainShapes } from "../../crisp/fonts/label-face.ts";
import type { GlyphItem, Shape } from "../../crisp/interpret/display-list.ts";
import { placeAt, toPage } from "./frame.ts";
import type { Box, Decoration, Frame, Gap, Piece, Word } from "../model.ts";

/** Everything in em of the text around it. */
const WORD_GAP = 0.26;
const MONOSPACE_GAP = 0.6;
export const LABEL_SIZE = 0.8;
const BOX_FROM = -0.23;
const BOX_TO = 0.79;
/** Lifts the smaller label to the middle of its box. */
const LABEL_LIFT = 0.02;
const PLAIN_WIDTH = 3;
export const PLAIN_TEXT = "[redacted]";
/** Room between a box and a letter that touches it. */
const BESIDE_BOX = 0.04;
export const LABEL_COLOUR = "#ffffff";

/** How tightly a line is set; all 1 where it fits. */
export interface Tightness {
  readonly gaps: number;
  readonly labels: number;
  readonly stretch: number;
}

export const NATURAL: Tightness = { gaps: 1, labels: 1, stretch: 1 };

/** Places of the result in page space, in reading order. */
export interface SetLine {
  readonly glyphs: readonly GlyphItem[];
  readonly boxes: readonly Box[];
  readonly decorations: readonly SetDecoration[];
  readonly width: number;
  /** Where it ends along its frame. */
  readonly end: number;
}

export interface SetDecoration {
  readonly look: Decoration;
  readonly from: number;
  readonly to: number;
}

export type MarkOf = (index: number) => PageMark;

function gapShapes(mark: PageMark): readonly Shape[] {
  return mark.text ? labelShapes(mark.text) : plainShapes(PLAIN_TEXT, PLAIN_WIDTH / LABEL_SIZE);
}

function gapWidth(gap: Gap, markOf: MarkOf, tight: Tightness): number {
  const em = gapShapes(markOf(gap.mark)).reduce((sum, s) => sum + s.advance, 0);
  return em * gap.size * LABEL_SIZE * tight.labels * tight.stretch;
}

function atomWidth(atom: Piece | Gap, markOf: MarkOf, tight: Tightness): number {
  return atom.kind === "gap" ? gapWidth(atom, markOf, tight) : atom.advance * tight.stretch;
}

function besides(a: Piece | Gap, b: Piece | Gap | undefined): number {
  return b && a.kind !== b.kind ? BESIDE_BOX * Math.min(a.size, b.size) : 0;
}

export function wordWidth(word: Word, markOf: MarkOf, tight: Tightness): number {
  return word.atoms.reduce(
    (sum, atom, i) => sum + atomWidth(atom, markOf, tight) + besides(atom, word.atoms[i + 1]),
    0,
  );
}

/** Between a word of letters that are all as wide and another one stands the other one's blank. */
export function spaceBetween(before: Word, after: Word, tight: Tightness): number {
  const last = before.atoms[before.atoms.length - 1]!;
  const typed = isTyped(last) && (after.atoms[0]!.kind === "gap" || isTyped(after.atoms[0]!));
  const em = typed ? MONOSPACE_GAP : WORD_GAP;
  return em * last.size * tight.gaps * tight.stretch;
}

function isTyped(atom: Piece | Gap): boolean {
  return atom.kind === "glyph" && atom.item.face.monospace;
}

export function lineWidth(words: readonly Word[], markOf: MarkOf, tight: Tightness): number {
  return words.reduce((sum, word, i) => {
    const next = words[i + 1];
    return sum + wordWidth(word, markOf, tight) + (next ? spaceBetween(word, next, tight) : 0);
  }, 0);
}

/**
 * @param u where the line starts
 * @param extra added to every gap between words (lines set to both margins)
 */
export function setLine(
  words: readonly Word[],
  frame: Frame,
  u: number,
  v: number,
  markOf: MarkOf,
  tight: Tightness,
  extra = 0,
): SetLine {
  const glyphs: GlyphItem[] = [];
  const boxes: Box[] = [];
  const bars = new Bars();
  let x = u;
  words.forEach((word, i) => {
    word.atoms.forEach((atom, k) => {
      const width = atomWidth(atom, markOf, tight);
      if (atom.kind === "gap") {
        const box = setGap(atom, frame, x, v, markOf(atom.mark), tight);
        boxes.push(box);
        glyphs.push(...box.label);
      } else if (!atom.bar) {
        glyphs.push(placeAt(atom.item, frame, x, v + atom.rise, tight.stretch, NO_CLIP));
      }
      bars.cover(atom.decorations, x, x + width);
      x += width + besides(atom, word.atoms[k + 1]);
    });
    const next = words[i + 1];
    if (next) {
      glyphs.push(spaceGlyph(word, frame, x, v, tight.stretch));
      x += spaceBetween(word, next, tight) + extra;
    }
  });
  return { glyphs, boxes, decorations: bars.all(), width: x - u, end: x };
}

/** Joins the decorations of neighbours into one bar that runs through the gap between them. */
class Bars {
  readonly #done: SetDecoration[] = [];
  #open: SetDecoration[] = [];

  cover(looks: readonly Decoration[], from: number, to: number): void {
    const next: SetDecoration[] = [];
    for (const look of looks) {
      const before = this.#open.find((bar) => bar.look.key === look.key);
      next.push({ look, from: before?.from ?? from, to });
    }
    for (const bar of this.#open) {
      if (!next.some((n) => n.look.key === bar.look.key)) this.#done.push(bar);
    }
    this.#open = next;
  }

  all(): readonly SetDecoration[] {
    return [...this.#done, ...this.#open];
  }
}

function spaceGlyph(word: Word, frame: Frame, u: number, v: number, stretch: number): GlyphItem {
  const last = word.atoms[word.atoms.length - 1]!;
  const shape = blank(" ", WORD_GAP);
  if (last.kind === "glyph") {
    const placed = placeAt(last.item, frame, u, v, stretch, NO_CLIP);
    return { ...placed, shape, stroke: undefined };
  }
  return labelGlyph(last, shape, frame, u, v, last.size, stretch);
}

function labelGlyph(
  gap: Gap,
  shape: Shape,
  frame: Frame,
  u: number,
  v: number,
  size: number,
  stretch: number,
): GlyphItem {
  const [e, f] = toPage(frame, u, v);
  const { cos, sin } = frame;
  return {
    kind: "glyph",
    face: LABEL_FACE,
    shape,
    matrix: [cos * size * stretch, sin * size * stretch, -sin * size, cos * size, e, f],
    fill: LABEL_COLOUR,
    stroke: undefined,
    clip: NO_CLIP,
    ...gap.place,
  };
}

const FAR = 1e7;
export const NO_CLIP = { rect: [-FAR, -FAR, FAR, FAR], paths: [] } as const;

function setGap(
  gap: Gap,
  frame: Frame,
  u: number,
  v: number,
  mark: PageMark,
  tight: Tightness,
): Box {
  const size = gap.size * LABEL_SIZE * tight.labels;
  const base = v + (LABEL_LIFT + ((1 - tight.labels) * LABEL_SIZE) / 3) * gap.size;
  const label: GlyphItem[] = [];
  let x = u;
  for (const shape of gapShapes(mark)) {
    label.push(labelGlyph(gap, shape, frame, x, base, size, tight.stretch));
    x += shape.advance * size * tight.stretch;
  }
  const corners = corner(frame, u, v + BOX_FROM * gap.size, x, v + BOX_TO * gap.size);
  const xs = corners.map((c) => c[0]);
  const ys = corners.map((c) => c[1]);
  return {
    mark: gap.mark,
    corners,
    bounds: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    label,
    bits: 0,
  };
}

export function corner(
  frame: Frame,
  u0: number,
  v0: number,
  u1: number,
  v1: number,
): readonly (readonly [number, number])[] {
  return [
    toPage(frame, u0, v0),
    toPage(frame, u1, v0),
    toPage(frame, u1, v1),
    toPage(frame, u0, v1),
  ];
}
