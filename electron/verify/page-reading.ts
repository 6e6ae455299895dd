// What a person would read on a page that only its pixels tell: under marks in the original, where no text
// stands beneath them, and on the burnt lines of the export, where ink is left that nothing explains.
import { inflate } from "../../shared/geometry/rect.ts";
import { FINER } from "./checks/ink/reading-again.ts";
import type { InkReader } from "./checks/ink/reading-again.ts";
import { unprovenInk } from "./checks/ink/unproven-ink.ts";
import type { WordsResult } from "./checks/words/words.ts";
import type { Zones } from "./checks/zones.ts";
import { SCALE } from "./page-pictures.ts";
import type { PagePictures } from "./page-pictures.ts";
import { extremes, isEmpty, pixelBox } from "./pixels/raster.ts";
import type { PixelStore } from "./pixels/store.ts";
import type { Coverage, PlacedMark } from "./reading/coverage.ts";
import type { Text } from "./reading/lines.ts";

export interface SeenPage {
  readonly marks: readonly PlacedMark[];
  readonly coverage: Coverage;
  readonly pictures: PagePictures;
  readonly reading: InkReader;
  readonly store: PixelStore;
}

/** Levels of grey between paper and what is written on it. */
const INKED = 40;
const WHITE = 255;

/** Lines under marks of a page that is a picture from the first: no text tells what they burn. */
export async function readMarks(
  { marks, coverage, pictures, reading }: SeenPage,
  before: Text,
): Promise<string[]> {
  if (before.glyphs.some((glyph) => !glyph.invisible)) return [];
  const silent = silentMarks(marks, coverage);
  if (silent.size === 0) return [];
  const original = pictures.original();
  const regions = [...silent]
    .map((mark) => pixelBox(inflate(marks[mark]!.rect, 1), original, SCALE))
    .filter((box) => {
      if (isEmpty(box)) return false;
      const { dark, light } = extremes(original, box);
      return light - dark > INKED;
    });
  return reading.linesIn(regions, SCALE * 72, async () => pictures.largeOriginal());
}

/** What the original's picture tells on the burnt lines beside the marks: it may be read there again. */
export async function readUnmarked(
  { marks, pictures, reading }: SeenPage,
  zones: Zones,
): Promise<string> {
  const original = pictures.original();
  const regions = zones.lines
    .map(({ rect }) => pixelBox(rect, original, SCALE))
    .filter((box) => !isEmpty(box));
  const lines = await reading.linesIn(regions, SCALE * 72, async () => {
    const fine = pictures.largeOriginal();
    const grey = fine.grey.slice();
    for (const { rect } of marks) {
      const [x0, y0, x1, y1] = pixelBox(inflate(rect, 1), fine, FINER * SCALE);
      for (let y = y0; y < y1; y++) grey.fill(WHITE, y * fine.width + x0, y * fine.width + x1);
    }
    return { ...fine, grey };
  });
  return lines.join("\n");
}

/** What can be read on the burnt lines of a page that is a picture. @param onBurnt a letter was left there */
export async function readAgain(
  { marks, pictures, reading, store }: SeenPage,
  before: Text,
  after: Text,
  zones: Zones,
  { explained, labelGlyphs }: WordsResult,
  onBurnt: () => void,
): Promise<string> {
  if (marks.length === 0 || after.glyphs.some((glyph) => !glyph.invisible)) return "";
  const candidate = await pictures.candidate();
  const unproven = unprovenInk({
    original: pictures.original(),
    candidate,
    scale: SCALE,
    zones: zones.lines,
    marks,
    labels: after.glyphs.filter(({ index }) => labelGlyphs.has(index)).map(({ loose }) => loose),
    pairs: [...explained].map(([to, from]) => [after.glyphs[to]!, before.glyphs[from]!]),
    store,
  });
  if (unproven.some(({ burnt }) => burnt)) onBurnt();
  return reading.read(unproven, candidate, SCALE * 72, (boxes) => pictures.large(boxes));
}

/** Marks under which no text stands, by their place in the list. */
function silentMarks(marks: readonly PlacedMark[], { state, mark }: Coverage): ReadonlySet<number> {
  const silent = new Set(marks.keys());
  for (const [i, own] of mark.entries()) if (state[i] === 2) silent.delete(own);
  return silent;
}
