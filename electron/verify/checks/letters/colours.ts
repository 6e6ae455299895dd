// Letters keep their colour: where lines are set anew no picture is compared, and a word in another
// colour, or in a grey that nobody sees, could say what no reader reads.
import type { Findings } from "../../findings.ts";
import type { PageFrame } from "../../place.ts";
import { extremes, pixelBox } from "../../pixels/raster.ts";
import type { Raster } from "../../pixels/raster.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { whereabouts } from "../where.ts";
import { counted } from "../../counted.ts";

export interface Coloured {
  readonly page: number;
  readonly frame: PageFrame;
  /** Letters of the original and of the export. */
  readonly letters: readonly Glyph[];
  readonly shown: readonly Glyph[];
  /** Candidate glyph → the original's glyph that it stands for. */
  readonly explained: ReadonlyMap<number, number>;
  readonly original: Raster;
  readonly candidate: Raster;
  /** Pixels per point. */
  readonly scale: number;
}

/** Levels from which a see-through group is looked for, and by which the same letter is seen otherwise. */
const PALER = 64;
const SEEN_ALIKE = 40;
/** By so much the share of white in a see-through colour differs between its parts by rounding. */
const ONE_SHARE = 0.05;
/** Levels by which engines reckon the colours of a profile otherwise, and by which one of them rounds. */
const PROFILE = 64;
const ROUNDED = 3;

export function checkColours(input: Coloured, findings: Findings): void {
  const { page, frame, letters, shown, explained } = input;
  const became = commonest(input);
  const isAs = (from: number | undefined, colour: number | undefined): boolean => {
    if (from === undefined || colour === undefined) return true;
    const to = became.get(from) ?? from;
    // Of two ways to say a colour that the engine takes for one, an export may say only one otherwise.
    if (apart(from, colour) <= ROUNDED) return true;
    return apart(to, colour) <= ROUNDED && apart(to, from) <= PROFILE;
  };
  const isOther = (own: Glyph, from: number): boolean => {
    const stood = letters[from]!;
    if (own.invisible || stood.invisible || isAs(stood.colour, own.colour)) return false;
    return !isSeenThrough(input, stood, own);
  };
  let wrong = [...explained].flatMap(([to, from]) =>
    isOther(shown[to]!, from) ? [shown[to]!] : [],
  );
  if (wrong.length === 0) return;
  // Equal letters of two colours may be taken for one another: as many of each must stand there.
  wrong = wrong.filter(({ text, colour }) => {
    const now = shown.filter((one) => one.text === text && one.colour === colour);
    const then = letters.filter((one) => one.text === text && isAs(one.colour, colour));
    return now.length > then.length;
  });
  const [first] = wrong;
  if (!first) return;
  findings.add(
    "page-unchanged",
    `${counted(wrong.length, "character")} ${whereabouts(first.loose, frame.width, frame.height)} ${wrong.length === 1 ? "has" : "have"} another colour.`,
    page,
  );
}

/**
 * Of letters in a see-through group the engine tells the colour that they would have without it. Where one
 * is only paler by what it is told, the pictures tell whether it always was.
 */
function isSeenThrough({ original, candidate, scale }: Coloured, from: Glyph, to: Glyph): boolean {
  const bytes = (colour = 0): number[] => [16, 8, 0].map((shift) => (colour >> shift) & 255);
  const now = bytes(to.colour);
  const shares = bytes(from.colour).map((then, i) => (now[i]! - then) / Math.max(1, 255 - then));
  const least = Math.min(...shares);
  if (least <= 0 || Math.max(...shares) - least > ONE_SHARE) return false;
  if (apart(from.colour!, to.colour!) < PALER) return false;
  const darkest = (raster: Raster, { box }: Glyph): number =>
    extremes(raster, pixelBox(box, raster, scale)).dark;
  const was = darkest(original, from);
  const near = Math.abs(was - darkest(candidate, to)) <= SEEN_ALIKE;
  // On a dark ground nothing is told by what is darkest.
  return near && was > Math.min(...now) - SEEN_ALIKE;
}

/** What most letters of a colour of the original have in the export. */
function commonest({ letters, shown, explained }: Coloured): Map<number, number> {
  const counts = new Map<number, Map<number, number>>();
  for (const [to, from] of explained) {
    const [then, now] = [letters[from]!.colour, shown[to]!.colour];
    if (then === undefined || now === undefined) continue;
    const own = counts.get(then) ?? new Map<number, number>();
    counts.set(then, own.set(now, (own.get(now) ?? 0) + 1));
  }
  return new Map([...counts].map(([then, own]) => [then, [...own].reduce(larger)[0]]));
}

const larger = (a: [number, number], b: [number, number]): [number, number] =>
  b[1] > a[1] ? b : a;

/** Levels in the part in which two colours differ most. */
function apart(a: number, b: number): number {
  const by = (shift: number): number => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255));
  return Math.max(by(16), by(8), by(0));
}
