// Names that are not written given name first: what somebody goes by between the two names, and tables that put
// the surname before a comma. It joins mentions that were found apart; each function edits the list it is given.
import { GIVEN, NOT_NAME, SURNAME, WORD, lexicon } from "../../lexicon/lexicon.ts";
import type { Mention } from "./mention.ts";

const NICKNAME = /^ ["'“‘(]([\p{L}][\p{L}'-]{1,14}(?: [\p{L}'-]{2,12})?)["'”’)] $/u;

/** Ryan "Smiler" Boyle: a given name, what he goes by, a surname. */
export function nicknameWithin(text: string, mentions: Mention[]): void {
  for (let k = 0; k < mentions.length; k++) {
    const first = mentions[k]!;
    // "Mr Krzysztof "Chris" Zając": behind a title the given name looks like a surname.
    const own = first.single ?? (first.given.length === 0 ? first.surname : null);
    if ((own === null && first.surname !== null) || first.initials.length > 0) continue;
    // The nickname may have been found as somebody by itself.
    for (let j = k + 1; j <= k + 2 && j < mentions.length; j++) {
      const last = mentions[j]!;
      if (!NICKNAME.test(text.slice(first.end, last.start))) continue;
      const surname = last.single ?? (last.given.length === 0 ? last.surname : null);
      if (surname === null || last.title !== null) break;
      mentions.splice(k, j - k + 1, {
        ...first,
        end: last.end,
        given: own === null ? first.given : [own],
        surname,
        single: null,
        score: Math.max(first.score, last.score),
        why: "Given name, nickname and surname",
      });
      break;
    }
    const unlisted = own === null ? null : NICKNAMED.exec(text.slice(first.end, first.end + 44));
    if (unlisted === null || mentions[k] !== first) continue;
    const known = lexicon().bits.get(unlisted[1]!.toLowerCase()) ?? 0;
    if ((known & (WORD | NOT_NAME)) !== 0 && (known & SURNAME) === 0) continue;
    mentions[k] = {
      ...first,
      end: first.end + unlisted[0].length,
      given: [own!],
      surname: unlisted[1]!.toLowerCase(),
      single: null,
      why: "Given name, nickname and surname",
    };
  }
}
/** The same where no list knows the surname. */
const NICKNAMED = /^ ["'“‘][\p{L}][\p{L}'-]{1,14}["'”’] (\p{Lu}[\p{L}'-]{2,20})(?![\p{L}-])/u;

/** "HENSHAW, Ruby Mae": a surname, a comma, then given names, as tables write it. */
export function surnameFirst(text: string, mentions: Mention[]): void {
  for (let k = 0; k + 1 < mentions.length; k++) {
    const surname = mentions[k]!;
    const given = mentions[k + 1]!;
    if (surname.single === null || surname.title !== null || given.title !== null) continue;
    if (text.slice(surname.end, given.start) !== ", ") continue;
    const upper = text.slice(surname.start, surname.end);
    if (
      upper !== upper.toUpperCase() &&
      !/(?:^|\n)\s*$/.test(text.slice(Math.max(0, surname.start - 6), surname.start))
    )
      continue;
    if (
      upper !== upper.toUpperCase() &&
      isSpokenTo(surname.single, text.slice(given.end, given.end + 4))
    )
      continue;
    const names = [
      ...given.given,
      ...(given.surname === null ? [] : [given.surname]),
      ...(given.single === null ? [] : [given.single]),
    ];
    if (names.length === 0) continue;
    mentions.splice(k, 2, {
      ...given,
      start: surname.start,
      given: names,
      initials: [],
      surname: surname.single,
      single: null,
      score: 0.95,
      why: "Surname and given name",
    });
  }
}

/** "Alan, Emilie rang": a given name and a comma, with a sentence behind it. */
function isSpokenTo(name: string, behind: string): boolean {
  const bits = lexicon().bits.get(name) ?? 0;
  if ((bits & GIVEN) === 0) return false;
  return (bits & SURNAME) === 0 || /^(?:['’]s)? [a-z]/.test(behind);
}

const GIVEN_AFTER = /^, ([A-Z][a-z]+(?:['-][A-Z]?[a-z]+)?(?: [A-Z][a-z]+)?)(?=[\s,;:()[\]]|$)/;

const INITIAL_AFTER = /^, ([A-Z])(?=\.?(?:[\s;:()[\]]|$))/;

/** The same where the given name is one that no list knows: "PATEL, Anoushka". */
export function unknownGiven(
  text: string,
  mentions: Mention[],
  taken: (at: number) => boolean,
): void {
  mentions.forEach((mention, k) => {
    if (mention.single === null || mention.title !== null || mention.score < 0.35) return;
    const upper = text.slice(mention.start, mention.end);
    if (upper.length < 3 || upper !== upper.toUpperCase()) return;
    const initial = INITIAL_AFTER.exec(text.slice(mention.end, mention.end + 6))?.[1];
    if (initial !== undefined && upper.length > 3) {
      mentions[k] = {
        ...mention,
        end: mention.end + 2 + initial.length,
        initials: [initial.toLowerCase()],
        surname: mention.single,
        single: null,
        score: 0.8,
        why: "A surname in capitals and an initial",
      };
      return;
    }
    if (mention.score < 0.5) return;
    const given = GIVEN_AFTER.exec(text.slice(mention.end, mention.end + 40));
    if (given === null || taken(mention.end + 2)) return;
    mentions[k] = {
      ...mention,
      end: mention.end + given[0].length,
      given: given[1]!.toLowerCase().split(" "),
      surname: mention.single,
      single: null,
      score: 0.9,
      why: "Surname and given name",
    };
  });
}
