// The rank before a name belongs to its place: "T/DCI Naz Ilyas", "DC 4471 Bhogal", "SO Tranmere". Left beside a
// label it would say twice what somebody is, and with its number who. It widens claims, it never makes one.
import type { Hit } from "../../hit.ts";

const RANK =
  /(?<![\p{L}\p{N}/])((?:[AT]\/|Acting |Temp(?:orary)? |Duty )?(?:DC[IS]|D?Supt|D?Sgt|D?Insp|PCSO|W?PC|D[CSI]|PS|CI|SO|CM|CSO|Gov(?:ernor|r)?|Off?(?:cr)?|Spr|Watch Cdr|S\/N|HCA|ST\d)\.?(?:,? (?:no\.? )?\d{2,6})?,? )$/u;
/** Before a rank that the name's own place begins with. */
const ACTING = /(?<![\p{L}\p{N}/])([AT]\/)$/u;
const LONGEST = 32;

export function ranked(hit: Hit, text: string): Hit {
  if (hit.category !== "person") return hit;
  const head = text.slice(Math.max(0, hit.start - LONGEST), hit.start);
  const before = (RANK.exec(head) ?? ACTING.exec(head))?.[1];
  // "SO JANE LEFT": in a line of capitals a small word is one.
  if (
    before === undefined ||
    (before.startsWith("SO ") && SHOUTED.test(text.slice(hit.start, hit.end)))
  )
    return hit;
  return { ...hit, start: hit.start - before.length };
}
const SHOUTED = /^[^\p{Ll}]+$/u;
