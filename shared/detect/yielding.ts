// Where the tagger's claim stands back on a page behind what a rule knows better: a date that it can generalise,
// a person of the case, a place whose name has several words.
import type { Hit } from "./hit.ts";

/** From this score on a rule is sure. */
export const EVIDENT = 0.7;

/** Letters of a page, 1 where such a claim lies. */
export interface KnownLetters {
  readonly labelled: Uint8Array;
  readonly named: Uint8Array;
  readonly placed: Uint8Array;
}

export const knownLetters = (hits: readonly Hit[], text: string): KnownLetters => ({
  labelled: labelledDates(hits, text.length),
  named: namedPeople(hits, text.length),
  placed: longPlaces(hits, text),
});

/** Letters of dates and ages that a rule has a generalisation for. */
function labelledDates(hits: readonly Hit[], length: number): Uint8Array {
  const labelled = new Uint8Array(length + 1);
  for (const hit of hits)
    if (hit.label !== undefined && (hit.category === "date" || hit.category === "age"))
      labelled.fill(1, hit.start, hit.end);
  return labelled;
}

/** "Monday night" that the tagger is surer of keeps what the rule says in its stead. */
export function generalised(hits: readonly Hit[]): (hit: Hit) => Hit {
  const labels = new Map<string, string>();
  for (const { category, start, end, label } of hits)
    if (category === "date" && label !== undefined) labels.set(`${start}:${end}`, label);
  return (hit) => {
    if (hit.category !== "date" || hit.label !== undefined) return hit;
    const label = labels.get(`${hit.start}:${hit.end}`);
    return label === undefined ? hit : { ...hit, label };
  };
}

/** Letters of the names of people whom the register knows surely. */
function namedPeople(hits: readonly Hit[], length: number): Uint8Array {
  const named = new Uint8Array(length + 1);
  for (const hit of hits)
    if (hit.category === "person" && hit.detector !== "tagger" && hit.score >= EVIDENT)
      named.fill(1, hit.start, hit.end);
  return named;
}

/** Letters of places whose names have several words: "County Kerry" is nobody, whoever Kerry may be. */
function longPlaces(hits: readonly Hit[], text: string): Uint8Array {
  const placed = new Uint8Array(text.length);
  for (const { detector, score, start, end } of hits)
    if (detector === "place" && score >= 0.9 && text.slice(start, end).includes(" "))
      placed.fill(1, start, end);
  return placed;
}

/** What a rule knows better: a date that it can generalise, a person of the case. There the tagger stands back. */
export function yields(hit: Hit, text: string, { labelled, named, placed }: KnownLetters): number {
  if (hit.detector !== "tagger") return 0;
  // A longer likeness of a name stands back behind who is known; its title is joined to them below.
  if (hit.category === "person") return placed.subarray(hit.start, hit.end).includes(0) ? 0.2 : 4;
  // The form of a number says better what it is.
  if (hit.category === "reference") return 7;
  if (hit.category === "date") return labelled.subarray(hit.start, hit.end).includes(1) ? 0.5 : 0;
  // "Stuart Fenwick" is a person of the case, whatever body the tagger takes him for.
  // So is "Fairclough" at a line's end, above "Mill Surgery".
  if (hit.category !== "organisation") return 0;
  const line = text.indexOf("\n", hit.start);
  const end = line < 0 ? hit.end : Math.min(line, hit.end);
  return named.subarray(hit.start, end).includes(0) ? 0 : 2;
}
