// Letters that are drawn again upon themselves, to look bold or to cast a shadow.
import { LettersInCells } from "./letters-in-cells.ts";
import type { GlyphItem } from "../../crisp/interpret/display-list.ts";
import type { SeenGlyph } from "../model.ts";

/** Letters drawn this close (em) upon themselves are echoes; no two letters of a word stand so. */
const ECHO = 0.15;
/** How far (em of the second letter) any two letters of nearly one size may stand that are echoes. */
const REACH = 0.18;
/** In em: what an outline is put around lies in it. */
const UPON = 0.02;
/** Points; and more rows of such cells than a page has. */
const CELL = 4;
const ROWS = 100_003;

/**
 * Letters drawn twice, a hair apart, are one letter to a reader, and blanks one blank. A mark that burns
 * one of the two burns both: nothing of a burnt word may survive as its own shadow (B2).
 *
 * @param textOf only letters of one text are echoes of each other
 */
export function withoutEchoes(
  glyphs: readonly SeenGlyph[],
  textOf: (glyph: SeenGlyph) => unknown = () => undefined,
): readonly SeenGlyph[] {
  const places = new LettersInCells(glyphs.length);
  const hosts = new Map<number, SeenGlyph[]>();
  const echoes = new Set<number>();
  glyphs.forEach((glyph, i) => {
    const host = hostOf(glyph, glyphs, places, textOf);
    if (host >= 0) {
      hosts.set(host, [...(hosts.get(host) ?? []), glyph]);
      echoes.add(i);
    } else places.add(i, Math.floor(glyph.u / CELL) * ROWS + Math.floor(glyph.v / CELL));
  });
  if (echoes.size === 0) return glyphs;
  return glyphs.flatMap((glyph, i) => {
    if (echoes.has(i)) return [];
    const own = hosts.get(i);
    if (!own) return [glyph];
    const mark = Math.max(glyph.mark, ...own.map((echo) => echo.mark));
    return [{ ...glyph, mark, echoes: own.map((echo) => ({ ...echo, mark })) }];
  });
}

/**
 * A letter as a reader sees it who sees one: in the paint of what was drawn last, outlined where an outline
 * lies around that very letter. What lies beneath, a shadow or the same letter a hair aside, is left out.
 */
export function asSeen({ item, u, v, size, order, echoes }: SeenGlyph): GlyphItem {
  if (!echoes) return item;
  const all = [{ item, u, v, order }, ...echoes].toSorted((a, b) => b.order - a.order);
  const top = all.find((one) => one.item.fill !== undefined);
  if (!top) return item;
  const by = UPON * size;
  const here = all.filter((o) => Math.abs(o.u - top.u) <= by && Math.abs(o.v - top.v) <= by);
  const { stroke } = here.find((one) => one.item.stroke)?.item ?? top.item;
  return { ...item, fill: top.item.fill, stroke };
}

/** The letter of which this one is an echo, by its place among those before it, or -1. */
function hostOf(
  glyph: SeenGlyph,
  glyphs: readonly SeenGlyph[],
  places: LettersInCells,
  textOf: (glyph: SeenGlyph) => unknown,
): number {
  // Only cells within an echo's reach can hold its host; most often that is the letter's own.
  const by = Math.min(REACH * glyph.size, CELL);
  const last = Math.floor((glyph.u + by) / CELL);
  const upper = Math.floor((glyph.v + by) / CELL);
  for (let x = Math.floor((glyph.u - by) / CELL); x <= last; x++) {
    for (let y = Math.floor((glyph.v - by) / CELL); y <= upper; y++) {
      const key = x * ROWS + y;
      for (let k = places.first(key); k >= 0; k = places.next(k, key))
        if (isEcho(glyphs[k]!, glyph) && textOf(glyphs[k]!) === textOf(glyph)) return k;
    }
  }
  return -1;
}

function isEcho(a: SeenGlyph, b: SeenGlyph): boolean {
  const by = Math.min(ECHO * a.size, CELL);
  return (
    Math.abs(a.u - b.u) <= by &&
    Math.abs(a.v - b.v) <= by &&
    a.frame === b.frame &&
    a.item.shape.unicode === b.item.shape.unicode &&
    Math.abs(a.size - b.size) <= by
  );
}
