// Which lines must be set anew together: those that share text objects, which are shown or hidden whole.
import type { Segment } from "../glyphs/lines.ts";
import type { TouchedSegment } from "./line-plan.ts";

/** Segments that share text objects and must be redrawn together. */
export interface Component {
  readonly touched: TouchedSegment[];
  readonly segments: Segment[];
  readonly runs: Set<number>;
}

export function components(
  all: readonly Segment[],
  touched: readonly TouchedSegment[],
): Component[] {
  const byRun = new Map<number, Segment[]>();
  for (const segment of all) {
    for (const run of new Set(segment.glyphs.map((g) => g.glyph.run.handle))) {
      byRun.set(run, [...(byRun.get(run) ?? []), segment]);
    }
  }
  const done = new Set<TouchedSegment>();
  const list: Component[] = [];
  for (const start of touched) {
    if (done.has(start)) continue;
    const component: Component = { touched: [], segments: [], runs: new Set() };
    const queue: TouchedSegment[] = [start];
    while (queue.length > 0) {
      const next = queue.pop()!;
      if (done.has(next)) continue;
      done.add(next);
      component.touched.push(next);
      for (const { glyph } of next.segment.glyphs) {
        const run = glyph.run.handle;
        if (component.runs.has(run)) continue;
        component.runs.add(run);
        for (const segment of byRun.get(run) ?? []) {
          if (!component.segments.includes(segment)) component.segments.push(segment);
          const other = touched.find((t) => t.segment === segment);
          if (other) queue.push(other);
        }
      }
    }
    list.push(component);
  }
  return list;
}
