// "Will and Grace Faircloth": a given name that is also a word has the surname of whom it is coupled with, so that
// "Will" alone is known further on. A name that is no word stands for itself already and is left as it is.
import { GIVEN, NOT_NAME, WORD, lexicon } from "../../lexicon/lexicon.ts";
import type { Mention } from "./mention.ts";

const COUPLED = /(?:^|\s)(\p{Lu}\p{Ll}{2,14}) (?:and|&) $/u;

/** `mentions` in order of start; they are changed in place. */
export function coupled(text: string, scan: number, mentions: Mention[]): void {
  const all: Mention[] = [];
  for (const next of mentions) {
    const first = coupledWith(text, scan, next);
    const last = all[all.length - 1];
    if (first !== null) {
      if (last === undefined || last.end <= first.start) all.push(first);
      else if (last.start === first.start && last.single === first.given[0])
        all[all.length - 1] = first;
    }
    all.push(next);
  }
  for (let i = 0; i < all.length; i++) mentions[i] = all[i]!;
}

function coupledWith(text: string, scan: number, next: Mention): Mention | null {
  if (next.surname === null || next.given.length === 0 || next.title !== null) return null;
  const before = COUPLED.exec(text.slice(Math.max(0, next.start - 24), next.start));
  if (before === null) return null;
  const name = before[1]!.toLowerCase();
  const bits = lexicon().bits.get(name) ?? 0;
  if ((bits & GIVEN) === 0 || (bits & (WORD | NOT_NAME)) === 0) return null;
  const start = next.start - before[0].trimStart().length;
  return {
    scan,
    start,
    end: start + name.length,
    title: null,
    given: [name],
    initials: [],
    surname: next.surname,
    single: null,
    score: 0.85,
    why: "Given name beside one whose surname it shares",
  };
}
