// Fills words into lines, greedily, and tells how many lines other words in place of the labels would ask
// for. What is told is told by the surviving words alone, so that every twin says the same (B1).
import type { Word } from "../model.ts";
import type { Paragraph } from "./paragraph.ts";
import { LABEL_SIZE, NATURAL, spaceBetween, wordWidth } from "../lines/set-line.ts";
import type { MarkOf, Tightness } from "../lines/set-line.ts";

const SLACK = 0.25;
/** As short and as long as burnt names are: where both break lines alike, breaks are mute. */
const SHORTEST = "Jo";
const LONGEST = "Bartholomew Montgomery Featherstonehaugh";

export interface Room {
  readonly first: number;
  readonly rest: number;
}

export function roomOf(paragraph: Paragraph): Room {
  const { align, firstAnchor, anchor, column } = paragraph;
  if (align === "left") {
    return { first: column.limit - firstAnchor, rest: column.limit - anchor };
  }
  if (align === "right") return { first: anchor - column.left, rest: anchor - column.left };
  const half = Math.min(column.limit - anchor, anchor - column.left);
  return { first: half * 2, rest: half * 2 };
}

/** Breaks words into lines; undefined where one word is wider than its line. */
export function fill(
  words: readonly Word[],
  room: Room,
  markOf: MarkOf,
  tight: Tightness,
): Word[][] | undefined {
  const lines: Word[][] = [];
  let line: Word[] = [];
  let used = 0;
  for (const word of words) {
    const width = wordWidth(word, markOf, tight);
    const before = line[line.length - 1];
    const space = before ? spaceBetween(before, word, tight) : 0;
    let available = lines.length === 0 ? room.first : room.rest;
    if (before && used + space + width > available + SLACK) {
      lines.push(line);
      line = [];
      used = 0;
      available = room.rest;
    }
    if (width > available + SLACK) return undefined;
    used += (line.length > 0 ? space : 0) + width;
    line.push(word);
  }
  if (line.length > 0 || lines.length === 0) lines.push(line);
  return lines;
}

/** Lines that the shortest names would ask for: every twin has as many, or more. */
export function fewestLines(
  paragraph: Paragraph,
  words: readonly Word[],
  markOf: MarkOf,
): number | undefined {
  return linesOfOthers(words, roomOf(paragraph), markOf)[0];
}

/**
 * Lines that the shortest and the longest names would ask for, told by the surviving words alone, so
 * that every twin says the same; undefined where one is wider than its line.
 */
export function linesOfOthers(
  words: readonly Word[],
  room: Room,
  markOf: MarkOf,
): readonly (number | undefined)[] {
  return [SHORTEST, LONGEST].map((text) => {
    const other: MarkOf = (index) => ({ ...markOf(index), text });
    return fill(words, room, other, NATURAL)?.length;
  });
}

/** Lines that the longest names ask for in the size of their text, which originals have: labels are smaller. */
export function linesInFullSize(
  words: readonly Word[],
  room: Room,
  markOf: MarkOf,
): number | undefined {
  const other: MarkOf = (index) => ({ ...markOf(index), text: LONGEST });
  return fill(words, room, other, { ...NATURAL, labels: 1 / LABEL_SIZE })?.length;
}
