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
  const zones = lines.map((own) =>
    own.filter(({ v }) => v > height * (1 - ZONE) || v < height * ZONE),
  );
  const repeats = (line: Line) =>
    zones.filter((own) => own.some((other) => isSame(line, other))).length >= least;
  const all = zones.map((own) => own.filter(repeats));
  const bodies = pages.map((_, i): Body => {
    const heads = all[i]!.filter(({ v }) => v > height * (1 - ZONE));
    const feet = all[i]!.filter(({ v }) => v < height * ZONE);
    return {
      head: Math.min(height, ...heads.map(({ v, size }) => v - TAIL * size)),
      foot: Math.max(0, ...feet.map(({ v, size }) => v + CAPITAL * size)),
    };
  });
  const isApart = pages.every(({ found }, i) => {
    const { head, foot } = bodies[i]!;
    const isBody = ({ v }: Pick<Line, "v">) => v < head && v > foot;
    // A text that repeats in part is no head.
    const parted = found.paragraphs.some((p) => p.lines.some(isBody) && !p.lines.every(isBody));
    if (parted) return false;
    return lines[i]!.every((line) => all[i]!.includes(line) || isBody(line));
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
