// Ties every place that names a known person to that person, over all documents at once: the mentions
// found by reading, and whatever else the automaton and the misspelling index find by knowing who is meant.
// A place that could mean two people goes to the likelier one and says so.
import type { PageScan } from "../../hit.ts";
import { CAPITAL, INITIAL, LOWER, UPPER, type Tokens } from "../../text/tokens.ts";
import type { TaggedSpan } from "../../tagged-span.ts";
import { formsOf, type Form } from "../register/aliases.ts";
import { strengthened } from "./evidence.ts";
import { automaton } from "./automaton.ts";
import type { Mention } from "../mentions/mention.ts";
import { misspellingIndex } from "../register/misspelt.ts";
import { fromForm, fromMisspelling, fromParts, joins, type Naming } from "../register/naming.ts";
import type { Person } from "../register/person.ts";
import type { Register } from "../register/register.ts";

/** Before a surname that is also a town these say that the town is meant. */
const LOCATIVE = new Set("in at near from to around outside towards via into".split(" "));

/** A single name-like word that makes nobody is still worth a look above this. */
const LOOSE = 0.4;

export function link(
  scans: readonly PageScan[],
  mentions: readonly Mention[],
  register: Register,
  taken: readonly Uint8Array[],
  tags: readonly (readonly TaggedSpan[])[] = [],
): { namings: Naming[]; loose: Mention[] } {
  const loose: Mention[] = [];
  const forms = formsOf(register.people);
  const machine = automaton(forms.map((form, i) => [form.text, i] as const));
  const words = new Set<string>();
  for (const form of forms)
    if (!form.text.includes(" ") && (form.kind === "given" || form.kind === "surname"))
      words.add(form.text);
  const byWord = new Map(forms.map((form) => [form.text, form] as const));
  const misspelt = misspellingIndex(words);
  const byScan = new Map<number, number[]>();
  mentions.forEach((m, i) => {
    const list = byScan.get(m.scan);
    if (list === undefined) byScan.set(m.scan, [i]);
    else list.push(i);
  });
  const namings: Naming[] = [];
  const last = new Map<Person, number>();
  let clock = 0;
  scans.forEach((scan, s) => {
    const { tokens } = scan;
    const covered = new Uint8Array(tokens.text.length);
    const here: Naming[] = [];
    const candidates: { form: Form; from: number; to: number }[] = [];
    machine.scan(
      tokens.count,
      (i) =>
        (tokens.shape[i]! & (CAPITAL | UPPER | INITIAL | LOWER)) !== 0 ? tokens.lower(i) : null,
      (i) => joins(tokens, i),
      (payload, from, to) => candidates.push({ form: forms[payload]!, from, to }),
    );
    const broken = overLines(tokens, candidates);
    for (const i of byScan.get(s) ?? []) {
      const mention = mentions[i]!;
      const meaning = register.meanings[i];
      if (!meaning) {
        if (mention.score >= LOOSE) loose.push({ ...mention, scan: s });
        continue;
      }
      if (broken(mention)) continue;
      covered.fill(1, mention.start, mention.end);
      here.push(fromMention(mention, meaning.person, meaning.others));
    }
    candidates.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
    const found: Naming[] = [];
    for (const { form, from, to } of candidates) {
      const start = tokens.starts[from]!;
      const end = tokens.ends[to - 1]!;
      if (covered[start] === 1 || covered[end - 1] === 1 || taken[s]![from] === 1) continue;
      if (taken[s]![from] !== 0 && (from === 0 || LOCATIVE.has(tokens.lower(from - 1)))) continue;
      const naming = fromForm(tokens, form, from, to, s, last);
      if (naming === null) continue;
      covered.fill(1, naming.start, naming.end);
      found.push(naming);
    }
    for (let i = 0; i < tokens.count; i++) {
      if ((tokens.shape[i]! & CAPITAL) === 0 || covered[tokens.starts[i]!] === 1) continue;
      if (taken[s]![i] !== 0) continue;
      const naming =
        fromParts(tokens, i, s, byWord) ?? fromMisspelling(tokens, i, s, misspelt, byWord);
      if (naming === null) continue;
      covered.fill(1, naming.start, naming.end);
      found.push(naming);
    }
    for (const naming of found) here.push(naming);
    here.sort((a, b) => a.start - b.start);
    for (const naming of here) {
      last.set(naming.person, ++clock);
      namings.push(naming);
    }
  });
  return { namings: strengthened(namings, scans, tags), loose };
}

/** "Robert" at the end of a cell's line and "Kinsella" on the next are half a name each, once the whole is known. */
function overLines(
  tokens: Tokens,
  candidates: readonly { readonly form: Form; readonly from: number; readonly to: number }[],
): (mention: Mention) => boolean {
  const spans = candidates
    .filter(({ form, from, to }) => form.kind === "full" && to - from > 1)
    .map(({ from, to }) => ({ start: tokens.starts[from]!, end: tokens.ends[to - 1]! }))
    .filter(({ start, end }) => tokens.text.slice(start, end).includes("\n"))
    .sort((a, b) => a.start - b.start);
  let next = 0;
  return (mention) => {
    while (next < spans.length && spans[next]!.end <= mention.start) next++;
    const span = spans[next];
    if (span === undefined || span.start >= mention.end) return false;
    // "JONES, Sarah" is whole by itself, whatever the next line begins with; "Caleb James" above "Whitlock" is not.
    const whole = mention.given.length > 0 && mention.surname !== null;
    if (whole && (span.start > mention.start || span.end < mention.end)) return false;
    return span.end > mention.end || span.start < mention.start;
  };
}

function fromMention(m: Mention, person: Person, others: readonly Person[]): Naming {
  return {
    scan: m.scan,
    start: m.start,
    end: m.end,
    person,
    others,
    score: m.score,
    sure: m.score >= 0.6,
    why: m.why,
  };
}
