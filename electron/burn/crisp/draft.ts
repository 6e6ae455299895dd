// A page written anew that nobody has looked at yet: what is known of it beside what was written, and
// what must be so before any of it is written.
import { meets } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import { invert, transformRect } from "../../pdfium/display.ts";
import type { LaidOut } from "../layout/lay-out.ts";
import type { PageMark, PageOutput } from "../page-output.ts";
import { linkNodes } from "../tags/loose-links.ts";
import type { PageLink } from "../tags/model.ts";
import type { PageLook } from "./compare.ts";
import { programOf } from "./fonts/charstring.ts";
import { NotAccountable } from "./interpret/display-list.ts";
import type { DisplayList, GlyphItem } from "./interpret/display-list.ts";
import type { WrittenPage } from "./write/page.ts";

/** A reason for a page that broke in a way that nobody foresaw. */
export const GUESSING = "The page cannot be read without guessing";

/** A line of the original's page, and the page on which it stands now. */
export interface LineMoved {
  /** Its baseline in the page's un-rotated user space. */
  readonly y: number;
  readonly page: number;
}

export type CrispPage =
  | {
      readonly ok: true;
      readonly page: PageOutput;
      readonly notes: readonly string[];
      /** Of a page of a run: where its lines stand now. */
      readonly wentTo?: readonly LineMoved[];
    }
  | { readonly ok: false; readonly reason: string };

export type Refused = Extract<CrispPage, { ok: false }>;

export interface Written extends Extract<CrispPage, { ok: true }> {
  readonly judged: PageLook;
  /** Writes it once more without borders of links; undefined where it has none. */
  readonly unbordered?: () => Promise<CrispDraft>;
}

/** A page written anew that nobody has looked at yet. */
export type CrispDraft = Written | Refused;

/** A box, and the mark that it stands for. */
export interface PlacedBox {
  readonly rect: Rect;
  readonly mark: PageMark;
  readonly bits: number;
}

/** @param loose links that lie on no words */
export function finished(
  page: number,
  list: DisplayList,
  { touched, notes }: LaidOut,
  placed: readonly PlacedBox[],
  written: WrittenPage,
  loose: readonly PageLink[],
): Written {
  const boxes = placed.map(({ rect, mark, bits }) => ({
    rect,
    label: mark.text || null,
    reason: mark.reason ?? "other",
    bits,
  }));
  const structure = [...written.structure, ...linkNodes(loose, written.links.length)];
  const links = [...written.links, ...loose];
  const back = invert(list.toPage);
  const touchedOriginal = touched.map((rect) => transformRect(back, rect));
  const burned = { page, kind: "crisp", boxes, touched, touchedOriginal } as const;
  const { width, height } = list;
  const output = { width, height, ...written, structure, links, burned };
  const absent = substitutes(list).map((rect) => transformRect(back, rect));
  const stencils = list.items.some((item) => item.kind === "glyph" && item.face.drawn);
  return { ok: true, page: output, notes, judged: { loose: absent, stencils } };
}

/** Letters of fonts that the file does not bring: the engine that looks draws them in its own. */
function substitutes({ items }: DisplayList): readonly Rect[] {
  const rects: Rect[] = [];
  for (const item of items)
    if (item.kind === "glyph" && item.face.absent && item.shape.bounds)
      rects.push(transformRect(item.matrix, item.shape.bounds));
  return rects;
}

/** How many cells of a pattern show a burnt word, and how much of it, hangs on how long the word is. */
export function mustNotBePattern({ lettered = [] }: DisplayList, marks: readonly Rect[]): void {
  if (lettered.some((painted) => marks.some((mark) => meets(painted, mark))))
    throw new NotAccountable("A mark lies over a pattern of letters");
}

/** Every glyph must fit into a font before any of the page is written. */
export function mustBeWritable(page: LaidOut): void {
  try {
    for (const { lines } of page.texts) for (const line of lines) line.forEach(writable);
  } catch {
    throw new NotAccountable("A letter's outline cannot be written");
  }
}

function writable({ face, shape }: GlyphItem): void {
  programOf(shape, face.unitsPerEm);
}

/** Less than this, in points, two boxes may share where they touch. */
const TOUCHING = 0.5;

/** Labels over one another, or over words, mean that the page's order was misread. */
export function mustStandApart({ boxes }: LaidOut): void {
  for (const [i, box] of boxes.entries()) {
    if (boxes.slice(i + 1).some((other) => meets(box.bounds, other.bounds, TOUCHING)))
      throw new NotAccountable("Two labels would stand over one another");
  }
}
