// Writes a laid-out page: drawings and boxes first, text over them, in layers where something was
// painted over text; every stretch of text tagged in reading order. What it is given is all that
// it writes.
import { transformRect } from "../../../pdfium/display.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { meets, union } from "../../../../shared/geometry/rect.ts";
import type { LaidOut, PaintUnit, TextUnit } from "../../layout/lay-out.ts";
import type { StructureItem } from "../../page-output.ts";
import type { GlyphPools, Pool } from "../fonts/pool.ts";
import type { ImagePool } from "../images/pool.ts";
import type { Clip, GlyphItem, Pixels } from "../interpret/display-list.ts";
import { contains } from "../interpret/path-data.ts";
import type { PDFRef } from "pdf-lib";
import { ContentWriter, num } from "./content.ts";
import { roleOf } from "./roles.ts";
import type { Roles } from "./roles.ts";
import { writeText } from "./text.ts";

export interface WrittenPage {
  readonly content: Uint8Array;
  readonly fonts: ReadonlyMap<string, PDFRef>;
  readonly images: ReadonlyMap<string, PDFRef>;
  readonly structure: readonly StructureItem[];
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

export async function writePage(
  page: LaidOut,
  roles: Roles,
  pools: GlyphPools,
  imagePool: ImagePool,
): Promise<WrittenPage> {
  const out = new ContentWriter();
  const images = new Map<string, PDFRef>();
  const used = new Map<string, Pool>();
  const structure: StructureItem[] = [];
  for (const layer of layersOf(page)) {
    await paintAll(out, layer.paints, imagePool, images, structure);
    if (layer.first) paintBoxes(out, page);
    writeAll(out, layer.texts, roles, pools, structure);
  }
  for (const { lines } of page.texts) {
    for (const glyph of lines.flat()) {
      const { pool } = pools.take(glyph.face, glyph.shape);
      used.set(pool.name, pool);
    }
  }
  const names = [...used.keys()].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
  return {
    content: out.bytes(),
    fonts: new Map(names.map((name) => [name, used.get(name)!.ref])),
    images,
    structure,
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
      for (const line of unit.lines) grounds.push(groundOf(unit, line));
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
  readonly bounds: Rect | undefined;
}

function groundOf(unit: TextUnit, line: readonly GlyphItem[]): Ground {
  const inked = line.filter((item) => item.shape.bounds).map(inkOf);
  const [first, ...rest] = inked;
  return { unit, line, bounds: first && rest.reduce(union, first) };
}

function covers({ item, order }: PaintUnit, { unit, line, bounds }: Ground): boolean {
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

async function paintAll(
  out: ContentWriter,
  paints: readonly PaintUnit[],
  imagePool: ImagePool,
  images: Map<string, PDFRef>,
  structure: StructureItem[],
): Promise<void> {
  let artifact = false;
  const setArtifact = (on: boolean) => {
    if (artifact === on) return;
    out.endClip();
    out.raw(on ? "/Artifact BMC" : "EMC");
    artifact = on;
  };
  for (const { item } of paints) {
    if (item.kind === "path") {
      setArtifact(true);
      out.clip(needed(item.clip, item.bounds));
      if (item.stencil) {
        const { name, ref } = await imagePool.take(ONE_PIXEL);
        images.set(name, ref);
        out.image(name, item.stencil, item.paint.fill);
      } else {
        out.path(item.data, item.paint);
      }
      continue;
    }
    setArtifact(false);
    const { name, ref } = await imagePool.take(item.pixels);
    images.set(name, ref);
    const mcid = structure.length;
    structure.push({ mcid, role: "Figure", alt: "Picture" });
    out.raw(`/Figure <</MCID ${mcid}>> BDC`);
    out.clip(needed(item.clip, item.bounds));
    out.image(name, item.matrix, item.fill);
    out.endClip();
    out.raw("EMC");
  }
  setArtifact(false);
}

function paintBoxes(out: ContentWriter, page: LaidOut): void {
  if (page.boxes.length === 0) return;
  out.raw("/Artifact BMC");
  out.fillColour(BOX_COLOUR);
  for (const { corners } of page.boxes) {
    const points = corners.map(([x, y], i) => `${num(x)} ${num(y)} ${i === 0 ? "m" : "l"}`);
    out.raw(`${points.join(" ")} h f`);
  }
  out.raw("EMC");
}

function writeAll(
  out: ContentWriter,
  texts: readonly TextUnit[],
  roles: Roles,
  pools: GlyphPools,
  structure: StructureItem[],
): void {
  let open: TextUnit["paragraph"] | undefined;
  const close = () => {
    out.endClip();
    if (open) out.raw("EMC");
    open = undefined;
  };
  for (const unit of texts) {
    if (unit.lines.every((line) => line.length === 0)) continue;
    if (open !== unit.paragraph) {
      close();
      open = unit.paragraph;
      const mcid = structure.length;
      const role = roleOf(unit.paragraph, roles);
      structure.push({ mcid, role });
      out.raw(`/${role} <</MCID ${mcid}>> BDC`);
    }
    for (const line of unit.lines) writeLine(out, pools, line);
  }
  close();
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
