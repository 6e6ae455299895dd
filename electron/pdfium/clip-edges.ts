// The straight edges that drawings of an open page are cut off at, in the page's user space.
import { transformPoint } from "./display.ts";
import type { Pdfium } from "./engine.ts";
import type { PageObject, PathPoint } from "./page-objects.ts";

const LINE = 0;
const MOVE = 2;
/** Clips of more points are shapes of many curves. */
const MOST = 200;

export type Edge = readonly [PathPoint, PathPoint];

/** Points: underlines are flat; they are cut off around letters that reach below them. */
const FLAT = 5;

/** @param objects of the page; how its text is cut off says nothing */
export function readClipEdges(pdfium: Pdfium, objects: readonly PageObject[]): readonly Edge[] {
  return objects.flatMap((object) => {
    const [x0, y0, x1, y1] = object.bounds;
    const isFlat = Math.min(x1 - x0, y1 - y0) < FLAT;
    return object.kind === "text" || isFlat ? [] : edgesOf(pdfium, object);
  });
}

function edgesOf(pdfium: Pdfium, { handle, outer }: PageObject): readonly Edge[] {
  const { api } = pdfium;
  const clip = api.FPDFPageObj_GetClipPath(handle);
  const paths = clip === 0 ? 0 : api.FPDFClipPath_CountPaths(clip);
  const edges: Edge[] = [];
  pdfium.scratch(8, (at) => {
    for (let path = 0; path < paths; path++) {
      const count = Math.min(api.FPDFClipPath_CountPathSegments(clip, path), MOST);
      let [start, last]: PathPoint[] = [
        [0, 0],
        [0, 0],
      ];
      for (let i = 0; i < count; i++) {
        const segment = api.FPDFClipPath_GetPathSegment(clip, path, i);
        if (!segment || !api.FPDFPathSegment_GetPoint(segment, at, at + 4)) continue;
        const [x, y] = pdfium.floats(at, 2) as [number, number];
        const point = transformPoint(outer, x, y);
        const type = api.FPDFPathSegment_GetType(segment);
        if (type === MOVE) start = point;
        else if (type === LINE) edges.push([last!, point]);
        last = point;
        if (api.FPDFPathSegment_GetClose(segment)) edges.push([last, start!]);
      }
    }
  });
  return edges;
}
