// Rules that run through lines which were set anew: one that the original does not draw through the same
// letters was left behind by its frame, or its lines went where it stands, and nobody reads them well.
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Findings } from "../../findings.ts";
import { pixelBox } from "../../pixels/raster.ts";
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import { boxAround } from "../../reading/glyph.ts";
import type { Glyph } from "../../reading/glyph.ts";
import type { Line } from "../../reading/lines.ts";
import type { Looks } from "../looks.ts";
import { whereabouts } from "../where.ts";

/** In em over the baseline: where a rule runs through a letter, and where one may have done so before. */
const THROUGH = [-0.16, 0.72] as const;
const BEFORE = [-0.45, 1] as const;
/** Levels from the paper's of a rule, and of what may have been one. */
const INK = 90;
const FAINT = 30;
/** Pixels of a rule, and of what may have been one; what is thicker than so many is a ground. */
const LONG = 62;
const SHORT = 20;
const THICK = 7;
/** Letters that a rule runs through: fewer may stand in one line with their own strokes. */
const LEAST = 6;
/** In em: a label's box reaches so far beyond its letters; and what is looked at around a letter. */
const AROUND_LABEL = 0.5;
const AROUND = 4;

/** Levels that are one where a ground fades. */
const FADING = 32;

/** Columns from and to of a level run of ink. */
type Run = readonly [number, number];

export function checkRulesThrough(looks: Looks, lines: readonly Line[], findings: Findings): void {
  const { candidate, original, labels, marks, sealed, frame, page, scale, stood, zones } = looks;
  if (marks.length === 0 || sealed) return;
  for (const line of lines) {
    if (line.angle !== 0 || !zones.paragraphs.some((zone) => meets(zone, line.box))) continue;
    const own = line.glyphs.filter(({ index, text }) => text.trim() !== "" && stood(index));
    const taken = line.glyphs
      .filter(({ index }) => labels.has(index))
      .map(({ loose: [x0, , x1], size }): Run => {
        const by = AROUND_LABEL * size;
        return [(x0 - by) * scale, (x1 + by) * scale];
      });
    const runs = runsThrough(candidate, line, THROUGH, scale, INK, LONG);
    const crossed = own.filter(({ loose: [x0, , x1] }) => {
      const [from, to] = [x0 * scale, x1 * scale];
      if (taken.some((one) => one[0] < to && one[1] > from)) return false;
      const rows = runs.filter((run) => run[0] <= from && run[1] >= to).length;
      return rows > 0 && rows <= THICK;
    });
    if (crossed.length < LEAST) continue;
    const anew = crossed.filter(({ index }) => !wasCrossed(original, stood(index)!, scale));
    if (anew.length < LEAST) continue;
    const at = whereabouts(boxAround(anew), frame.width, frame.height);
    findings.add(
      "page-unchanged",
      `A rule runs through a line ${at} through which none ran.`,
      page,
    );
    return;
  }
}

/** Something level ran through the letter, or just over or under it, where it stood. */
function wasCrossed(original: Raster, { y, size, loose, angle }: Glyph, scale: number): boolean {
  if (angle !== 0) return true;
  const middle = ((loose[0] + loose[2]) / 2) * scale;
  const [x0, , x1] = loose;
  const around = {
    baseline: y,
    size,
    box: [x0 - AROUND * size, y, x1 + AROUND * size, y],
  } as const;
  return runsThrough(original, around, BEFORE, scale, FAINT, SHORT).some(
    ([from, to]) => from <= middle && to >= middle,
  );
}

/** Level runs of ink between two heights of a line, a row at a time. */
function runsThrough(
  raster: Raster,
  { baseline, size, box: [from, , to] }: Pick<Line, "baseline" | "size" | "box">,
  [low, high]: readonly [number, number],
  scale: number,
  ink: number,
  least: number,
): readonly Run[] {
  const { grey, width } = raster;
  const band = [from, baseline + low * size, to, baseline + high * size] as const;
  const [x0, top, x1, bottom] = pixelBox(band, raster, scale);
  const paper = groundOf(raster, [x0, top, x1, bottom]);
  const runs: Run[] = [];
  for (let y = top; y < bottom; y++)
    for (let x = x0; x < x1; x++) {
      const start = x;
      while (x < x1 && Math.abs(grey[y * width + x]! - paper) > ink) x++;
      if (x - start >= least) runs.push([start, x]);
    }
  return runs;
}

/** The shade behind letters, which on a ground that fades is no single level. */
function groundOf({ grey, width }: Raster, [x0, top, x1, bottom]: PixelBox): number {
  const counts = new Uint32Array(256 / FADING);
  for (let y = top; y < bottom; y++)
    for (let x = x0; x < x1; x++) counts[Math.floor(grey[y * width + x]! / FADING)]!++;
  return (counts.indexOf(Math.max(...counts)) + 0.5) * FADING;
}
