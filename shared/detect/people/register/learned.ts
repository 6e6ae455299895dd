// Aliases that the text itself teaches: "Kelly-Anne Whitlock (KW)", "known as Kel", "née Barnes",
// "also known as the Duke". Each is tied to the mention beside it; nothing is guessed from far away.
import { GIVEN, NOT_NAME, TITLE, WORD, lexicon } from "../../lexicon/lexicon.ts";
import type { Tokens } from "../../text/tokens.ts";
import type { Mention } from "../mentions/mention.ts";

export interface Learned {
  /** Index into the mentions given. */
  readonly mention: number;
  /** Lower case, words joined by one space. */
  readonly alias: string;
  /** Span of the alias as it stands. */
  readonly start: number;
  readonly end: number;
  /** A former or maiden surname rather than a whole name. */
  readonly surname: boolean;
}

const NAME = "[A-Z][\\p{L}'’-]*(?: [A-Z][\\p{L}'’-]*){0,2}";
const CALLED =
  "(?:also )?(?:known (?:locally |at home |to (?:friends|family|services) )?(?:as|by)|a\\.?k\\.?a\\.?|called|nicknamed|referred to (?:here |throughout |below |hereafter )?as|hereafter|hereinafter|henceforth|alias|goes by(?: the name(?: of)?)?|preferred name(?: is)?|who uses the name|(?:who )?(?:now )?(?:lives as|uses the name)|now (?:known as|called|goes by)|(?:has |had )?changed (?:his|her|their) name to|formerly(?: known as)?|previously(?: known as)?|born|n[ée]e)";
const AFTER = new RegExp(
  `^(?:,? \\((?:(${CALLED}):? )?["']?(${NAME})["']?\\)|,? (?:who (?:is|was) |was |is )?(${CALLED}) ["']?(${NAME})["']?)`,
  "u",
);
/** "Donna Price, later Donna Kemp": one given name, another surname. */
const RENAMED =
  /^,? \(?(?:later|now|then|subsequently|afterwards|formerly|previously|once|also|or|aka|a\.k\.a\.|n[ée]e)(?: known as| called| as)?:? (?:Mrs |Ms |Miss |Mr )?([A-Z][\p{L}'’-]+) ([A-Z][\p{L}'’-]+)/u;
const QUOTED = /["'(]([A-Z][\p{L}-]{1,14})["')]/u;

export function learnAliases(tokens: Tokens, mentions: readonly Mention[]): Learned[] {
  const learned: Learned[] = [];
  const { text } = tokens;
  mentions.forEach((mention, index) => {
    const tail = text.slice(mention.end, mention.end + 90);
    const renamed = RENAMED.exec(tail);
    const match = AFTER.exec(tail);
    if (renamed !== null && renamed[1]!.toLowerCase() === mention.given[0]) {
      const start = mention.end + renamed[0].length - renamed[2]!.length;
      learned.push({
        mention: index,
        alias: renamed[2]!.toLowerCase().replaceAll("’", "'"),
        start,
        end: start + renamed[2]!.length,
        surname: true,
      });
    } else if (match !== null) {
      const bracketed = match[2] !== undefined;
      const raw = (match[2] ?? match[4])!;
      const how = (match[1] ?? match[3] ?? "").toLowerCase();
      const title = ((lexicon().bits.get(raw.toLowerCase()) ?? 0) & TITLE) !== 0;
      if (title) return;
      if (!bracketed || how !== "" || isInitialsOf(raw, mention) || isShort(raw)) {
        const start = mention.end + match[0].lastIndexOf(raw);
        learned.push({
          mention: index,
          alias: raw.toLowerCase().replaceAll("’", "'"),
          start,
          end: start + raw.length,
          surname: /^(?:formerly|previously|born|n[ée]e)/.test(how) && !raw.includes(" "),
        });
      }
    }
    // Kelly-Anne "Kel" Whitlock
    const inside = QUOTED.exec(text.slice(mention.start, mention.end + 24));
    const within = inside !== null && mention.start + inside.index < mention.end;
    if (inside !== null && mention.given.length > 0 && (mention.surname === null || within)) {
      const start = mention.start + inside.index + 1;
      learned.push({
        mention: index,
        alias: inside[1]!.toLowerCase(),
        start,
        end: start + inside[1]!.length,
        surname: false,
      });
    }
  });
  return learned;
}

/** "(KW)" after Kelly-Anne Whitlock; "(SJ)". */
function isInitialsOf(raw: string, mention: Mention): boolean {
  if (!/^[A-Z]{2,4}$/.test(raw)) return false;
  const letters = [...mention.given, ...mention.initials, mention.surname ?? ""]
    .flatMap((name) => name.split(/[ -]/))
    .map((name) => name[0] ?? "")
    .join("");
  return letters.startsWith(raw.toLowerCase()[0]!) && letters.includes(raw.toLowerCase().slice(-1));
}

/** A single capitalised word in brackets right after a full name is what they go by. */
const ROLE =
  /^(?:Mother|Father|Child|Sibling|Partner|Chair|Author|Police|Health|Social|School|Nurse|Manager|Head|Teacher|Director|Independent|Designated|Named|Consultant|Apologies|Deputy|Minutes|Senior|Lead|GP|SW|HV|MGM|MGF|PGM|PGF|IRO|CPN|DSL|DC|DS|PC|Agreed|Yes|No|Age|Aged|The)$/;
function isShort(raw: string): boolean {
  if (!/^[A-Z][a-z]{1,9}$/.test(raw) || ROLE.test(raw)) return false;
  const known = lexicon().bits.get(raw.toLowerCase()) ?? 0;
  return (known & (WORD | NOT_NAME)) === 0 || ((known & GIVEN) !== 0 && raw.length > 3);
}
