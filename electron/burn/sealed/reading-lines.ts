// Gathers the words of a sealed page's text layer in reading order: lines as the source has them,
// lines set anew, words of scans that proved themselves, and for every gap what it says.
import type { Rect } from "../../../shared/geometry/rect.ts";
import { displayedSize } from "../../pdfium/display.ts";
import type { OpenPage } from "../../pdfium/open-page.ts";
import { spoken } from "./set-anew/draw-lines.ts";
import type { DrawnLine } from "./set-anew/draw-lines.ts";
import { apartOf } from "./scans/apart-from.ts";
import type { TouchedSegment } from "./set-anew/line-plan.ts";
import type { Segment } from "./glyphs/lines.ts";
import type { ReadingLine } from "./text/paragraphs.ts";
import { labelSize } from "./boxes/pixel-marks.ts";
import type { PixelBurn } from "./boxes/pixel-marks.ts";
import type { Pixels } from "./pixels/pixels.ts";
import { afterBurn } from "./scans/scanned-words.ts";
import type { ScannedLine, ScannedWords } from "./scans/scanned-words.ts";
import { pixelRect, stretchOf } from "./glyphs/stretch.ts";
import type { LayerWord } from "./text/text-layer.ts";
import { withoutWords } from "./text/unproven.ts";
import { layerWord, wordsOf } from "./text/visible-words.ts";

export interface PageWords {
  readonly segments: readonly Segment[];
  readonly drawn: readonly DrawnLine[];
  /** Touched lines that were burnt as pixels. */
  readonly left: readonly TouchedSegment[];
  readonly scan: ScannedWords;
  readonly burns: readonly PixelBurn[];
  /** The page as burnt. */
  readonly pixels: Pixels;
}

/** @param unproven words that are not told where no box and no mark is on their line, as shown, points */
export function readingLines(
  open: OpenPage,
  page: PageWords,
  unproven: readonly Rect[],
): readonly ReadingLine[] {
  const byDrawn = new Map(page.drawn.map((d) => [d.touched.segment, d]));
  const byLeft = new Map(page.left.map((l) => [l.segment, l]));
  const lines: { segment: Segment; words: LayerWord[] }[] = [];
  const add = (segment: Segment, words: readonly LayerWord[]) => {
    lines.push({ segment, words: [...words] });
  };
  for (const segment of page.segments) {
    const left = byLeft.get(segment);
    const words = byDrawn.get(segment)?.words;
    if (words) {
      add(
        segment,
        placed(
          words.map((word) => ({ word, dx: 0, dy: 0 })),
          open,
          page.pixels,
        ),
      );
    } else {
      // A line of text can lie under a box that was meant for a picture, too.
      const line = asScanned(left ? withoutBurnt(left) : segment, page.pixels, open);
      add(segment, moved(line, open, page));
    }
  }
  for (const line of page.scan.lines) add(line.segment, moved(line, open, page));
  const isApart = apartOf(
    page.burns,
    open,
    page.pixels,
    page.drawn.map(({ stretch }) => stretch),
  );
  // Before labels are said: they are no words of the page.
  const told = lines.map((line) =>
    isApart(line.segment) ? { ...line, words: withoutWords(line.words, unproven) } : line,
  );
  for (const burn of page.burns) {
    const own = page.left.find((line) => line.burnt.includes(burn.mark));
    say(burn, open, page.pixels, told, own?.segment);
  }
  return told.filter(({ words }) => words.length > 0);
}

function moved(line: ScannedLine, open: OpenPage, page: PageWords): readonly LayerWord[] {
  const { width, height } = page.pixels;
  return placed(afterBurn(line, page.burns, width, height), open, page.pixels);
}

function placed(
  words: ReturnType<typeof afterBurn>,
  open: OpenPage,
  pixels: Pixels,
): readonly LayerWord[] {
  const { width, height } = displayedSize(open.geometry);
  return words.flatMap(({ word, dx, dy }) => {
    const layer = layerWord(word, open.geometry, pixels, dx, dy);
    if (!layer) return [];
    if (dx === 0 && dy === 0) return [layer];
    // A word that moved with its ink stands on whole pixels: where between them it stood before
    // tells how wide the gap was.
    const [across, down] = [pixels.width / width, pixels.height / height];
    return [
      {
        ...layer,
        x: Math.round(layer.x * across + dx) / across,
        y: Math.round(layer.y * down - dy) / down,
      },
    ];
  });
}

