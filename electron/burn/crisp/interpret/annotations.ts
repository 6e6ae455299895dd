// Borders of links, which no appearance draws: they are painted like any path. What other
// annotations show comes with the page's operators; what they hide is never asked for.
import type { PDFPageProxy } from "pdfjs-dist";
import { transformRect } from "../../../pdfium/display.ts";
import type { Matrix } from "../../../pdfium/display.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PathItem } from "./display-list.ts";
import { rectanglePath } from "./path-data.ts";

interface Annotation {
  readonly subtype?: string;
  readonly rect?: readonly number[];
  readonly annotationFlags?: number;
  readonly color?: ArrayLike<number> | null;
  readonly hasAppearance?: boolean;
  readonly borderStyle?: {
    readonly width: number;
    readonly style: number;
    readonly dashArray: readonly number[];
  };
}

const HIDDEN = 2;
const NO_VIEW = 32;
const DASHED = 2;

export async function linkBorders(
  page: PDFPageProxy,
  toPage: Matrix,
  visible: Rect,
): Promise<readonly PathItem[]> {
  const borders: PathItem[] = [];
  for (const annotation of (await page.getAnnotations({ intent: "display" })) as Annotation[]) {
    if (annotation.subtype !== "Link" || annotation.hasAppearance) continue;
    const border = borderOf(annotation, toPage, visible);
    if (border) borders.push(border);
  }
  return borders;
}

function borderOf(annotation: Annotation, toPage: Matrix, visible: Rect): PathItem | undefined {
  const { borderStyle, rect, annotationFlags = 0 } = annotation;
  const colour = colourOf(annotation);
  if (!borderStyle || !rect || borderStyle.width <= 0) return undefined;
  if ((annotationFlags & (HIDDEN | NO_VIEW)) !== 0) return undefined;
  // Engines leave black borders out: they are a format's default, not somebody's wish.
  if (!colour) return undefined;
  const scale = Math.hypot(toPage[0], toPage[1]);
  const width = borderStyle.width * scale;
  const bounds = transformRect(toPage, rect as unknown as Rect);
  const half = width / 2;
  const inner: Rect = [bounds[0] + half, bounds[1] + half, bounds[2] - half, bounds[3] - half];
  if (!(inner[2] > inner[0] && inner[3] > inner[1])) return undefined;
  const dash = borderStyle.style === DASHED ? borderStyle.dashArray.map((n) => n * scale) : [];
  const stroke = { width, cap: 0, join: 0, mitre: 10, dash, phase: 0, pen: undefined };
  return {
    kind: "path",
    link: true,
    data: rectanglePath(inner),
    bounds,
    paint: { fill: undefined, evenOdd: false, stroke: { ...stroke, colour } },
    clip: { rect: visible, paths: [] },
  };
}

function colourOf({ color }: Annotation): string | undefined {
  if (!color || !(color[0]! + color[1]! + color[2]! > 0)) return undefined;
  const channel = (i: number) => color[i]!.toString(16).padStart(2, "0");
  return `#${channel(0)}${channel(1)}${channel(2)}`;
}
