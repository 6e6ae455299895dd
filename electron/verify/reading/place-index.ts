// Finds glyphs of one text near a place without looking at all of them: crowded pages have tens of
// thousands. A plain grid; distances are between the middles of boxes, points.
import type { Glyph } from "./glyph.ts";

const CELL = 8;

export class PlaceIndex {
  private readonly cells = new Map<string, Glyph[]>();

  constructor(glyphs: Iterable<Glyph>, textOf: (glyph: Glyph) => string) {
    for (const glyph of glyphs) {
      const [x, y] = middle(glyph);
      const key = `${Math.floor(x / CELL)} ${Math.floor(y / CELL)} ${textOf(glyph)}`;
      const list = this.cells.get(key);
      if (list) list.push(glyph);
      else this.cells.set(key, [glyph]);
    }
  }

  /** Glyphs of the text within reach, nearest first. */
  near(text: string, at: Glyph, reach: number): Glyph[] {
    const [x, y] = middle(at);
    const found: { readonly glyph: Glyph; readonly distance: number }[] = [];
    const far = Math.min(reach, 200);
    for (let i = Math.floor((x - far) / CELL); i <= Math.floor((x + far) / CELL); i++)
      for (let k = Math.floor((y - far) / CELL); k <= Math.floor((y + far) / CELL); k++)
        for (const glyph of this.cells.get(`${i} ${k} ${text}`) ?? []) {
          const [gx, gy] = middle(glyph);
          const distance = Math.hypot(gx - x, gy - y);
          if (distance <= reach) found.push({ glyph, distance });
        }
    found.sort((a, b) => a.distance - b.distance || a.glyph.index - b.glyph.index);
    return found.map((one) => one.glyph);
  }
}

function middle({ loose }: Glyph): readonly [number, number] {
  return [(loose[0] + loose[2]) / 2, (loose[1] + loose[3]) / 2];
}
