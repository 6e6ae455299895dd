// Boxes as the claim names them: opaque and of one colour, except where their label stands. The
// claim is used to look closer; a box that nobody claims is found by the ink that it fails to hide.
import { inflate } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import { isEmpty, pixelBox } from "../pixels/raster.ts";
import type { Glyph } from "../reading/glyph.ts";
import type { Findings } from "../findings.ts";
import type { Looks } from "./looks.ts";
import { whereabouts } from "./where.ts";

/** A claimed box is of one colour except where its label stands. */
export function checkBox(
  looks: Looks,
  rect: Rect,
  labels: readonly Glyph[],
  findings: Findings,
): void {
  const { candidate, scale, frame, page, sealed } = looks;
  const inner: Rect = [rect[0] + 1, rect[1] + 1, rect[2] - 1, rect[3] - 1];
  const box = pixelBox(inner, candidate, scale, false);
  if (isEmpty(box)) return;
  // On sealed pages the readable label is only laid about the drawn one.
  const known = labels.map(({ loose }) =>
    pixelBox(inflate(loose, 1 + (sealed ? 0.35 * (loose[3] - loose[1]) : 0)), candidate, scale),
  );
  const counts = new Uint32Array(256);
  let total = 0;
  for (let y = box[1]; y < box[3]; y++) {
    const row = known.filter((k) => k[1] <= y && y < k[3]);
    for (let x = box[0]; x < box[2]; x++) {
      if (row.some((k) => k[0] <= x && x < k[2])) continue;
      counts[candidate.grey[y * candidate.width + x]!]!++;
      total++;
    }
  }
  if (total === 0) return;
  let base = 0;
  for (let value = 1; value < 256; value++) if (counts[value]! > counts[base]!) base = value;
  const spread = sealed ? 40 : 12;
  let odd = 0;
  for (let value = 0; value < 256; value++)
    if (Math.abs(value - base) > spread) odd += counts[value]!;
  if (odd > Math.max(4, total * 0.01))
    findings.add(
      "boxes-opaque",
      `The box ${whereabouts(rect, frame.width, frame.height)} is not of one colour.`,
      page,
    );
}
