// The content of a page as stretches that are written in one go, each with its place in the tags:
// what belongs to one tag and follows each other is one stretch. Decides no order; it keeps what
// it is given.
import { Extent, transformRect } from "../../../pdfium/display.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { union } from "../../../../shared/geometry/rect.ts";
import type { TextUnit } from "../../layout/as-it-was.ts";
import type { Box, PaintUnit } from "../../layout/model.ts";
import type { Paragraph } from "../../layout/paragraphs/paragraph.ts";
import { isText, leadingLabel } from "../../tags/item-labels.ts";
import type { Block, LinkTarget, PageLink, Step } from "../../tags/model.ts";
import type { Tagging } from "../../tags/tagging.ts";
import { blank } from "../fonts/label-face.ts";
import type { GlyphItem, ImageItem, PathItem } from "../interpret/display-list.ts";
import type { LinksSeen } from "./links-seen.ts";

export interface Draw {
  readonly kind: "paint" | "boxes" | "text";
  /** Undefined: decoration. */
  readonly block: Block | undefined;
  readonly target: LinkTarget | undefined;
  readonly paints: (PathItem | ImageItem)[];
  readonly lines: GlyphItem[][];
}

const HYPHEN = /^[-\u00ad\u2010]$/u;
/** Em of the blank between two lines. */
const PARTING = 0.26;

export class Draws {
  readonly all: Draw[] = [];
  readonly #tagging: Tagging;
  readonly #links: LinksSeen;
  readonly #begun = new Set<object>();
  /** The last run of letters and the tag that it stands in: a line of its own may follow it. */
  #before: { readonly run: GlyphItem[]; readonly leaf: Step | undefined } | undefined;

  constructor(tagging: Tagging, links: LinksSeen) {
    this.#tagging = tagging;
    this.#links = links;
  }

  boxes(): void {
    this.all.push({ kind: "boxes", block: undefined, target: undefined, paints: [], lines: [] });
  }

  /** A label that stands on no line is read behind the text over it. */
  label({ label, bounds }: Box, texts: readonly TextUnit[]): void {
    if (label.length === 0) return;
    const over = texts.filter(({ lines }) => {
      const first = lines[0]?.[0];
      return first !== undefined && first.matrix[5] > bounds[3];
    });
    const last = over.reduce((most, unit) => Math.max(most, unit.order), -1);
    this.#open("text", this.#tagging.ofLabel(last + 0.5), undefined).lines.push([...label]);
  }

  paint({ item, order }: PaintUnit): void {
    const shade = item.kind === "image" && item.drawn;
    const block = shade ? undefined : this.#tagging.ofPaint(item, order);
    this.#open("paint", block, undefined).paints.push(item);
  }

  text({ lines, paragraph }: TextUnit): void {
    for (const line of lines) {
      const label = this.#begun.has(paragraph) ? undefined : leadingLabel(line);
      this.#begun.add(paragraph);
      this.#line(line, paragraph, label?.glyphs ?? 0);
    }
  }

  /** @param leading how many glyphs may be the label of a list item */
  #line(line: readonly GlyphItem[], paragraph: Paragraph, leading: number): void {
    let run: GlyphItem[] | undefined;
    let draw: Draw | undefined;
    let blanks: GlyphItem[] = [];
    let item: Step | undefined;
    line.forEach((glyph, i) => {
      // Blanks go with what stands before them, or else with what follows.
      if (!isText(glyph)) {
        (run ?? blanks).push(glyph);
        return;
      }
      let block = this.#tagging.ofGlyph(glyph, paragraph);
      const around = block && this.#tagging.labels.itemOf(block);
      if (around && i < leading && (around === item || !this.#begun.has(around))) {
        item = around;
        block = this.#tagging.labels.labelOf(around, block!);
      }
      if (around) this.#begun.add(around);
      const own = this.#open("text", block, block && this.#links.targetOf(glyph));
      if (own !== draw || !run) {
        if (!run && blanks.length === 0) this.#part(block?.path.at(-1));
        own.lines.push((run = [...blanks]));
        this.#before = { run, leaf: block?.path.at(-1) };
      }
      blanks = [];
      draw = own;
      run.push(glyph);
    });
    if (!run && blanks.length > 0) this.#blank(blanks);
  }

  /** Lines of one text are parted by a blank, or whoever listens would hear two words as one. */
  #part(leaf: Step | undefined): void {
    const before = this.#before;
    if (!before || !leaf || before.leaf !== leaf) return;
    const last = before.run[before.run.length - 1]!;
    if (!isText(last) || HYPHEN.test(last.shape.unicode)) return;
    const [a, b, c, d, e, f] = last.matrix;
    const along = last.shape.advance;
    before.run.push({
      ...last,
      shape: blank(" ", PARTING),
      matrix: [a, b, c, d, e + a * along, f + b * along],
      stroke: undefined,
    });
  }

  #blank(blanks: GlyphItem[]): void {
    const last = this.all[this.all.length - 1];
    (last?.kind === "text" ? last : this.#open("text", undefined, undefined)).lines.push(blanks);
  }

  #open(kind: Draw["kind"], block: Block | undefined, target: LinkTarget | undefined): Draw {
    const last = this.all[this.all.length - 1];
    if (last?.kind === kind && samePlace(last.block, block) && sameTarget(last.target, target)) {
      return last;
    }
    const draw: Draw = { kind, block, target, paints: [], lines: [] };
    this.all.push(draw);
    return draw;
  }
}

function samePlace(a: Block | undefined, b: Block | undefined): boolean {
  if (!a || !b) return a === b;
  return a.order === b.order && a.path[a.path.length - 1] === b.path[b.path.length - 1];
}

function sameTarget(a: LinkTarget | undefined, b: LinkTarget | undefined): boolean {
  if (!a || !b) return a === b;
  return "page" in a ? "page" in b && a.page === b.page : "uri" in b && a.uri === b.uri;
}

/** What a stretch says: its lines parted by blanks. */
export function textOf({ lines }: Draw): string {
  return lines
    .map((line) => line.map((glyph) => glyph.shape.unicode).join(""))
    .join(" ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The link of a stretch, where its words stand now. */
export function linkOf(draw: Draw): PageLink | undefined {
  if (!draw.target) return undefined;
  const rects: Rect[] = [];
  for (const line of draw.lines) {
    const own = line.filter((glyph) => isText(glyph)).map(bodyOf);
    const [first, ...rest] = own;
    if (!first) continue;
    const rect = rest.reduce(union, first);
    const before = rects[rects.length - 1];
    if (before && sameLine(before, rect)) rects[rects.length - 1] = union(before, rect);
    else rects.push(rect);
  }
  return rects.length > 0 ? { rects, target: draw.target, text: textOf(draw) } : undefined;
}

/** In em: what of a letter's line can be clicked. */
const LOW = -0.24;
const HIGH = 0.78;

function bodyOf({ shape, matrix }: GlyphItem): Rect {
  return transformRect(matrix, [0, LOW, Math.max(shape.advance, 0.1), HIGH]);
}

function sameLine(a: Rect, b: Rect): boolean {
  const shared = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return shared > 0.6 * Math.min(a[3] - a[1], b[3] - b[1]);
}

/** From where to where the words of a stretch stand across the page. */
export function extentOf({ lines }: Draw): readonly [number, number] | undefined {
  const extent = new Extent();
  for (const line of lines)
    for (const glyph of line) {
      const { shape, matrix } = glyph;
      if (isText(glyph)) extent.add(matrix, 0, LOW, Math.max(shape.advance, 0.1), HIGH);
    }
  const { bounds } = extent;
  return bounds && [bounds[0], bounds[2]];
}
