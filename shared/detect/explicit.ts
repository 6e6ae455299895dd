// Passages that describe sexual abuse or grave injury explicitly: reviews abridge them, so they are flagged
// sentence by sentence. A flag waits for a look; it never covers text by itself.
import type { Hit, PageScan } from "./hit.ts";

const NAME = "explicit";
const VERSION = "2";

/** Words that say what was done, strong enough alone. */
const STRONG =
  /\b(?:penetrat(?:ed|ing|ion|ive)|digitally penetrat\w+|anal(?:ly)? (?:rape|penetrat\w+|intercourse|sex|tear\w*|injur\w+)|vaginal(?:ly)? (?:rape|penetrat\w+|intercourse|tear\w*|injur\w+|bleeding)|oral sex|oral rape|masturbat\w+|ejaculat\w+|erect(?:ion| penis)|penis|genitals?|genitalia|vagina|anus|semen|buggery|sodom\w+|fellatio|cunnilingus|bestiality|category a (?:images?|material)|indecent images? of (?:children|a child|the child|him|her))\b/gi;
/** What a child says of it in words of their own: a hand and where it went, what they were made to do. */
const TOLD =
  /\b(?:(?:put|puts|putting|slid|slides|stuck|sticks|pushed|pushes|reached|had) (?:his|her|their|a|the|it|something) ?(?:hands?|fingers?|thing|tongue|mouth|face|head)? ?(?:in|inside|into|up|down|under|between|on|over) (?:my|her|his|their|the (?:child|girl|boy|baby)'?s?) (?:pyjamas?|pants|knickers|trousers|shorts|underwear|underpants|nappy|nightie|nightdress|bra|top|skirt|dress|legs|privates?|private parts?|bits|bum|bottom|mouth|foof|minnie|minge|fanny|willy|chest|breasts?)|(?:makes?|made|making|forc(?:es|ed|ing)|gets?|got) (?:me|her|him|them|the (?:child|girl|boy)) (?:to )?(?:touch|suck|lick|kiss|rub|stroke|undress|strip)|(?:touch|rubb|strok|lick|kiss|suck|feel|grop)(?:e[ds]|ed|es|ing|s)? (?:my|her|his|their|the (?:child|girl|boy|baby)'s) (?:privates?|private parts?|bits|bum|foof|minnie|minge|fanny|willy|breasts?|boobs|chest)|(?:touched|touches|touching|hurt|hurts|licked) (?:me|her|him) (?:down there|down below|there in bed|in (?:my|her|his) private)|(?:took|pulled|pulls|takes) (?:down |off )?(?:my|her|his) (?:pants|knickers|underwear|pyjamas)(?: down| off)?|private parts? (?:against|in|into|inside|on) (?:me|my|her|his|him))\b/gi;
/** Words that need a second one in the sentence. */
const WEAK =
  /\b(?:rap(?:ed|e|ing)|sexual(?:ly)? (?:abus\w+|assault\w*|intercourse|act\w*|touch\w*)|touch(?:ed|ing)|lick(?:ed|ing)|naked|underwear|knickers|private parts|bottom|breasts?|kiss(?:ed|ing)|fondl\w+|groom(?:ed|ing)|photograph(?:ed|ing|s)|filmed|burn(?:ed|s|t)|scald\w*|bit(?:e|ten) marks?|strangl\w+|beat(?:en|ing)|whip\w*|blood|torn|tear)\b/gi;

export function findExplicit(scan: PageScan): Hit[] {
  const { text } = scan.clean;
  const hits: Hit[] = [];
  const put = (at: number, why: string) => {
    const [start, end] = sentenceAround(text, at);
    const last = hits[hits.length - 1];
    if (last !== undefined && start < last.end) return;
    hits.push({
      start,
      end,
      category: "explicit",
      identifier: "quasi",
      score: 0.2,
      tier: "check",
      detector: NAME,
      version: VERSION,
      why,
    });
  };
  const marks: { at: number; strong: boolean }[] = [];
  for (const match of text.matchAll(STRONG)) marks.push({ at: match.index, strong: true });
  for (const match of text.matchAll(TOLD)) marks.push({ at: match.index, strong: true });
  for (const match of text.matchAll(WEAK)) marks.push({ at: match.index, strong: false });
  marks.sort((a, b) => a.at - b.at);
  let weak: number[] = [];
  for (const mark of marks) {
    if (mark.strong) {
      put(mark.at, "Explicit description: consider abridging this sentence");
      continue;
    }
    weak = weak.filter((at) => mark.at - at < 160);
    weak.push(mark.at);
    const [start] = sentenceAround(text, mark.at);
    if (weak.filter((at) => at >= start).length >= 3)
      put(mark.at, "May describe abuse explicitly: consider abridging");
  }
  return hits;
}

function sentenceAround(text: string, at: number): [number, number] {
  const reach = 400;
  let start = at;
  while (start > 0 && at - start < reach && !/[.?!\n]/.test(text[start - 1]!)) start--;
  while (start < at && /\s/.test(text[start]!)) start++;
  let end = at;
  while (end < text.length && end - at < reach && !/[.?!\n]/.test(text[end]!)) end++;
  return [start, Math.min(text.length, end + (/[.?!]/.test(text[end] ?? "") ? 1 : 0))];
}