function asScanned(segment: Segment, pixels: Pixels, open: OpenPage): ScannedLine {
  return {
    segment,
    words: wordsOf(segment).map((word) => ({
      word,
      rect: pixelRect(
        open,
        pixels,
        stretchOf(
          { ...segment, em: word.em, v: word.v },
          word.u + 0.3 * word.em,
          word.u + word.length - 0.3 * word.em,
        ),
      ),
      exact: true,
    })),
  };
}

function withoutBurnt({ segment, burnt }: TouchedSegment): Segment {
  return { ...segment, glyphs: segment.glyphs.filter((_, i) => burnt[i] === null) };
}

/** How far the letters of a drawn label go on at most, in sizes. */
const LABEL_ADVANCE = 0.62;

/**
 * Puts what a gap says into the line it stands in, or on a line of its own.
 * @param burnt the line that its mark burnt, where there is one
 */
function say(
  burn: PixelBurn,
  open: OpenPage,
  pixels: Pixels,
  lines: { segment: Segment; words: LayerWord[] }[],
  burnt: Segment | undefined,
): void {
  if (!burn.box) return;
  const { width, height } = displayedSize(open.geometry);
  const sx = width / pixels.width;
  const sy = height / pixels.height;
  const { x0, y0, x1, y1 } = burn.box;
  const angle = (burn.quarter * Math.PI) / 2;
  const sideways = burn.quarter % 2 === 1;
  const box = { x0: x0 * sx, y0: height - y1 * sy, x1: x1 * sx, y1: height - y0 * sy };
  const depth = sideways ? box.x1 - box.x0 : box.y1 - box.y0;
  const size = Math.min(depth * 0.8, 14);
  const rise = (depth - size) / 2 + 0.2 * size;
  const corners: readonly (readonly [number, number])[] = [
    [box.x0, box.y0 + rise],
    [box.x1 - rise, box.y0],
    [box.x1, box.y1 - rise],
    [box.x0 + rise, box.y1],
  ];
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const text = spoken(burn.mark.text, burn.mark.reason);
  const long = sideways ? box.y1 - box.y0 : box.x1 - box.x0;
  // In a long box the label is drawn in the middle.
  const letters = sx * labelSize(burn, sideways ? x1 - x0 : y1 - y0);
  const length = Math.min(long, LABEL_ADVANCE * letters * text.length);
  const ahead = (long - length) / 2;
  const x = corners[burn.quarter]![0] + cos * ahead;
  const y = corners[burn.quarter]![1] + sin * ahead;
  const word: LayerWord = { text, x, y, angle, length, height: size, spaced: true };
  const alongOf = (w: LayerWord) => w.x * cos + w.y * sin;
  const own = burnt && lines.find(({ segment }) => segment === burnt);
  if (own?.words.length === 0) {
    // Nothing of the line is left: how far it reached says nothing any more.
    own.segment = { ...standIn(word), glyphs: burnt!.glyphs };
    own.words.push(word);
    return;
  }
  const nearby = lines.find(
    ({ words }) =>
      burn.line !== null &&
      words.length > 0 &&
      Math.abs(words[0]!.angle - angle) < 0.05 &&
      Math.abs(words[0]!.y * cos - words[0]!.x * sin - (y * cos - x * sin)) < 0.6 * depth,
  );
  const home = own ?? nearby;
  if (!home) {
    lines.push({ segment: standIn(word), words: [word] });
    return;
  }
  const at = home.words.findIndex((w) => alongOf(w) > alongOf(word));
  home.words.splice(at < 0 ? home.words.length : at, 0, word);
  home.words.forEach((w, i) => {
    home.words[i] = { ...w, spaced: i + 1 < home.words.length };
  });
}

function standIn(word: LayerWord): Segment {
  return { angle: word.angle, glyphs: [], start: 0, end: -1, v: word.y, em: word.height };
}
