// Short forms of a note that stand right before a name and are no part of it: "appt Sandra", "Sib Kacey", "ptnr
// Lorna", "Fwd: Caio". Neither the lists of names nor the tagger knows them for what they are. Reads one text.
import { isNote } from "./posts.ts";

/** Nobody is called so. */
const NOTES = new Set(
  "hi hiya hey hello ta cheers appt appts appnt apptmnt sib sibs bro sis ptnr prtnr ptner husb hubby nbr neighb neighbr mtg fwd fw unborn keyworker landlord landlady neighbour fta dna wnb nok adm disch prev ht dht senco dsl hca rmn cpn spr yot tel txt msg ref poss prob spk spoke rang rung texted emailed".split(
    " ",
  ),
);
/** What a hand in a hurry writes for mother and father; elsewhere somebody may be called so. */
const PARENTS = new Set(["mo", "fa"]);

/** Whether `word`, which stands before a name in `text`, is such a form. */
export function isBeforeName(word: string, text: string): boolean {
  const lower = word.toLowerCase();
  if (NOTES.has(lower)) return true;
  if (!PARENTS.has(lower)) return false;
  return word === lower || isNote(text);
}

/** `words`, from `start` of `text` on, less the short forms that they begin with; what stands alone stays. */
export function afterNotes(words: string, text: string): number {
  let cut = 0;
  for (;;) {
    const head = /^(\p{L}{2,9})[.:]?\s+(?=\p{L})/u.exec(words.slice(cut));
    if (head === null || !isBeforeName(head[1]!, text)) return cut;
    cut += head[0].length;
  }
}
