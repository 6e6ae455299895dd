// Borders of links, which are painted like any path where no appearance draws them. What other
// annotations show comes with the page's operators; what they hide is never asked for.
import type { PDFPageProxy } from "pdfjs-dist";
import { transformRect } from "../../../pdfium/display.ts";
import type { Matrix } from "../../../pdfium/display.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PathItem } from "./display-list.ts";
import { rectanglePath } from "./path-data.ts";

interface Annotation {
  readonly id?: string;
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

export interface LinkBorders {
  /** Links whose appearance comes with the page's operators. */
  readonly drawn: ReadonlySet<unknown>;
  readonly others: readonly PathItem[];
}

export async function linkBorders(
  page: PDFPageProxy,
  toPage: Matrix,
  visible: Rect,
): Promise<LinkBorders> {
  const annotations = (await page.getAnnotations({ intent: "display" })) as Annotation[];
  const links = annotations.filter(({ subtype }) => subtype === "Link");
  const drawn = new Set(links.flatMap(({ id, hasAppearance }) => (hasAppearance ? [id] : [])));
  const bare = links.filter(({ hasAppearance }) => !hasAppearance);
  return { drawn, others: bare.flatMap((link) => borderOf(link, toPage, visible) ?? []) };
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
