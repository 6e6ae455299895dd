// How much of the sample's known truth was suggested: a mention counts as found where suggestions
// cover four fifths of its area on its page.
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Rect } from "../../shared/geometry/rect.ts";

const truthSchema = z.object({
  spans: z.array(
    z.object({
      page: z.int(),
      identifier: z.enum(["direct", "quasi"]),
      keep: z.boolean(),
      rects: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
    }),
  ),
});

export interface Placed {
  readonly page: number;
  readonly tier: "suggested" | "check";
  readonly rects: readonly Rect[];
}

export interface Found {
  readonly kind: "direct" | "quasi";
  readonly total: number;
  readonly suggested: number;
  readonly suggestedOrCheck: number;
}

const COVERED = 0.8;

export function compareWithTruth(truthPath: string, placed: readonly Placed[]): readonly Found[] {
  const { spans } = truthSchema.parse(JSON.parse(readFileSync(truthPath, "utf8")));
  const byPage = new Map<number, Placed[]>();
  for (const one of placed) byPage.set(one.page, [...(byPage.get(one.page) ?? []), one]);
  const count = (kind: Found["kind"]): Found => {
    const wanted = spans.filter((s) => s.identifier === kind && !s.keep);
    const covered = (tiers: readonly string[]): number =>
      wanted.filter((span) => {
        const near = (byPage.get(span.page) ?? []).filter((p) => tiers.includes(p.tier));
        return span.rects.every((rect) => coverage(rect, near) >= COVERED);
      }).length;
    return {
      kind,
      total: wanted.length,
      suggested: covered(["suggested"]),
      suggestedOrCheck: covered(["suggested", "check"]),
    };
  };
  return [count("direct"), count("quasi")];
}

/** Share of a line's width under suggestions that lie on its line. */
function coverage(rect: Rect, placed: readonly Placed[]): number {
  const pieces: [number, number][] = [];
  const middle = (rect[1] + rect[3]) / 2;
  for (const { rects } of placed) {
    for (const [x0, y0, x1, y1] of rects) {
      if (y0 < middle && middle < y1 && x1 > rect[0] && x0 < rect[2]) {
        pieces.push([Math.max(x0, rect[0]), Math.min(x1, rect[2])]);
      }
    }
  }
  let covered = 0;
  let reach = rect[0];
  for (const [from, to] of pieces.toSorted((a, b) => a[0] - b[0])) {
    covered += Math.max(0, to - Math.max(from, reach));
    reach = Math.max(reach, to);
  }
  return covered / Math.max(rect[2] - rect[0], 0.01);
}
