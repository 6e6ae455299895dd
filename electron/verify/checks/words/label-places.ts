// Whether every mark's label stands in its place: at its gap, along its paragraph or, where its line
// moved and broke otherwise, beside the letters that stood beside the mark, wherever they stand now.
import { inflate } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Findings } from "../../findings.ts";
import type { PlacedMark } from "../../reading/coverage.ts";
import { labelForms } from "../../reading/expected.ts";
import type { Labels } from "./labels.ts";
import { isCovered } from "./losses.ts";
import { whereabouts } from "../where.ts";
import { counted } from "../../counted.ts";
import { labelsOfOthers } from "./labels-of-others.ts";
import type { PageTexts } from "./page-texts.ts";
import type { Paired } from "./labels-of-others.ts";

/** In heights of a letter: how far a label may stand from the line of its neighbour, which a line's end may part. */
const BESIDE = 1.6;

export async function checkLabels(
  texts: PageTexts,
  labels: Labels,
  paired: Paired,
  findings: Findings,
): Promise<void> {
  const { marks, page, frame, zones, scale } = texts;
  if (!marks.some((mark) => labelForms(mark.label).length > 0)) return;
  const near = (mark: PlacedMark): Rect[] => {
    const own = zones.lines.filter((zone) => marks[zone.mark] === mark).map((zone) => zone.rect);
    return [inflate(mark.rect, 12), ...own, ...zones.paragraphs];
  };
  let away = labels.missing(near);
  if (away.length > 0) {
    const beside = besideNeighbours(texts, paired);
    away = labels.missing((mark) => [...near(mark), ...(beside.get(marks.indexOf(mark)) ?? [])]);
  }
  const missing: PlacedMark[] = [];
  for (const mark of away) {
    if (isCovered(await texts.shown(), mark.rect, scale))
      findings.notice("labels-placed", "A mark with a label is shown as a plain box.", page);
    else missing.push(mark);
  }
  const first = missing[0];
  if (first)
    findings.add(
      "labels-placed",
      `${counted(missing.length, "label")} ${whereabouts(first.rect, frame.width, frame.height)} ${missing.length === 1 ? "is" : "are"} missing.`,
      page,
    );
  const foreign = labelsOfOthers(labels.found, texts, paired);
  if (foreign[0])
    findings.add(
      "labels-placed",
      `${counted(foreign.length, "label")} ${whereabouts(foreign[0].rect, frame.width, frame.height)} ${foreign.length === 1 ? "stands" : "stand"} in the place of another.`,
      page,
    );
}

/** @returns for each mark, by its place among the page's, the lines around its neighbours in the export */
export function besideNeighbours(
  { coverage, candidate, frame }: Pick<PageTexts, "coverage" | "candidate" | "frame">,
  { lines, explained }: Paired,
): ReadonlyMap<number, readonly Rect[]> {
  const now = new Map([...explained].map(([to, from]) => [from, to]));
  const found = new Map<number, Rect[]>();
  const add = (mark: number, neighbour: number): void => {
    const { loose } = candidate.glyphs[now.get(neighbour)!]!;
    const by = BESIDE * (loose[3] - loose[1]);
    const around: Rect = [0, loose[1] - by, frame.width, loose[3] + by];
    found.set(mark, [...(found.get(mark) ?? []), around]);
  };
  let before: number | undefined;
  const waiting = new Set<number>();
  for (const { index } of lines.flatMap(({ glyphs }) => glyphs)) {
    if (coverage.state[index] === 2) {
      const mark = coverage.mark[index]!;
      if (!waiting.has(mark) && before !== undefined) add(mark, before);
      waiting.add(mark);
    } else if (now.has(index)) {
      for (const mark of waiting) add(mark, index);
      waiting.clear();
      before = index;
    }
  }
  return found;
}
