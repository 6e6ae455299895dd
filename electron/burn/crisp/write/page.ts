// Writes a laid-out page: drawings and boxes first, text over them, in layers where something was
// painted over text; every stretch of text tagged in reading order. What it is given is all that
// it writes.
import { Extent, transformRect } from "../../../pdfium/display.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { meets } from "../../../../shared/geometry/rect.ts";
import type { TextUnit } from "../../layout/as-it-was.ts";
import type { LaidOut } from "../../layout/lay-out.ts";
import type { PaintUnit } from "../../layout/model.ts";
import type { PageLink, StructureNode } from "../../tags/model.ts";
import type { Tagging } from "../../tags/tagging.ts";
import { tagTree } from "../../tags/tree.ts";
import type { PageResource } from "../../page-output.ts";
import { GlyphPools } from "../fonts/pool.ts";
import { PageImages } from "../images/pool.ts";
import type { ImageEncoder } from "../images/pool.ts";
import type { Clip, GlyphItem, ImageItem, PathItem, Pixels } from "../interpret/display-list.ts";
import { contains } from "../interpret/path-data.ts";
import { ContentWriter, num } from "./content.ts";
import { Draws, extentOf, linkOf, textOf } from "./draws.ts";
import type { Draw } from "./draws.ts";
import type { LinksSeen } from "./links-seen.ts";
import { writeText } from "./text.ts";

export interface WrittenPage {
  readonly content: string;
  readonly resources: readonly PageResource[];
  readonly opacities: readonly string[];
  readonly structure: readonly StructureNode[];
  readonly links: readonly PageLink[];
}

/** A page, and what its tags and links are made from. */
export interface PageToWrite {
  readonly laidOut: LaidOut;
  readonly tagging: Tagging;
  readonly linksSeen: LinksSeen;
}

/** Bars thinner than this may be painted under text that they cross without being seen to. */
const THIN = 1.6;
const ONE_PIXEL: Pixels = {
  width: 1,
  height: 1,
  kind: "mask",
  data: Uint8Array.of(0),
  interpolate: false,
};
const BOX_COLOUR = "#000000";

/** @throws where a glyph does not fit into a font */
export async function writePage(
  { laidOut: page, tagging, linksSeen }: PageToWrite,
  encoder: ImageEncoder,
): Promise<WrittenPage> {
  const draws = new Draws(tagging, linksSeen);
  for (const layer of layersOf(page)) {
    for (const paint of layer.paints) draws.paint(paint);
    if (layer.first && page.boxes.length > 0) draws.boxes();
    if (layer.first) for (const box of page.boxes) if (box.alone) draws.label(box, page.texts);
    for (const unit of layer.texts) draws.text(unit);
  }
  const pieces = draws.all.flatMap((draw) => {
    if (!draw.block) return [];
    const link = linkOf(draw);
    const own = { draw, block: draw.block, text: textOf(draw), ...(link ? { link } : {}) };
    const extent = extentOf(draw);
    return [extent ? { ...own, extent } : own];
  });
  const tree = tagTree(pieces);
  const marks = new Map<Draw, string>();
  pieces.forEach(({ draw, block, link }, i) => {
    const role = link ? "Link" : block.path[block.path.length - 1]!.role;
    // Levels of headings are counted over the whole document, and only in its tags.
    const name = role.replace(/^H\d$/, "H");
    marks.set(draw, `/${name} <</MCID ${tree.numbers[i]}>> BDC`);
  });
  const out = new ContentWriter();
  const resources: PageResource[] = [];
  const pools = new GlyphPools((pool) => resources.push({ kind: "font", name: pool.name, pool }));
  const images = new PageImages(encoder, (resource) => resources.push(resource));
  for (const draw of draws.all) {
    out.raw(marks.get(draw) ?? "/Artifact BMC");
    if (draw.kind === "boxes") paintBoxes(out, page);
    for (const item of draw.paints) await paint(out, item, images);
    for (const line of draw.lines) writeLine(out, pools, line);
    out.endClip();
    out.raw("EMC");
  }
  return {
    content: out.text(),
    resources,
    opacities: out.opacities,
    structure: tree.nodes,
    links: tree.links,
  };
}

