// A part of a page may have moved up or down as a whole, because a paragraph above it became shorter
// or longer. Differences that such a move explains are none: what was there must stand at the new
// place, and what is there must have come from the old. Looks at the cells that differ only.
import type { Difference, Tolerance } from "../../pixels/compare.ts";
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import type { Looks } from "../looks.ts";
import { meetingMoves } from "./meeting.ts";
import { Alike } from "./moved-bands.ts";
import type { Excused } from "./moved-bands.ts";
import {
  InkByRow,
  keepOrder,
  lands,
  movedAsOne,
  movesNear,
  movesOfLetters,
  rowsOfLabels,
  shiftTold,
  standsAlone,
  tells,
  untriedShift,
} from "./shifts.ts";
import type { Move } from "./shifts.ts";

/** Moves of parts of a page that no letter tells: they are guessed from the ink, which takes long. */
const MOST_GUESSES = 8;
/** More of them for each further page. */
const GUESSES_A_PAGE = 2;
/**
 * Pixels by which what was at a place may have gone otherwise than what is there came: over and under a
 * page's end, and where lines stand on whole pixels. Whatever is exchanged moves farther apart than that.
 */
const JOINT = 6;
/**
 * The same where letters beside the place tell both moves and none stands in another order: a line more
 * or less between them, or a heading at a page's top, which has no room over it.
 */
const ROOM = 40;
/** Places at most that are asked whether lines meet in them that moved otherwise: it takes long. */
const MOST_MEETINGS = 40;

/** Differences that no vertical move of a part of the page explains. */
export function withoutMoved(
  found: readonly Difference[],
  looks: Looks,
  excuse: Excused,
  tolerance: Tolerance,
): Difference[] {
  const { original, candidate, pages } = looks;
  let left = [...found];
  const moves = movesOfLetters(looks);
  // Over the ends of pages paragraphs each move by an amount of their own, and a heading alone by another.
  const told = pages > 1 ? moves : [];
  const isJoint = jointsOf(told);
  const goneBy = (by: number, box: PixelBox): Alike => Alike.gone(looks, excuse, by, box);
  // Lines set anew must have come from where their letters did: else whatever stands as far from them
  // as two lines from one another that were exchanged would excuse those. A line of labels has none.
  const labels = rowsOfLabels(looks);
  const comeBy = (by: number, box: PixelBox): Alike => {
    const takes = lands(moves, box[1], by, JOINT) || standsAlone(labels, moves, box[1]);
    return Alike.come(looks, excuse, by, box, takes);
  };
  // What no move explains on one of several pages must not end the search on the others.
  const stuck: Difference[] = [];
  const from = new InkByRow(original);
  const to = new InkByRow(candidate);
  const tried = new Set([0]);
  const ways = new Map<Difference, Ways>();
  let guesses = MOST_GUESSES + GUESSES_A_PAGE * (pages - 1);
  while (left.length) {
    const top = left.reduce((least, { box }) => Math.min(least, box[1]), Infinity);
    const byLetters = (): number | undefined => shiftTold(moves, top, tried);
    const byInk = (): number | undefined =>
      guesses-- > 0 ? untriedShift(from, to, top, tried, pages, movesNear(moves, top)) : undefined;
    const shift =
      pages > 1
        ? (byLetters() ?? byInk())
        : (byInk() ?? (movedAsOne(moves, top) ? byLetters() : undefined));
    if (shift === undefined) {
      if (pages === 1) break;
      stuck.push(...left.filter(({ box }) => box[1] === top));
      left = left.filter(({ box }) => box[1] !== top);
      continue;
    }
    const by = shift;
    tried.add(by);
    left = rowsOfCells(left).flatMap((cells) => {
      const gone = goneBy(by, cells[0]!.box);
      const come = comeBy(by, cells[0]!.box);
      return cells.filter((cell) => {
        const { box } = cell;
        const isGone = !gone.differs(box, tolerance) || blank(original, box);
        const isCome = !come.differs(box, tolerance) || blank(candidate, box);
        if (isGone && isCome) return false;
        const way = ways.get(cell) ?? { gone: [], come: [] };
        ways.set(cell, way);
        if (isGone) way.gone.push(by);
        if (isCome) way.come.push(by);
        // Of two earlier moves it was asked before.
        const others = isGone ? way.come : way.gone;
        return !((isGone || isCome) && others.some((other) => isJoint(other, by, box)));
      });
    });
  }
  const all = [...stuck, ...left];
  if (pages === 1 || all.length > MOST_MEETINGS) return all;
  return all.filter((cell) => {
    const { box } = cell;
    const nearby = movesNear(told, box[1]);
    const { gone, come } = ways.get(cell) ?? { gone: [], come: [] };
    const meeting = (alike: typeof goneBy): number[] =>
      meetingMoves(nearby, (by) => alike(by, box).byRow(box, tolerance), JOINT, tolerance);
    const away = [...gone, ...meeting(goneBy)];
    const here = [...come, ...meeting(comeBy)];
    return !away.some((one) => here.some((other) => isJoint(one, other, box)));
  });
}

/** Whether what was at a place may have gone by one amount where what is there came by another. */
function jointsOf(told: readonly Move[]): (a: number, b: number, box: PixelBox) => boolean {
  const inOrder = told.length > 0 && keepOrder(told);
  return (a, b, [, top]) => {
    const apart = Math.abs(a - b);
    if (apart <= JOINT) return true;
    return inOrder && apart <= ROOM && tells(told, top, a) && tells(told, top, b);
  };
}

/** Moves that explain what was at a place, and what is there. */
interface Ways {
  readonly gone: number[];
  readonly come: number[];
}

/** Cells at one height each, in their order. */
function rowsOfCells(found: readonly Difference[]): Difference[][] {
  const rows: Difference[][] = [];
  for (const cell of found) {
    const last = rows[rows.length - 1];
    if (last?.[0]?.box[1] === cell.box[1]) last.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

function blank(raster: Raster, [x0, y0, x1, y1]: PixelBox): boolean {
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) if (raster.grey[y * raster.width + x]! < 160) return false;
  return true;
}
