// Gives every organisation and place one group over all documents, and finds the short names of schools and
// surgeries ("Oakfield" for Oakfield Primary School) and their acronyms, taught in brackets after the name.
import type { Hit, PageScan } from "../hit.ts";
import { GIVEN, NOT_NAME, PLACE, SURNAME, WORD } from "../lexicon/lexicon.ts";
import { automaton } from "../people/linking/automaton.ts";
import { CAPITAL, HEADING, SENTENCE_START, UPPER, tokenise } from "../text/tokens.ts";
import { ORGANISATIONS } from "./organisations.ts";

const VERSION = "1";
const ACRONYM = /^ \(["']?([A-Z][A-Za-z&]{1,7})["']?\)/;

/** Lower case, "st." and "saint" alike, without "the". */
export function organisationKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^the /, "")
    .replace(/\b(?:saint|st\.)(?= )/g, "st")
    .replace(/['.]/g, "");
}

/** `hits[s]` are the hits of scan s; organisations among them get groups, short names are added. */
export function linkOrganisations(scans: readonly PageScan[], hits: readonly Hit[][]): void {
  const entries: [string, number][] = [];
  const names: { key: string; display: string; category: Hit["category"] }[] = [];
  const byKey = new Map<string, number>();
  scans.forEach((scan, s) => {
    const { text } = scan.clean;
    hits[s]!.forEach((hit, h) => {
      if (hit.detector !== ORGANISATIONS) return;
      const display = text.slice(hit.start, hit.end).replace(/\s+/g, " ");
      const key = organisationKey(display);
      let index = byKey.get(key);
      if (index === undefined) {
        index = names.length;
        byKey.set(key, index);
        names.push({ key, display, category: hit.category });
        if (hit.category !== "organisation") {
          const short = shortName(display);
          if (short !== null) entries.push([short, index]);
        }
      }
      const taught = ACRONYM.exec(text.slice(hit.end, hit.end + 12));
      if (taught !== null) entries.push([taught[1]!.toLowerCase(), index]);
      hits[s]![h] = { ...hit, group: `organisation:${key}`, groupName: names[index]!.display };
    });
  });
  if (entries.length === 0) return;
  const machine = automaton(entries);
  scans.forEach((scan, s) => {
    const { tokens } = scan;
    // "Harrow Lane Youth Project" is no Harrow Lane Academy.
    const whole = new Uint8Array(tokens.text.length);
    for (const { detector, start, end } of hits[s]!)
      if (detector === ORGANISATIONS) whole.fill(1, start, end);
    machine.scan(
      tokens.count,
      (i) => ((tokens.shape[i]! & (CAPITAL | UPPER)) === 0 ? null : tokens.lower(i)),
      (i) => tokens.starts[i + 1] === (tokens.ends[i] ?? 0) + 1,
      (payload, from, to) => {
        const start = tokens.starts[from]!;
        const end = tokens.ends[to - 1]!;
        if ((tokens.shape[from]! & HEADING) !== 0 || whole[start] === 1) return;
        const ambiguous = (tokens.known[from]! & (WORD | NOT_NAME | GIVEN | SURNAME)) !== 0;
        if (ambiguous && (tokens.shape[from]! & SENTENCE_START) !== 0) return;
        const name = names[payload]!;
        hits[s]!.push({
          start,
          end,
          category: name.category,
          identifier: "quasi",
          score: ambiguous ? 0.5 : 0.78,
          tier: ambiguous ? "check" : "suggested",
          detector: `${ORGANISATIONS}/short-name`,
          version: VERSION,
          why: `Short name of an organisation named elsewhere${ambiguous ? ", also an ordinary word or a name" : ""}`,
          group: `organisation:${name.key}`,
          groupName: name.display,
        });
      },
    );
  });
}

/** What is left of a school's or surgery's name without its general words; null where nothing telling is. */
function shortName(display: string): string | null {
  const tokens = tokenise(display);
  const kept: string[] = [];
  for (let i = 0; i < Math.min(tokens.count, 3); i++) {
    const word = tokens.lower(i);
    const known = tokens.known[i]!;
    if (/^(?:st|the|of)$/.test(word)) {
      if (word === "st") kept.push(word);
      else if (kept.length > 0) break;
      continue;
    }
    if ((known & WORD) !== 0 && (known & (PLACE | GIVEN)) === 0) break;
    kept.push(word);
  }
  // A town alone means the town, not its school.
  if (kept.length === 0 || kept.join(" ").length < 4) return null;
  if (kept.length === 1 && (tokens.known[0]! & PLACE) !== 0) return null;
  return kept[0] === "st" && kept.length === 1 ? null : kept.join(" ");
}
