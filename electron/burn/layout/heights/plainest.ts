// The plainest distance that explains rounded ones: a share of the letters' size, as a browser keeps
// it, or a number of whole pixels. Numbers in, numbers out, in points.
import { EXACT, isOn } from "./makers.ts";

/** What a distance can have been. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** A browser's pixel, and the parts of one in which it keeps lengths. */
const PIXEL = 0.75;
const KEPT = PIXEL / 64;
const FLAW = 1e-6;
/** Points of a printer, of which 72.27 are an inch. */
const PRINTERS_TENTH = 7.2 / 72.27;
/** Shares of a letter's size by which lines stand apart, and pixels that paragraphs do. */
const RATIOS = [0.1, 0.05] as const;
const STEPS = [8, 4, 2, 1, 0.5] as const;
/** Points that a distance is from what it would be rounded otherwise. */
const INSIDE = 0.02;
/** So many equal distances are no rounded ones. */
const CONSTANT = 4;

function isWithin(gap: number, { least, most }: Range): boolean {
  return gap > least - EXACT / 4 && gap < most + EXACT / 4;
}

/** A browser rounds the size to what it keeps and cuts the distance to it, as many lines of a text show. */
function asKept(share: number, size: number): number {
  return Math.floor(Math.round(size / KEPT) * share + FLAW) * KEPT;
}

/** A distance as a share of the letters' size, before it was cut. */
export function shareOf(gap: number, size: number): number {
  const fine = RATIOS[RATIOS.length - 1]!;
  const share = Math.round(gap / size / fine) * fine;
  return Math.abs(asKept(share, size) - gap) < EXACT ? share : gap / size;
}

export interface Found {
  readonly gap: number;
  /** There is no other distance that explains what is seen. */
  readonly known: boolean;
  readonly sure: boolean;
}

/** Of lines of one size. */
export interface Lines {
  /** Their distance within a text. */
  readonly known: number | undefined;
  /** Ranges of their other distances, while that is not known: those are wider by whole pixels. */
  readonly others: readonly Range[];
  /** Distances of lines of other sizes, as shares of their size. */
  readonly shares: readonly number[];
}

/** The plainest distance within a range. */
export function plainest(
  { from, to }: { readonly from: number; readonly to: number },
  range: Range,
  observed: readonly number[],
  { known: leading, others, shares }: Lines,
  unit: number,
): Found {
  const mean = observed.reduce((sum, gap) => sum + gap, 0) / observed.length;
  const constant = Math.max(...observed) - Math.min(...observed) < EXACT;
  const nearest = (step: number, base = 0): readonly number[] => {
    const inside = Math.min(Math.max(mean, range.least), range.most);
    const near = base + Math.round((inside - base) / step) * step;
    return [near, near - step, near + step];
  };
  const first = (steps: readonly number[], base = 0): number | undefined => {
    for (const step of steps) {
      const gap = nearest(step, base).find((one) => isWithin(one, range));
      if (gap !== undefined) return gap;
    }
    return undefined;
  };
  const rough = (step: number): Found => {
    const middle = (range.least + range.most) / 2;
    return { gap: Math.round(middle / step) * step, known: false, sure: unit < PIXEL };
  };
  if (unit < 0.01) {
    const gap = first([PRINTERS_TENTH, PRINTERS_TENTH / 10]) ?? (range.least + range.most) / 2;
    return { gap, known: true, sure: true };
  }
  const text = from === to;
  if (!text) return rough(4 * unit);
  if (leading === undefined) {
    const whole = constant ? [Math.round(mean / unit) * unit] : [];
    const kept = (share: number): readonly number[] =>
      [asKept(share, from), share * from].filter((one) => isWithin(one, range)).slice(0, 1);
    const plain = RATIOS.flatMap((ratio) =>
      nearest(ratio * from)
        .flatMap((gap) => kept(gap / from))
        .slice(0, 1),
    );
    const like = shares.flatMap(kept);
    const options = [...like, ...whole, ...plain];
    const borne = options.find((one) => others.every((range) => goesOn(one, range, unit)));
    const gap = borne ?? options[0];
    if (gap === undefined) return rough(4 * unit);
    const narrow = [range, ...others].some(({ least, most }) => most - least < unit + EXACT);
    const sure = observed.length >= CONSTANT || (narrow && borne !== undefined);
    return { gap, known: true, sure };
  }
  if (constant && isOn(unit, leading))
    return { gap: Math.round(mean / unit) * unit, known: true, sure: true };
  // A browser parts paragraphs by the size of their letters, where nothing else is asked for.
  // A step that is no wider than what is open would fit by chance.
  const open = range.most - range.least;
  const usual = leading + asKept(1, from);
  if (open < unit && isWithin(usual, range)) return { gap: usual, known: true, sure: true };
  const steps = STEPS.map((step) => step * unit).filter((step) => step > open - EXACT);
  const gap = first(steps, leading);
  return gap === undefined ? rough(4 * unit) : { gap, known: true, sure: true };
}

/** Is something so many pixels wider than a distance within a range? */
function goesOn(gap: number, range: Range, unit: number): boolean {
  const from = Math.ceil((range.least + INSIDE - gap) / unit);
  return gap + from * unit < range.most - INSIDE;
}
