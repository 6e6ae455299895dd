// Cheats under a mark over an area: the drawing among its letters was left, or put back, whole, by
// half or in pale ink, on a crisp page as strokes and on a sealed one as pixels.
import { LeakDocument, SURROUNDINGS } from "../../fixtures/leaks/leak.ts";
import { burntPair } from "./burnt-pair.ts";
import type { BurntPair } from "./burnt-pair.ts";
import { edited, replaceContent } from "./edit.ts";
import type { Mutation } from "./edit.ts";
import { paint } from "./in-pixels.ts";

const NAMES = ["Hollingbourne", "Tansy"] as const;
/** Strokes of a tree: [x0, y0, x1, y1]. */
const TREE = [
  [100, 520, 300, 520],
  [200, 430, 200, 560],
  [150, 470, 250, 470],
] as const;
const AREA = [90, 425, 310, 565] as const;

export async function areaPair(mode: "auto" | "sealed"): Promise<BurntPair> {
  const document = new LeakDocument();
  document.page({
    content: [
      SURROUNDINGS,
      `BT /F1 10 Tf 105 530 Td (${NAMES[0]}) Tj ET`,
      `BT /F1 10 Tf 155 440 Td (${NAMES[1]}) Tj ET`,
      "1 w",
      ...TREE.map(strokeOf),
    ].join("\n"),
  });
  const original = document.finish();
  const mark = { page: 1, rect: AREA, reason: "picture" };
  return burntPair({ original, marks: [mark], secrets: [...NAMES] }, mode);
}

export const AREAS_CRISP: readonly Mutation[] = [
  strokes("the drawing in an area", TREE, 0),
  strokes("one stroke of it", TREE.slice(0, 1), 0),
  strokes("a part of one stroke", [[210, 520, 270, 520]], 0),
  strokes("the same in pale ink", TREE, 0.85),
];

export const AREAS_SEALED: readonly Mutation[] = [
  pixels("the drawing in an area", TREE, 0),
  pixels("one stroke of it", TREE.slice(0, 1), 0),
  pixels("the same in pale ink", TREE, 0.85),
];

type Stroke = readonly [number, number, number, number];

function strokeOf([x0, y0, x1, y1]: Stroke): string {
  return `${x0} ${y0} m ${x1} ${y1} l S`;
}

function strokes(name: string, drawn: readonly Stroke[], shade: number): Mutation {
  return edited(name, "burnt-ink-gone", (document, page) =>
    replaceContent(document, page, (text) => {
      const lines = drawn.map(strokeOf).join("\n");
      return `/Artifact BMC\nq ${`${shade} `.repeat(3)}RG 1 w\n${lines}\nQ\nEMC\n${text}`;
    }),
  );
}

/** The box is white again, with the drawing on it. */
function pixels(name: string, drawn: readonly Stroke[], shade: number): Mutation {
  return edited(name, "burnt-ink-gone", (document, page) => {
    const [x, y, right, top] = AREA;
    const area = { x, y, width: right - x, height: top - y };
    paint(document, page, area, 1, () => true);
    const scale = 300 / 72;
    paint(document, page, area, shade, (u, v) => {
      const [px, py] = [x + (u + 0.5) / scale, top - (v + 0.5) / scale];
      return drawn.some(
        ([x0, y0, x1, y1]) => px > x0 - 0.5 && px < x1 + 0.5 && py > y0 - 0.5 && py < y1 + 0.5,
      );
    });
  });
}
