// Names that are ordinary words or nothing known, told by what is said of them: "a lad called Ghost", "they
// call him Tiny", and an unknown among names, "Mo, Tiny and Adil". Reads text around mentions found already.
import { NATIONALITY, NOT_NAME, TITLE, lexicon } from "../../lexicon/lexicon.ts";
import { KIN } from "../../lexicon/kin.ts";
import { isOfTheTrade } from "../../lexicon/trade.ts";
import type { Mention } from "./mention.ts";
import { isGeneral } from "./name-words.ts";

const WHO =
  "one|two|lads?|man|men|males?|boys?|girls?|wom[ae]n|females?|some(?:one|body)|friends?|person|people|guy|fella|bloke|chap|dealer|partner|boyfriend|girlfriend|child|children|kid|youth|mate|neighbour|uncle|cousin|him|her|himself|herself|themselves|them|me|he|she|they|who|there|is|was|are|were|and|also|sometimes|usually|just|always|locally";
const CALLED = new RegExp(
  `\\b(?:(?:${WHO}),? (?:called|named|nicknamed|known (?:locally |online |to \\w+ )?as|who goes by|goes by|going by|answers to)(?: the (?:street |nick)?name(?: of)?)?|(?:call(?:s|ed|ing)?|nicknamed) (?:him|her|them|me|himself|herself)|(?:street name|nickname|nicknamed|alias|a\\.?k\\.?a\\.?)(?: (?:is|was|of))?:?) ["“']?((?:Big |Little |Young |Old |Lil |Baby )?\\p{Lu}\\p{Ll}{2,14})(?![\\p{L}-])(?! \\p{Lu}\\p{Ll})`,
  "gu",
);
/** The same said the other way about, or to whoever asks: "Gruff", they call him. */
const SAID_OTHERWISE: readonly RegExp[] = [
  /(?<=\b(?:whom?|lads?|man|men|boys?|girls?|wom[ae]n|elder|friend|mate|someone|somebody|one) (?:he|she|they|everyone|everybody) )calls? ["“']?(\p{Lu}\p{Ll}{2,14})(?![\p{L}-])(?! \p{Lu}\p{Ll})/gu,
  /["“‘](\p{Lu}\p{Ll}{2,14}),?["”’],? (?:they|we|everyone|everybody|people|the (?:family|others|lads|girls)) calls? (?:him|her|them)\b/gu,
  /\b(?:gave|gives|giving|given) (?:(?:his|her|their|a|the) )?(?:false )?(?:sur|first |last |family )?name as ["“']?(\p{Lu}[\p{L}'’-]{2,20})/gu,
];
const SAID_BY_ALL =
  /^(?:The|This|That|His|Her|Mum|Mam|Mummy|Mom|Dad|Daddy|Nan|Nana|Nanny|Gran|Granny|Grandad|Baba|Papa|Mama|Miss|Sir|Police|God|Names?|Out|Back|Not|When|And|But|Over|Again|Child|Mother|Father|Sibling|Adult)$/;

/** "Hi Dec,": whoever a letter or a message begins with, be it a month or a flower. */
const GREETED =
  /(?:^|\n)[ \t>]{0,6}(?:Dear|Hi|Hiya|Hello|Hey|Thanks|Cheers|Morning|Afternoon),? (\p{Lu}\p{Ll}{1,14})(?=,|!|[ \t]*\n| [-–] )/gu;
/** "Known as: Cat", "Surname  Street": what stands in a field for a name is one. */
const IN_A_FIELD =
  /(?:^|[\n\t|])[ \t]{0,40}(?:(?:also |usually |better )?known as|likes to be called|preferred name|pet name|street name|nick ?name|alias(?:es)?|a\.?k\.?a\.?|first name|fore ?name|given name|surname|family name|maiden name|previous name)s?(?:[ \t]{0,12}[:|][ \t]{0,40}|[ \t]*\t[ \t]*| {3,12})["“']?(\p{Lu}[\p{L}'’-]{1,20})(?![\p{L}])/giu;
const EMPTY_FIELD =
  /^(?:none|nil|not|unknown|same|see|yes|no|n\/a|known|as|date|the|withheld|redacted|dob|address|surname|forename|first)$/i;
const NOBODY_GREETED =
  /^(?:All|Team|Everyone|Everybody|Both|There|Colleagues?|Sirs?|Madam|Chair(?:man)?|Doctor|Parents?|Carers?|Reader|Minister|Friends?|Again|Guys|Folks|Ladies|Editor|Panel|Board|Members|Professor|Director|Manager|Headteacher|Head|Officer|Councillors?|Judge|Judges|Lord|Lady|Nurse)$/;

function mayName(word: string): boolean {
  const lower = word.toLowerCase();
  const bits = lexicon().bits.get(lower) ?? 0;
  if ((bits & (NOT_NAME | TITLE | NATIONALITY)) !== 0) return false;
  return !SAID_BY_ALL.test(word) && !(lower in KIN) && !isGeneral(lower) && !isOfTheTrade(lower);
}

const single = (scan: number, start: number, name: string, why: string): Mention => ({
  scan,
  start,
  end: start + name.length,
  title: null,
  given: [],
  initials: [],
  surname: null,
  single: name.toLowerCase(),
  score: 0.7,
  why,
});

/** Mentions beside those in `mentions`, which must be sorted; `free` tells what no rule has taken. */
export function findCalled(
  text: string,
  scan: number,
  mentions: readonly Mention[],
  free: (start: number) => boolean,
): Mention[] {
  const found: Mention[] = [];
  const starts = new Set(mentions.map((m) => m.start));
  for (const match of text.matchAll(CALLED)) {
    const name = match[1]!;
    const start = match.index + match[0].length - name.length;
    if (mayName(name.split(" ").pop()!) && !starts.has(start) && free(start))
      found.push(single(scan, start, name, "Called by that name in the text"));
  }
  for (const pattern of SAID_OTHERWISE)
    for (const match of text.matchAll(pattern)) {
      const name = match[1]!;
      const start = match.index + match[0].indexOf(name, Math.max(0, match[0].search(/["“‘]/)));
      if (mayName(name) && !starts.has(start) && free(start))
        found.push(single(scan, start, name, "Called by that name in the text"));
    }
  for (const match of text.matchAll(GREETED)) {
    const name = match[1]!;
    const start = match.index + match[0].length - name.length;
    if (!NOBODY_GREETED.test(name) && !(name.toLowerCase() in KIN) && !starts.has(start))
      if (free(start)) found.push(single(scan, start, name, "Whoever is greeted"));
  }
  for (const match of text.matchAll(IN_A_FIELD)) {
    const name = match[1]!;
    const start = match.index + match[0].length - name.length;
    if (!/^\p{Lu}/u.test(name) || EMPTY_FIELD.test(name) || name.toLowerCase() in KIN) continue;
    if (!starts.has(start) && free(start))
      found.push(single(scan, start, name, "Stands in a field for a name"));
  }
  for (const one of found) starts.add(one.start);
  // Between two people of a list, a capital is a third.
  for (const mention of mentions) {
    if (mention.score < 0.6) continue;
    const between = /^, (\p{Lu}\p{Ll}{2,14})(?:, | and | & )/u.exec(
      text.slice(mention.end, mention.end + 24),
    );
    if (between === null || starts.has(mention.end + 2)) continue;
    if (!starts.has(mention.end + between[0].length) || !mayName(between[1]!)) continue;
    if (free(mention.end + 2))
      found.push(single(scan, mention.end + 2, between[1]!, "Stands in a list of people"));
  }
  return found;
}
