// Heads and feet that repeat on the pages of a run: they stay where they are, whatever runs on between
// them. What repeats is told by where it stands and what it says, but for numbers.
import type { Segment } from "../layout/model.ts";
import { CAPITAL, TAIL } from "./model.ts";
import type { Body, RunPage } from "./model.ts";

/** Shares of the page's height in which heads and feet stand. */
const ZONE = 0.16;
/** Points by which repeated lines may stand apart. */
const SAME = 0.8;

interface Line {
  readonly v: number;
  readonly size: number;
  readonly text: string;
}

/** @returns the bodies of the pages; undefined where a head or foot cannot be told from running text */
export function bodiesOf(pages: readonly RunPage[]): readonly Body[] | undefined {
  const { height } = pages[0]!.list;
  const lines = pages.map(({ found }) => linesOf(found.segments));
  // The first page may do without.
  const least = Math.max(2, pages.length - 1);
  const repeats = (line: Line) =>
    lines.filter((own) => own.some((other) => isSame(line, other))).length >= least;
  const all = lines.map((own) => own.filter(repeats));
  const bodies = pages.map((_, i): Body => {
    const heads = all[i]!.filter(({ v }) => v > height * (1 - ZONE));
    const feet = all[i]!.filter(({ v }) => v < height * ZONE);
    return {
      head: Math.min(height, ...heads.map(({ v, size }) => v - TAIL * size)),
      foot: Math.max(0, ...feet.map(({ v, size }) => v + CAPITAL * size)),
    };
  });
  const isApart = pages.every((_, i) => {
    const { head, foot } = bodies[i]!;
    return lines[i]!.every((line) => all[i]!.includes(line) || (line.v < head && line.v > foot));
  });
  return isApart ? bodies : undefined;
}

/** One line for each height. */
function linesOf(segments: readonly Segment[]): readonly Line[] {
  const sorted = segments.toSorted((a, b) => b.v - a.v || a.left - b.left);
  const lines: Line[] = [];
  for (const { v, size, glyphs } of sorted) {
    const text = glyphs
      .toSorted((a, b) => a.u - b.u)
      .map(({ item, blank }) => (blank ? "" : item.shape.unicode))
      .join("");
    const last = lines[lines.length - 1];
    if (last && last.v - v < SAME)
      lines[lines.length - 1] = { ...last, text: `${last.text} ${text}` };
    else lines.push({ v, size, text });
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\d+/gu, "#") }));
}

function isSame(a: Line, b: Line): boolean {
  return a.text === b.text && Math.abs(a.v - b.v) < SAME && Math.abs(a.size - b.size) < 0.1;
}