interface Layer {
  readonly first: boolean;
  readonly paints: PaintUnit[];
  readonly texts: TextUnit[];
}

/** A new layer begins where something is painted over text that is already there. */
function layersOf(page: LaidOut): readonly Layer[] {
  let layer: Layer = { first: true, paints: [], texts: [] };
  const layers = [layer];
  let grounds: Ground[] = [];
  const units = [...page.texts, ...page.paints].sort((a, b) => a.order - b.order);
  for (const unit of units) {
    if (unit.kind === "text") {
      layer.texts.push(unit);
      for (const line of unit.lines) grounds.push({ unit, line });
      continue;
    }
    const { bounds } = unit.item;
    const thin = Math.min(bounds[2] - bounds[0], bounds[3] - bounds[1]) < THIN;
    if (!thin && grounds.some((ground) => covers(unit, ground))) {
      layer = { first: false, paints: [], texts: [] };
      layers.push(layer);
      grounds = [];
    }
    layer.paints.push(unit);
  }
  return layers;
}

/** A line of text that later paint may cover. */
interface Ground {
  readonly unit: TextUnit;
  readonly line: readonly GlyphItem[];
  /** Undefined until paint follows: most text has none after it. */
  bounds?: Rect | null;
}

function boundsOf(line: readonly GlyphItem[]): Rect | null {
  const extent = new Extent();
  for (const { matrix, shape } of line) {
    const { bounds } = shape;
    if (bounds) extent.add(matrix, bounds[0], bounds[1], bounds[2], bounds[3]);
  }
  return extent.bounds ?? null;
}

function covers({ item, order }: PaintUnit, ground: Ground): boolean {
  const { unit, line } = ground;
  if (ground.bounds === undefined) ground.bounds = boundsOf(line);
  const { bounds } = ground;
  if (!bounds || !meets(bounds, item.bounds, 0.3)) return false;
  return line.some(
    (glyph) =>
      glyph.shape.bounds !== undefined &&
      unit.orderOf(glyph) < order &&
      meets(inkOf(glyph), item.bounds, 0.3),
  );
}

function inkOf(item: GlyphItem): Rect {
  return transformRect(item.matrix, item.shape.bounds ?? [0, 0, 0, 0]);
}

async function paint(
  out: ContentWriter,
  item: PathItem | ImageItem,
  images: PageImages,
): Promise<void> {
  out.clip(needed(item.clip, item.bounds));
  if (item.kind === "path" && !item.stencil) {
    out.path(item.data, item.paint);
    return;
  }
  const name = await images.take(item.kind === "path" ? ONE_PIXEL : item.pixels);
  if (item.kind === "path") out.image(name, item.stencil!, item.paint.fill);
  else out.image(name, item.matrix, item.fill);
}

function paintBoxes(out: ContentWriter, page: LaidOut): void {
  out.fillColour(BOX_COLOUR);
  for (const { corners } of page.boxes) {
    const points = corners.map(([x, y], i) => `${num(x)} ${num(y)} ${i === 0 ? "m" : "l"}`);
    out.raw(`${points.join(" ")} h f`);
  }
}

function writeLine(out: ContentWriter, pools: GlyphPools, line: readonly GlyphItem[]): void {
  let run: GlyphItem[] = [];
  let clip: Clip | undefined;
  const flush = () => {
    if (run.length === 0) return;
    out.clip(clip);
    writeText(out, pools, run);
    run = [];
  };
  for (const item of line) {
    const own = item.shape.bounds ? needed(item.clip, inkOf(item)) : clip;
    if (own !== clip) flush();
    clip = own;
    run.push(item);
  }
  flush();
}

/** The clip, unless it cuts nothing off what it is asked for. */
function needed(clip: Clip, bounds: Rect): Clip | undefined {
  return clip.paths.length === 0 && contains(clip.rect, bounds, 0.01) ? undefined : clip;
}
