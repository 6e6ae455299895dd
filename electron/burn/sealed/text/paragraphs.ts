// Joins reading lines into tagged paragraphs: as the source's tags have them, and where it has none
// lines of one column that follow each other closely. Headings are not guessed on sealed pages.
import type { Block } from "../../tags/model.ts";
import type { Segment } from "../glyphs/lines.ts";
import type { LayerParagraph, LayerWord } from "./text-layer.ts";

export interface ReadingLine {
  readonly segment: Segment;
  readonly words: readonly LayerWord[];
}

/** Lines further apart than this many em do not belong together. */
const LEADING = 1.75;

interface Open {
  readonly block: Block | undefined;
  /** The source's tags say where it belongs. */
  readonly tagged: boolean;
  readonly lines: (readonly LayerWord[])[];
  last: Segment;
}

/** @param blocks the source's tags, by the numbers of its pieces */
export function paragraphsOf(
  lines: readonly ReadingLine[],
  blocks: ReadonlyMap<number, Block>,
): readonly LayerParagraph[] {
  const paragraphs: Open[] = [];
  let turn = 0;
  for (const { segment, words } of lines) {
    const place = blocks.size > 0 ? placeOf(segment, blocks) : undefined;
    const open = paragraphs[paragraphs.length - 1];
    if (open && (place ? sameTag(open, place) : !open.tagged && goesOn(open.last, segment))) {
      // The last word of a line is parted from the next line's first.
      const before = open.lines[open.lines.length - 1]!;
      open.lines[open.lines.length - 1] = before.map((word, i) =>
        i === before.length - 1 ? { ...word, spaced: true } : word,
      );
      open.lines.push(words);
      open.last = segment;
      continue;
    }
    if (place && place !== "artifact") turn = place.order;
    const own: Block = { path: [{ role: "P" }], order: turn };
    const block = place === "artifact" ? undefined : (place ?? own);
    paragraphs.push({ block, tagged: place !== undefined, lines: [words], last: segment });
  }
  return paragraphs;
}

function sameTag(open: Open, place: Block | "artifact"): boolean {
  if (!open.tagged) return false;
  if (place === "artifact") return open.block === undefined;
  return open.block?.order === place.order && open.block.path.at(-1) === place.path.at(-1);
}

/** A line belongs where its first words do; what a list's label leads belongs to its text. */
function placeOf(
  { glyphs }: Segment,
  blocks: ReadonlyMap<number, Block>,
): Block | "artifact" | undefined {
  let label: Block | undefined;
  for (const { glyph } of glyphs) {
    const { piece } = glyph.run;
    if (piece === "artifact") return piece;
    const block = piece === undefined ? undefined : blocks.get(piece);
    if (!block) continue;
    const { role } = block.path[block.path.length - 1]!;
    if (role === "Lbl") label ??= block;
    // Text in a figure would be silent behind the figure's own description.
    else return role === "Figure" ? { path: [{ role: "P" }], order: block.order } : block;
  }
  return label;
}

function goesOn(last: Segment, next: Segment): boolean {
  if (last.angle !== next.angle || Math.abs(last.em - next.em) > 0.6) return false;
  const drop = last.v - next.v;
  if (drop < 0.5 * last.em || drop > LEADING * last.em) return false;
  return next.start < last.end && last.start < next.end;
}
