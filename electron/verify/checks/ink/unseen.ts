// Words that only readers by machine see: text of an export in whose place the page shows one colour
// and nothing else, because something lies over it or because it has the colour of its ground. The
// original may hold such words as well; they are no part of what is seen, so none of them may travel.
import { inflate, union } from "../../../../shared/geometry/rect.ts";
import { isEmpty, pixelBox, varies } from "../../pixels/raster.ts";
import type { Raster } from "../../pixels/raster.ts";
import type { Findings } from "../../findings.ts";
import type { PageFrame } from "../../place.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { hasLetter } from "../../reading/letters.ts";
import { wordsOf } from "../../reading/lines.ts";
import type { Line } from "../../reading/lines.ts";
import { whereabouts } from "../where.ts";
import { counted } from "../../counted.ts";

export interface Shown {
  readonly page: number;
  readonly frame: PageFrame;
  readonly scale: number;
  readonly picture: Raster;
  /** Of the export. */
  readonly lines: readonly Line[];
  /** Glyphs of labels: a plain box says unseen that something was removed. */
  readonly labels: ReadonlySet<number>;
}

/** Points: type of this size is no more than a hair of grey, whatever stands beneath it. */
const SMALLEST = 0.95;
/** Levels of grey that are one. */
const ONE = 2;
/** Share of a word's letters: what lies over the others may end beside the outer ones. */
const MOST = 0.5;
/** Points around a letter: one that fills its box stands out from what is beside it. */
const AROUND = 0.75;

export function checkUnseen(
  { page, frame, scale, picture, lines, labels }: Shown,
  findings: Findings,
): void {
  const unseen = lines
    .flatMap(wordsOf)
    .map((word) =>
      word.filter(
        ({ text, invisible, index, size }) =>
          !labels.has(index) && hasLetter(text) && (!invisible || size < SMALLEST),
      ),
    )
    .filter((word) => isMostlyUnseen(word, picture, scale));
  if (unseen.length === 0) return;
  const place = unseen[0]!.map(({ loose }) => loose).reduce(union);
  findings.add(
    "nothing-added",
    `${counted(unseen.length, "word")} ${whereabouts(place, frame.width, frame.height)} can be read by machines and seen by nobody.`,
    page,
  );
}

/** Looks at no more letters of a word than tell. */
function isMostlyUnseen(word: readonly Glyph[], picture: Raster, scale: number): boolean {
  let hidden = 0;
  for (let i = 0; i < word.length; i++) {
    if (isUnseen(word[i]!, picture, scale)) hidden++;
    if (hidden + word.length - i - 1 < MOST * word.length) return false;
  }
  return hidden > 0;
}

function isUnseen({ box, size }: Glyph, picture: Raster, scale: number): boolean {
  if (size < SMALLEST) return true;
  const around = pixelBox(inflate(box, AROUND), picture, scale);
  return !isEmpty(around) && !varies(picture, around, ONE);
}
