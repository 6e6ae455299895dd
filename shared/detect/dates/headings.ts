// A line that holds a part date and nothing else heads a section: "Summer and autumn 2010" over what happened then.
// By itself it looks like the date of a law or a form, so what stands below it decides. It changes hits, finds none.
import type { Hit } from "../hit.ts";

/** What a heading may be by the rule that found it, and what it is called then. */
const HEADS: ReadonlyMap<string, string> = new Map([
  ["Month and year", "Month and year at the head of a section"],
  ["Season or feast with its year", "Season and year at the head of a section"],
  ["Stretch of time told by its two ends", "Months at the head of a section"],
  ["Year", "Year at the head of a section"],
]);
/** Before it on its line: nothing, signs of a heading, a section's number. */
const OPENS = /(?:^|\n)[ \t]*(?:#{1,4}[ \t]+)?(?:\d{1,2}(?:\.\d{1,2}){0,2}\.?[ \t]+)?$/;
const CLOSES = /^[ \t]*[:.]?[ \t]*(?:\n|$)/;
/** A line of prose is at least so long, in characters; below a form's field or in a table lines are shorter. */
const PROSE = 60;
/** So many lines below are looked at for the first entry of a chronology. */
const ENTRIES = 4;
/** How far down these can reach, in characters. */
const BELOW = 400;
const ENTRY =
  /^[^\p{L}\p{N}]{0,3}(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?\d{1,2}(?:st|nd|rd|th)?(?:[./-]\d{1,2}[./-](?:\d{2}){1,2}| (?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/u;

function headsSection(hit: Hit, text: string): boolean {
  if (!OPENS.test(text.slice(Math.max(0, hit.start - 24), hit.start))) return false;
  const rest = text.slice(hit.end, hit.end + BELOW);
  const closes = CLOSES.exec(rest);
  if (closes === null) return false;
  const lines = rest
    .slice(closes[0].length)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return (lines[0]?.length ?? 0) >= PROSE || lines.slice(0, ENTRIES).some((l) => ENTRY.test(l));
}

/** Part dates that head a section are told so; a bare year there is still only worth a look. */
export function headings(hits: readonly Hit[], text: string): Hit[] {
  return hits.map((hit) => {
    const why = HEADS.get(hit.why);
    if (why === undefined || !headsSection(hit, text)) return hit;
    return hit.why === "Year" ? { ...hit, why, tier: "check" } : { ...hit, why };
  });
}
