// What paragraphs of one column share: where their lines end, and whether they are set to both margins.
// A line meets its margin by chance, and a long name may keep one from it: all lines of a column tell
// more than those of one paragraph.
import type { Paragraph } from "../paragraphs/paragraph.ts";
import { endsOf, missesEdge, ownEnds } from "./stretched.ts";

const SAME = 1;
/** Points by which typesetters miss the margin of a justified line when they round its letters. */
export const EVEN = 2.2;
/** So many broken lines tell by themselves whether a column is justified, and so great a part of them. */
const MANY = 4;
const MOST = 0.6;
/** In em: texts that end this far before their margin were set to another one, told in such steps (points). */
const NARROWER = 4;
/** So many broken lines show how far a text reaches, burnt or not. */
const SHOWING = 6;
const STEP = 6;

/** Whether paragraphs are justified, as all broken lines of their column tell. */
export function withEvenEnds(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const texts = paragraphs.filter(isText);
  return paragraphs.map((p) => {
    if (!isText(p) && !mayBreak(p, texts)) return p;
    const peers = texts.filter((o) => isAlike(o, p));
    const sharp = peers.find(({ column }) => column.sharp);
    const beside = peers.flatMap(({ lines }) => lines);
    const own = ownEnds(p.lines, p.column.limit, beside);
    if (own === "even" && p.column.sharp) return { ...p, justified: true };
    // Few lines that show nothing are set as all others of the page are.
    const even =
      own === "ragged" ? false : (areEven(peers, p.column.limit) ?? pageEven(paragraphs));
    if (even === undefined) return p;
    const limit = sharp?.column.limit ?? ownLimit(p);
    if (!even || limit === undefined) return { ...p, justified: false };
    return { ...p, justified: true, column: { ...p.column, limit, sharp: true } };
  });
}

/** One burnt line that its label may break, as a longer name would have: it is set as running text of its size is. */
function mayBreak({ align, lines, column }: Paragraph, texts: readonly Paragraph[]): boolean {
  const [line] = lines;
  if (align !== "left" || !line!.touched || column.cellLeft !== undefined) return false;
  return texts.some((o) => Math.abs(o.lines[0]!.size - line!.size) < 0.05 * line!.size);
}

/** What the lines of a column's texts show; undefined where they are too few. */
function areEven(peers: readonly Paragraph[], limit: number): boolean | undefined {
  const shown = endsOf(
    peers.flatMap(({ lines }) => lines),
    limit,
  );
  if (shown !== undefined) return shown === "even";
  const told = toldEnds(peers);
  if (told.size === 1) return told.has("even");
  const broken = peers.flatMap(({ lines, column }) =>
    lines
      .slice(0, -1)
      .map((s) => Math.abs(s.right - column.limit) < EVEN && !missesEdge(s, column.limit)),
  );
  if (broken.length < MANY) return undefined;
  return broken.filter(Boolean).length >= MOST * broken.length;
}

/** The end of its column, where all its broken lines end there. */
function ownLimit({ lines, column: { limit } }: Paragraph): number | undefined {
  return lines.slice(0, -1).every((s) => Math.abs(s.right - limit) < EVEN) ? limit : undefined;
}

/** Whether the texts of a page are justified, each in its own column; undefined where they do not agree. */
function pageEven(paragraphs: readonly Paragraph[]): boolean | undefined {
  const shown = pageEnds(paragraphs);
  if (shown !== undefined) return shown === "even";
  const texts = paragraphs.filter((p) => isText(p) && p.column.sharp);
  const inner = texts.flatMap(({ lines, column }) =>
    lines.slice(0, -1).map((s) => Math.abs(s.right - column.limit) < EVEN),
  );
  return inner.length >= MANY && inner.every(Boolean) ? true : undefined;
}

/** What all texts of a page show of which nothing is burnt; cells are set otherwise than running text. */
export function pageEnds(paragraphs: readonly Paragraph[]): "even" | "ragged" | undefined {
  const staying = paragraphs.filter(
    (p) => isText(p) && p.column.cellLeft === undefined && !p.lines.some((s) => s.touched),
  );
  const shown = toldEnds(staying);
  return shown.size === 1 ? [...shown][0] : undefined;
}

/** What the written blanks of each text tell. */
function toldEnds(texts: readonly Paragraph[]): ReadonlySet<"even" | "ragged"> {
  return new Set(texts.flatMap((p) => ownEnds(p.lines, p.column.limit) ?? []));
}

export function isText({ align, lines }: Paragraph): boolean {
  return align === "left" && lines.length > 1;
}

export function isAlike(a: Paragraph, b: Paragraph): boolean {
  const { size } = b.lines[0]!;
  return (
    Math.abs(a.anchor - b.anchor) < SAME &&
    Math.abs(a.column.limit - b.column.limit) < EVEN &&
    Math.abs(a.lines[0]!.size - size) < 0.05 * size
  );
}

/**
 * Texts set narrower than their page are set anew no wider than those beside them that nothing burnt
 * could have moved; where all are burnt, than all of them together.
 */
export function withNarrowLimits(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const running = paragraphs.filter(({ lines, align }) => lines.length > 2 && align === "left");
  if (running.length === 0) return paragraphs;
  return paragraphs.map((p) => {
    const { lines, align, column } = p;
    const { size } = lines[0]!;
    if (align !== "left" || lines.length < 2 || column.sharp || column.cellLeft !== undefined)
      return p;
    const peers = running.filter(
      (o) =>
        Math.abs(o.anchor - p.anchor) < SAME && Math.abs(o.lines[0]!.size - size) < 0.05 * size,
    );
    const staying = peers.filter((o) => !o.lines.some((s) => s.touched));
    const many = peers.reduce((sum, o) => sum + o.lines.length - 1, 0) >= SHOWING;
    const ends = (staying.length > 0 || !many ? staying : peers).flatMap((o) =>
      o.lines.map((s) => s.right),
    );
    if (ends.length === 0) return p;
    const step = staying.length > 0 ? STEP : 2 * STEP;
    const widest = Math.ceil(Math.max(...ends) / step) * step;
    const narrow = widest < column.limit - NARROWER * size;
    const own = Math.max(...lines.map((s) => s.right));
    if (!narrow || own >= widest + size) return p;
    return { ...p, column: { ...column, limit: widest }, narrowed: staying.length === 0 };
  });
}
