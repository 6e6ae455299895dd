// Labels in another mark's place: every label is there, and the page says that of one person which it said
// of another. What stands beside a label on its line tells whose place it is or, where nothing does, the place
// itself; because columns and cells mix to the eye, only two labels that stand in one another's place leave no
// doubt.
import { meets } from "../../../../shared/geometry/rect.ts";
import { gapForms } from "../../reading/expected.ts";
import { foldGlyph } from "../../reading/fold.ts";
import { boxAround } from "../../reading/glyph.ts";
import type { Glyph } from "../../reading/glyph.ts";
import type { FoundLabel } from "./labels.ts";
import type { PageTexts } from "./page-texts.ts";
import type { Line } from "../../reading/lines.ts";

export interface Paired {
  /** The original's, in the order in which they were paired. */
  readonly lines: readonly Line[];
  /** Candidate glyph → the original's. */
  readonly explained: ReadonlyMap<number, number>;
}

/** Font sizes between baselines of one line. */
const ONE_LINE = 0.5;
/** Points along a line within which marks are one gap, which shows one of their labels. */
const ONE_GAP = 3;

/** @returns labels that stand in one another's place, by what stands beside them on their lines */
export function labelsOfOthers(
  found: readonly FoundLabel[],
  texts: Pick<PageTexts, "marks" | "coverage" | "original" | "candidate">,
  { lines, explained }: Paired,
): FoundLabel[] {
  if (new Set(found.map(({ text }) => text)).size < 2) return [];
  const { marks, coverage, original, candidate } = texts;
  const gaps = marksBeside(lines, coverage, new Set(explained.values()));
  const spelt = new Set(found.flatMap(({ indices }) => indices));
  // A mark over an area has no letters beside it.
  const onText = new Set(coverage.mark.filter((_, index) => coverage.state[index] === 2));
  const anywhere = marks.filter((_, mark) => !onText.has(mark)).flatMap(gapForms);
  const formsAt = (own: ReadonlySet<number>): Set<string> => {
    const near = marks.filter(({ rect, group }) =>
      [...own].some(
        (mark) =>
          marks[mark]!.group === group ||
          meets([rect[0] - ONE_GAP, rect[1], rect[2] + ONE_GAP, rect[3]], marks[mark]!.rect),
      ),
    );
    return new Set([...anywhere, ...near.flatMap(gapForms)]);
  };
  const toTheEye = new Order(candidate.lines.flatMap(({ glyphs }) => glyphs));
  const asRead = new Order(candidate.glyphs);
  const under = burntBy(original.glyphs, coverage);
  const placesOf = (label: FoundLabel, order: Order): Place[] =>
    order.neighboursOf(label, spelt).flatMap(([neighbour, own]): Place[] => {
      const from = explained.get(neighbour.index);
      const there = from === undefined ? undefined : gaps.get(from);
      if (from === undefined || !there) return [];
      const burnt = [...there].flatMap((mark) => under.get(mark) ?? []);
      const stood = original.glyphs[from]!;
      const nearest = Math.min(Infinity, ...burnt.map((glyph) => apartOnLine(stood, glyph)));
      return [{ forms: formsAt(there), apart: Math.max(apartOnLine(neighbour, own), nearest) }];
    });
  const alone: FoundLabel[] = [];
  const misplaced = found.flatMap((label): Misplaced[] => {
    const isOwn = ({ forms }: Place): boolean => forms.has(label.text);
    const seen = placesOf(label, toTheEye);
    const beside = seen.filter(({ apart }) => apart < Infinity);
    if (beside.length === 0) alone.push(label);
    if (seen.some(isOwn)) return [];
    const isRead = placesOf(label, asRead).some(isOwn);
    return beside.map(({ forms }) => ({ label, forms, isRead }));
  });
  // A list that moved by a line as a whole has a label where no mark was.
  const standing = alone.map((label) => ({
    label,
    at: [...under].flatMap(([mark, burnt]) => (standsOn(label, burnt) ? [mark] : [])),
  }));
  if (standing.every(({ at }) => at.length > 0))
    for (const { label, at } of standing) {
      const forms = formsAt(new Set(at));
      if (!forms.has(label.text)) misplaced.push({ label, forms, isRead: false });
    }
  const isExchanged = (one: Misplaced): boolean =>
    misplaced.some(
      (other) =>
        one.forms.has(other.label.text) &&
        other.forms.has(one.label.text) &&
        !(one.isRead && other.isRead),
    );
  const wrong = misplaced.filter(isExchanged);
  return [...new Set(wrong.map(({ label }) => label))];
}

