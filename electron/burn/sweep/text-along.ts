// What the letters under a mark say, read along their own lines: the engine gives words of turned text in
// the order of the page. Where words lie on one another (two passes of a scanner's reading, a shadow
// that is drawn as text) each layer is a reading of its own: letter by letter they would spell nothing.
import type { Glyph } from "../sealed/glyphs/glyph.ts";

/** In em: how far letters of one line stand from its baseline, and from where a gap is a space. */
const ON_LINE = 0.5;
const SPACE = 0.13;
/** Share of the shorter letter's width from which two strings' lie on one another. */
const OVER = 0.5;

interface Placed {
  readonly glyph: Glyph;
  readonly u: number;
  readonly v: number;
}

/** All of it. */
export function textAlong(glyphs: readonly Glyph[]): string {
  return textOf(placed(glyphs));
}

/** Each layer by itself, where there are several: the lowest first. */
export function furtherReadings(glyphs: readonly Glyph[]): readonly string[] {
  const runs = new Map<Glyph["run"], Placed[]>();
  for (const one of placed(glyphs)) {
    const own = runs.get(one.glyph.run);
    if (own) own.push(one);
    else runs.set(one.glyph.run, [one]);
  }
  const layers: Placed[][] = [];
  for (const run of runs.values()) {
    const free = layers.find(
      (layer) => !run.some((one) => layer.some((other) => isOver(other, one))),
    );
    if (free) free.push(...run);
    else layers.push([...run]);
  }
  return layers.length > 1 ? layers.map(textOf) : [];
}

function placed(glyphs: readonly Glyph[]): readonly Placed[] {
  return glyphs.map((glyph) => {
    const [cos, sin] = [Math.cos(glyph.angle), Math.sin(glyph.angle)];
    return { glyph, u: glyph.x * cos + glyph.y * sin, v: glyph.y * cos - glyph.x * sin };
  });
}

function isOver(a: Placed, b: Placed): boolean {
  if (Math.abs(a.v - b.v) >= ON_LINE * b.glyph.em) return false;
  const shared = Math.min(a.u + a.glyph.advance, b.u + b.glyph.advance) - Math.max(a.u, b.u);
  return shared > OVER * Math.min(a.glyph.advance, b.glyph.advance);
}

function textOf(letters: readonly Placed[]): string {
  const lines: { v: number; letters: Placed[] }[] = [];
  for (const at of letters) {
    const line = lines.find(({ v }) => Math.abs(v - at.v) < ON_LINE * at.glyph.em);
    if (line) line.letters.push(at);
    else lines.push({ v: at.v, letters: [at] });
  }
  return lines
    .sort((a, b) => b.v - a.v)
    .map((line) => {
      let text = "";
      let end = Infinity;
      for (const { glyph, u } of line.letters.sort((a, b) => a.u - b.u)) {
        if (text !== "" && u - end > SPACE * glyph.em) text += " ";
        text += glyph.text;
        end = u + glyph.advance;
      }
      return text;
    })
    .join(" ");
}
