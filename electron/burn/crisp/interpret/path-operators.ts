// Paints and clips with paths. Points go to page space at once; a pen keeps its own space only
// where the page space distorts it.
import type { Matrix } from "../../../pdfium/display.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PathItem, PathStroke } from "./display-list.ts";
import {
  narrow,
  asRectangle,
  boundsOf,
  intersect,
  isEmpty,
  rectanglePath,
  transformPath,
} from "./path-data.ts";
import type { GraphicsState } from "./graphics-state.ts";
import { mustBePlain } from "./text-operators.ts";
import type { Veil } from "./veil.ts";

/** What the painting operator asks for. */
export interface PaintKind {
  readonly fill: boolean;
  readonly evenOdd: boolean;
  readonly stroke: boolean;
}

export function paintPath(
  state: GraphicsState,
  raw: ArrayLike<number>,
  kind: PaintKind,
  emit: (item: PathItem, veil?: Veil) => void,
): void {
  if (!kind.fill && !kind.stroke) return;
  const data = transformPath(raw, state.ctm);
  const bounds = boundsOf(data);
  if (!bounds || !bounds.every(Number.isFinite)) return;
  const stroke = kind.stroke ? strokeOf(state) : undefined;
  const reach = stroke ? grow(bounds, stroke) : bounds;
  // Painting that no reader can see is not carried on.
  if (isEmpty(intersect(reach, state.clip.rect))) return;
  const veil = mustBePlain(state, kind.fill, kind.stroke);
  const panel = kind.stroke ? undefined : panelOf(data, state);
  const item: PathItem = {
    kind: "path",
    data: panel ? rectanglePath(panel) : data,
    bounds: panel ?? reach,
    paint: { fill: kind.fill ? state.fill : undefined, evenOdd: kind.evenOdd, stroke },
    clip: state.clip,
  };
  emit(item, veil);
}

/** Points: engines draw the edges of narrower things otherwise where a clip makes them. */
const PANEL = 3;

/**
 * What a clip leaves of a filled box: some typesetters fill the whole page, cut to a panel. Told as the
 * box that is seen, it goes along with its text.
 */
function panelOf(data: readonly number[], { clip }: GraphicsState): Rect | undefined {
  const whole = clip.paths.length === 0 ? asRectangle(data) : undefined;
  if (!whole) return undefined;
  const left = intersect(whole, clip.rect);
  return left[2] - left[0] >= PANEL && left[3] - left[1] >= PANEL ? left : undefined;
}

export function clipTo(state: GraphicsState, raw: ArrayLike<number>, evenOdd: boolean): void {
  state.clip = narrow(state.clip, transformPath(raw, state.ctm), evenOdd);
}

/** Share of its width by which a pen may be wider one way than another: nobody sees it. Dashes add up. */
const ROUND = 1e-2;
const ROUND_DASHES = 1e-3;

function strokeOf(state: GraphicsState): PathStroke {
  const [a, b, c, d] = state.ctm;
  const [along, across] = [Math.hypot(a, b), Math.hypot(c, d)];
  const by = Math.max(along, across);
  const most = state.dash.length > 0 ? ROUND_DASHES : ROUND;
  const similar = Math.abs(along - across) < most * by && Math.abs(a * c + b * d) < most * by * by;
  // A pen's space is about as large as the page's, so that both are written with the same decimals.
  const pen: Matrix | undefined = similar ? undefined : [a / by, b / by, c / by, d / by, 0, 0];
  return {
    colour: state.stroke ?? "#000000",
    width: state.lineWidth * by,
    cap: state.cap,
    join: state.join,
    mitre: state.mitre,
    dash: state.dash.map((n) => n * by),
    phase: state.phase * by,
    pen,
  };
}

function grow(r: Rect, stroke: PathStroke): Rect {
  const scale = stroke.pen ? Math.max(...stroke.pen.slice(0, 4).map(Math.abs)) : 1;
  const by = Math.max(0.5, (stroke.width / 2) * scale * (stroke.join === 0 ? 1.5 : 1));
  return [r[0] - by, r[1] - by, r[2] + by, r[3] + by];
}
