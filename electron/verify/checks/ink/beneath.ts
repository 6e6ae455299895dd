// Words of an export that the original holds beneath lines, hatches or nets: a machine reads them there,
// and nobody sees them. The picture without them tells: it is the same. None of them may travel.
import { meets, union } from "../../../../shared/geometry/rect.ts";
import type { WithoutCovered } from "../../engines/covered-text.ts";
import type { Findings } from "../../findings.ts";
import { isEmpty, pixelBox } from "../../pixels/raster.ts";
import type { Raster } from "../../pixels/raster.ts";
import type { PageFrame } from "../../place.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { wordsOf } from "../../reading/lines.ts";
import type { Line } from "../../reading/lines.ts";
import { PlaceIndex } from "../../reading/place-index.ts";
import { whereabouts } from "../where.ts";
import { counted } from "../../counted.ts";

export interface Beneath {
  readonly page: number;
  readonly frame: PageFrame;
  readonly scale: number;
  readonly original: Raster;
  /** Of the original. */
  readonly bare: WithoutCovered;
  readonly before: readonly Glyph[];
  /** Of the export. */
  readonly lines: readonly Line[];
  /** Candidate glyph → the original's glyph that it stands for. */
  readonly explained: ReadonlyMap<number, number>;
}

const LETTER = /[\p{L}\p{N}]/u;
/** Levels of grey that are read through seams, and share of a letter's box that must show them. */
const SEEN = 60;
const LEAST = 0.08;
/** Share of a word's letters: what lies over the others may end beside the outer ones. */
const MOST = 0.5;
/** Share of a letter's size at which one stands in the place of another. */
const SAME_PLACE = 0.1;

export function checkBeneath(
  { page, frame, scale, original, bare, before, lines, explained }: Beneath,
  findings: Findings,
): void {
  // Other words may be painted over what nobody sees.
  const above = new PlaceIndex(bare.glyphs, ({ text }) => text);
  const isUnseen = ({ index }: Glyph): boolean => {
    const stood = before[explained.get(index) ?? -1];
    if (!stood || stood.invisible || !bare.places.some((place) => meets(place, stood.box)))
      return false;
    if (above.near(stood.text, stood, SAME_PLACE * stood.size).length > 0) return false;
    return !differs(original, bare.picture, stood, scale);
  };
  const unseen = lines
    .flatMap(wordsOf)
    .map((word) => word.filter(({ text }) => LETTER.test(text)))
    .filter((word) => word.length > 0 && word.filter(isUnseen).length > MOST * word.length);
  const [first] = unseen;
  if (!first) return;
  const place = first.map(({ loose }) => loose).reduce(union);
  findings.add(
    "nothing-added",
    `${counted(unseen.length, "word")} ${whereabouts(place, frame.width, frame.height)} can be read by machines and seen by nobody.`,
    page,
  );
}

function differs(one: Raster, other: Raster, { box }: Glyph, scale: number): boolean {
  const area = pixelBox(box, one, scale);
  if (isEmpty(area)) return false;
  const [x0, y0, x1, y1] = area;
  const least = Math.max(1, LEAST * (x1 - x0) * (y1 - y0));
  let count = 0;
  for (let y = y0; y < y1; y++)
    for (let i = y * one.width + x0; i < y * one.width + x1; i++)
      if (Math.abs(one.grey[i]! - other.grey[i]!) > SEEN && ++count >= least) return true;
  return false;
}