/** A gap of the original that a label's neighbour stood beside. */
interface Place {
  /** What may stand there. */
  readonly forms: ReadonlySet<string>;
  /** Font sizes of white between the neighbour and the gap, then or now; infinite on different lines. */
  readonly apart: number;
}

interface Misplaced {
  readonly label: FoundLabel;
  /** What may stand in its place. */
  readonly forms: ReadonlySet<string>;
  /** In the order of the content it stands in its own place. */
  readonly isRead: boolean;
}

/** The marks whose gap a letter that is still there stood before or behind, as the lines go. */
function marksBeside(
  lines: Paired["lines"],
  { state, mark }: PageTexts["coverage"],
  kept: ReadonlySet<number>,
): Map<number, ReadonlySet<number>> {
  const beside = new Map<number, Set<number>>();
  const add = (letter: number, gap: ReadonlySet<number>): void => {
    if (gap.size > 0) beside.set(letter, new Set([...(beside.get(letter) ?? []), ...gap]));
  };
  let before: number | undefined;
  let gap = new Set<number>();
  for (const { index } of lines.flatMap(({ glyphs }) => glyphs)) {
    if (kept.has(index) && state[index] !== 2) {
      if (before !== undefined) add(before, gap);
      add(index, gap);
      before = index;
      gap = new Set();
    } else if (state[index]! > 0) gap.add(mark[index]!);
  }
  if (before !== undefined) add(before, gap);
  return beside;
}

/** Letters under each mark. */
function burntBy(
  glyphs: readonly Glyph[],
  { state, mark }: PageTexts["coverage"],
): ReadonlyMap<number, readonly Glyph[]> {
  const burnt = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (state[glyph.index] !== 2) continue;
    const own = burnt.get(mark[glyph.index]!);
    if (own) own.push(glyph);
    else burnt.set(mark[glyph.index]!, [glyph]);
  }
  return burnt;
}

/** Letters one after another, and the place of each. */
class Order {
  private readonly glyphs: readonly Glyph[];
  private readonly places = new Map<number, number>();

  constructor(glyphs: readonly Glyph[]) {
    this.glyphs = glyphs;
    for (let place = 0; place < glyphs.length; place++)
      this.places.set(glyphs[place]!.index, place);
  }

  /** The letters before and behind a label, each with the label's own; none where it is another label's. */
  neighboursOf({ indices }: FoundLabel, spelt: ReadonlySet<number>): [Glyph, Glyph][] {
    const { glyphs, places } = this;
    const own = indices.flatMap((index) => places.get(index) ?? []);
    if (own.length === 0) return [];
    return [[Math.min(...own), -1] as const, [Math.max(...own), 1] as const].flatMap(
      ([end, step]): [Glyph, Glyph][] => {
        let at = end + step;
        while (glyphs[at] && foldGlyph(glyphs[at]!.text) === "") at += step;
        const next = glyphs[at];
        return next && !spelt.has(next.index) ? [[next, glyphs[end]!]] : [];
      },
    );
  }
}

/** Where the burnt letters began, or in their middle. */
function standsOn({ rect }: FoundLabel, burnt: readonly Glyph[]): boolean {
  const [x0, y0, x1, y1] = boxAround(burnt);
  const apart = Math.min(Math.abs(rect[0] - x0), Math.abs(rect[0] + rect[2] - x0 - x1) / 2);
  const up = (rect[1] + rect[3]) / 2;
  return apart < ONE_GAP && up > y0 && up < y1;
}

/** Font sizes of white between two letters of one line; infinite where they stand on different ones. */
function apartOnLine(a: Glyph, b: Glyph): number {
  const size = Math.max(a.size, b.size);
  if (a.angle !== 0 || b.angle !== 0 || Math.abs(a.y - b.y) > ONE_LINE * size) return Infinity;
  return Math.max(a.loose[0] - b.loose[2], b.loose[0] - a.loose[2]) / size;
}
