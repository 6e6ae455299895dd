// Where a table stands whose width hangs on what stands in it: in the middle of the page, where other
// text begins, or where its width put it.
import type { DisplayList } from "../../crisp/interpret/display-list.ts";
import { withoutNames } from "../lines/any-name.ts";
import { marginsOf } from "../paragraphs/find.ts";
import { thicknessAt } from "./made-columns.ts";
import type { CellText, Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import type { Walls } from "../lines/rules.ts";
import type { Table } from "./tables-found.ts";

/** Points by which the middle of a table misses the page's. */
const CENTRED = 0.3;
/** Points by which the rooms on both sides of a table differ that reaches from margin to margin. */
const EVEN = 1;
/** Points by which a table, or its text, begins before or behind other text. */
const START = 2;

export function isCentred(page: DisplayList, edges: readonly number[], thick: number): boolean {
  const middle = (edges[0]! + edges[edges.length - 1]! + thick) / 2;
  return Math.abs(middle - page.width / 2) < CENTRED;
}

/**
 * Could the table's width be another with another word burnt? Columns that stay as they are, and tables
 * that take all the room between their page's margins, are as wide in every twin.
 * @param texts of its cells where it is laid out anew
 */
export function hangsOnWords(
  page: DisplayList,
  { edges, cells, made }: Table,
  texts: readonly CellText[],
): boolean {
  if (made) return cells.some(({ lines }, i) => lines.some((s) => s.touched) && follows(texts[i]!));
  const [left, , right] = marginsOf(page) ?? [0, 0, page.width, 0];
  const [before, behind] = [edges[0]! - left, right - edges[edges.length - 1]!];
  return Math.abs(before - behind) > EVEN || !cells.some((cell) => isBroken(cell, edges));
}

/** A column that was made for its words, or may have been. */
function follows({ whole, told }: CellText): boolean {
  return whole === true || told !== undefined;
}

/** Broken without its names: browsers break cells where the table has no more room. */
function isBroken({ lines }: Paragraph, edges: readonly number[]): boolean {
  const i = edges.findLastIndex((edge) => edge < lines[0]!.left);
  const letters = lines.reduce((sum, line) => sum + withoutNames(line).letters, 0);
  return i >= 0 && i + 1 < edges.length && letters > edges[i + 1]! - edges[i]!;
}

/**
 * Does nothing show that it begins where it was put? In the middle of something else than the page, or at
 * its right, it begins where its width lets it.
 */
export function standsByItself(
  page: DisplayList,
  { edges, made, parts, cells }: Table,
  walls: Walls,
  segments: readonly Segment[],
): boolean {
  const left = edges[0]!;
  if (made && isCentred(page, edges, thicknessAt(walls, left))) return false;
  const starts = [left, Math.min(...cells.flatMap(({ lines }) => lines.map((s) => s.left)))];
  const inside = new Set(parts.flatMap(({ lines }) => lines));
  return !segments.some(
    (s) => !inside.has(s) && starts.some((start) => Math.abs(s.left - start) < START),
  );
}
