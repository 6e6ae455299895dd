// Organisations that are not told by their last word: prisons and wards whose name follows the word, bodies
// named after saints, and names in brackets after "school" or "nursery", in any case. Reads text, not tokens.
import type { Hit, PageScan } from "../hit.ts";
import { GENERAL, ORGANISATIONS, ORGANISATIONS_VERSION } from "./organisations.ts";

/** "HMP Featherstone": the name stands after the word. */
const PREFIXED =
  /\b(?:HMP(?:\/YOI)?|HMYOI|HMP & YOI|YOI|STC|Ward|Court No\.?|Ysgol|RAF|MV|Wing)[ ]((?:[A-Z][\p{L}'-]+|\d{1,3}[A-Z]?)(?:[ ][A-Z][\p{L}'-]+){0,2})/gu;

/** "St Mary's", "Our Lady", "Holy Cross": a school, church or hospital that everybody there knows. */
const SAINTS =
  /\b(?:St\.? [A-Z]\p{L}+'s|St\.? [A-Z]\p{L}+ (?:and|&) St\.? [A-Z]\p{L}+(?:'s)?|(?:Our Lady|Sacred Heart|Holy (?:Cross|Trinity|Family|Rosary)|All Saints|Christ Church|Corpus Christi)(?: (?:of|and) (?:[A-Z]\p{L}+ ?){1,3})?)(?![\p{L}]| (?:Day|Street|Road|Close|Avenue|Lane|Park))/gu;

function hit(match: RegExpMatchArray, score: number, why: string): Hit {
  const start = match.index ?? 0;
  return {
    start,
    end: start + match[0].trimEnd().length,
    category: match[0].startsWith("Ward") ? "health-provider" : "organisation",
    identifier: "quasi",
    score,
    tier: "suggested",
    detector: ORGANISATIONS,
    version: ORGANISATIONS_VERSION,
    why,
  };
}

export function findPrefixed(scan: PageScan): Hit[] {
  const { text } = scan.clean;
  return [
    ...[...text.matchAll(PREFIXED)].map((match) =>
      hit(match, 0.85, match[0].startsWith("Ward") ? "Named ward" : "Named prison, school or base"),
    ),
    ...[...text.matchAll(SAINTS)].map((match) =>
      hit(match, 0.72, "Named after a saint or a feast: a school, church or hospital"),
    ),
  ];
}

/** "nursery (little acorns)", "SCHOOL (BRUNE PARK)": named in brackets after the word, in any case. */
const BRACKETED =
  /(?<=\b(school|nursery|hospital|surgery|placement|children's home|home|refuge|hostel|college|unit|ward|church|mosque|employer|gp)(?:,| is| called| named)? ?)\((?:the )?([\p{L}][\p{L}' -]{3,32})\)/giu;

export function findBracketed(scan: PageScan): Hit[] {
  const hits: Hit[] = [];
  for (const match of scan.clean.text.matchAll(BRACKETED)) {
    const name = match[2]!;
    const words = name.toLowerCase().split(" ");
    if (words.every((word) => GENERAL.has(word)) || words.length > 4) continue;
    if (/\b(?:is|was|are|see|and|or|not|no|who|which|for|to|years?|months?)\b/i.test(name))
      continue;
    const start = match.index + match[0].lastIndexOf(name);
    hits.push({
      start,
      end: start + name.length,
      category: /school|nursery|college/i.test(match[1]!)
        ? "school"
        : /hospital|surgery|ward|gp/i.test(match[1]!)
          ? "health-provider"
          : "organisation",
      identifier: "quasi",
      score: 0.55,
      tier: "check",
      detector: `${ORGANISATIONS}/bracketed`,
      version: ORGANISATIONS_VERSION,
      why: "Named in brackets after the word for such a body",
    });
  }
  return hits;
}
