// Burnt terms that an export spells without telling anything: a label's letters complete what stands
// unmarked beside a mark in the original ("parameter" and the label "School 1" hold "parameters"), or
// a word of the original's is parted otherwise ("ha-balon", "ha balon"). Every letter outside the
// labels must stand just so, and as often, in the original's unmarked text.
import { CUT, foldTerm } from "../../reading/fold.ts";
import type { Folded } from "../../reading/fold.ts";
import { TermIndex } from "../../reading/terms.ts";
import type { PageTermText } from "./page-terms.ts";

/** Letters beside a word that show which place of the original it is. */
const BESIDE = 3;

/** @param term folded. @returns whether no reading of the page shows it more often than by chance */
export async function onlyByChance(term: string, page: PageTermText): Promise<boolean> {
  const index = new TermIndex([term]);
  const places = (text: Folded): number[] => index.find(text).map(({ start }) => start);
  const labels = page.labels.map((label) => foldTerm(label).text).filter((label) => label !== "");
  const inLabels = places(foldTerm(page.labels.join("\n"))).length;
  const more = (shown: Folded, originals: readonly Folded[]): boolean => {
    const known = originals.map((own) => knownStretches(term, own, places(own)));
    const limit = Math.max(...originals.map((own) => places(own).length)) + inLabels;
    return unexplained(term, shown.text, places(shown), labels, known) > limit;
  };
  const own = [page.original.visual, page.original.stream];
  if (more(page.candidate.visual, own) || more(page.candidate.stream, own)) return false;
  if (!more(page.second, own)) return true;
  return !more(page.second, [...own, await page.secondOriginal()]);
}

type Count = (stretch: string) => number;

/** How often a stretch stands in an original: with a cut in it, or where the term is no word of its own. */
function knownStretches(term: string, { text }: Folded, whole: readonly number[]): Count {
  const counted = new Set(whole);
  const cut = text.replaceAll(CUTS, CUT);
  return (stretch) => {
    if (stretch.includes(CUT)) return placesOf(stretch, cut).length;
    const within = stretch.indexOf(term);
    return placesOf(stretch, text).filter((at) => !counted.has(at + within)).length;
  };
}

const CUTS = new RegExp(`${CUT}+`, "gu");

/** How many of the places are no such stretch; each of the original's explains one place. */
function unexplained(
  term: string,
  text: string,
  places: readonly number[],
  labels: readonly string[],
  known: readonly Count[],
): number {
  const used = new Map<string, number>();
  return places.filter((at) => {
    const stretches = [...besides(term, text, at), ...joins(term, text, at, labels)];
    const one = stretches.find(
      (stretch) => Math.max(...known.map((count) => count(stretch))) > (used.get(stretch) ?? 0),
    );
    if (one !== undefined) used.set(one, (used.get(one) ?? 0) + 1);
    return one === undefined;
  }).length;
}

/** The place with the letters before it, and with those behind it. */
function besides(term: string, text: string, at: number): string[] {
  const stretches = at < BESIDE ? [] : [text.slice(at - BESIDE, at + term.length)];
  const behind = text.slice(at, at + term.length + BESIDE);
  if (behind.length === term.length + BESIDE) stretches.push(behind);
  return stretches.filter((stretch) => stretch.split(term).length === 2);
}

/** What is left of a place when a label that lies over one of its ends, or within it, is a cut. */
function joins(term: string, text: string, at: number, labels: readonly string[]): string[] {
  const end = at + term.length;
  return labels.flatMap((label) => {
    const rests: string[] = [];
    for (let from = Math.max(0, at - label.length + 1); from < end; from++) {
      if (!text.startsWith(label, from)) continue;
      const before = text.slice(at, Math.max(at, from));
      const after = text.slice(Math.min(end, from + label.length), end);
      if (before !== "" || after !== "") rests.push(before + CUT + after);
    }
    return rests;
  });
}

function placesOf(piece: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) places.push(at);
  return places;
}
