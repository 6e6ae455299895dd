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

/** "van der Velde", "ap Rhys" */
const SMALL = "(?:(?:van|von|de|der|den|ten|ter|la|le|di|da|dos|el|al|ap|bin) ){0,2}";
const NAME = SMALL + "[A-Z][\\p{L}'’-]*(?<!['’])(?: [A-Z][\\p{L}'’-]*(?<!['’])){0,2}";
const CALLED =
  "(?:also )?(?:(?:known|recorded) (?:locally |(?:at|by|in|on|to|within) (?:[a-z]+ ){1,3})?(?:as|by)|a\\.?k\\.?a\\.?|called|nicknamed|referred to (?:here |throughout |below |hereafter )?as|hereafter|hereinafter|henceforth|alias|goes by(?: the name(?: of)?)?|preferred name(?: is)?|who uses the name|(?:who )?(?:now )?(?:lives as|uses the name)|(?:now|later)(?: known as| called| goes by)?|(?:has |had )?changed (?:his|her|their) name to|formerly(?: known as)?|previously(?: known as)?|born|n[ée]e)";
const AFTER = new RegExp(
  `^(?:,? \\((?:(${CALLED}):? )?["']?(${NAME})["']?\\)|,? \\(?(?:who (?:is|was) |was |is )?(${CALLED}):? ["']?(${NAME})["']?\\)?)`,
  "u",
);
/** "Donna Price, later Donna Kemp": one given name, another surname. */
const RENAMED =
  /^,? \(?(?:later|now|then|subsequently|afterwards|formerly|previously|once|also|or|aka|a\.k\.a\.|n[ée]e)(?: known as| called| as)?:? (?:Mrs |Ms |Miss |Mr )?([A-Z][\p{L}'’-]+) ([A-Z][\p{L}'’-]+)/u;
/** "Jade has since married and is now Mrs Jade Nowak" */
const MARRIED =
  /^[^.\n]{0,24}\b(?:re-?)?married\b[^.\n]{0,40}? (?:Mrs |Ms )?([A-Z][\p{L}'’-]+) ([A-Z][\p{L}'’-]+)/u;
const QUOTED = /["'(]([A-Z][\p{L}-]{1,14})["')]/u;

/** A form's own line for it: "Known as: TJ", "Maiden name: Oakes". */
const FIELD = new RegExp(
  `^[ \\t]*[\\t\\n|][ \\t|]*(?:([Mm]aiden|[Ff]ormer|[Pp]revious) (?:sur)?names?|(?:[Aa]lso )?[Kk]nown as|[Aa]lias(?:es)?|AKA|[Pp]referred name|[Nn]ickname)[ \\t]*:[ \\t]*["']?(${NAME})["']?(?=[ \\t]*(?:[\\n\\t,;|]|$))`,
  "u",
);
/** "(also known as Petra Loy and Dot)" */
const AND = new RegExp(`^(?:,|,? (?:and|or|&)) ["']?(${NAME})["']?(?=\\))`, "u");
/** A name may be followed by this many others: "Kelly-Anne Whitlock (KW), née Prosser". */
const MOST = 3;

export function learnAliases(tokens: Tokens, mentions: readonly Mention[]): Learned[] {
  const learned: Learned[] = [];
  const { text } = tokens;
  mentions.forEach((mention, index) => {
    const learn = (raw: string, end: number, surname: boolean) =>
      learned.push({
        mention: index,
        alias: raw.toLowerCase().replaceAll("’", "'"),
        start: end - raw.length,
        end,
        surname: surname && !/ /.test(raw.replace(new RegExp(`^${SMALL}`), "")),
      });
    const married =
      mention.single === null ? null : marriage(text.slice(mention.end, mention.end + 90));
    if (married !== null && married[1]!.toLowerCase() === mention.single) {
      const [, , raw = ""] = married;
      const who = mentions.findIndex(
        ({ given, surname }) =>
          given[0] === mention.single && surname !== null && surname !== raw.toLowerCase(),
      );
      const end = mention.end + married[0].length;
      if (who >= 0)
        learned.push({
          mention: who,
          alias: raw.toLowerCase(),
          start: end - raw.length,
          end,
          surname: true,
        });
    }
    for (let at = mention.end, n = 0; n < MOST; n++) {
      const next = afterName(text.slice(at, at + 90), mention, n > 0);
      if (next === null) break;
      learn(next.raw, at + next.end, next.surname);
      at += next.length;
    }
    // Kelly-Anne "Kel" Whitlock
    const inside = QUOTED.exec(text.slice(mention.start, mention.end + 24));
    const within = inside !== null && mention.start + inside.index < mention.end;
    if (inside !== null && mention.given.length > 0 && (mention.surname === null || within))
      learn(inside[1]!, mention.start + inside.index + 1 + inside[1]!.length, false);
  });
  return learned;
}

interface Said {
  readonly raw: string;
  /** Counted from where the text behind the name begins. */
  readonly end: number;
  readonly surname: boolean;
  /** How much of that text is read. */
  readonly length: number;
}

const marriage = (tail: string): RegExpExecArray | null =>
  tail.includes("married") ? MARRIED.exec(tail) : null;

/** What the text right behind a name says of another; null where it says nothing. */
function afterName(tail: string, mention: Mention, again: boolean): Said | null {
  const renamed = RENAMED.exec(tail) ?? marriage(tail);
  if (renamed !== null && renamed[1]!.toLowerCase() === mention.given[0])
    return said(renamed[2]!, renamed[0], true);
  const field = FIELD.exec(tail);
  if (field !== null) return said(field[2]!, field[0], field[1] !== undefined);
  const more = again ? AND.exec(tail) : null;
  if (more !== null) return said(more[1]!, more[0], false);
  const match = AFTER.exec(tail);
  if (match === null) return null;
  const raw = (match[2] ?? match[4])!;
  const how = (match[1] ?? match[3] ?? "").toLowerCase();
  if (((lexicon().bits.get(raw.toLowerCase()) ?? 0) & TITLE) !== 0) return null;
  if (match[2] !== undefined && how === "" && !isInitialsOf(raw, mention) && !isShort(raw))
    return null;
  const surname = /^(?:formerly|previously|born|n[ée]e|now$|later$)/.test(how);
  return said(raw, match[0], surname);
}

const said = (raw: string, whole: string, surname: boolean): Said => ({
  raw,
  end: whole.lastIndexOf(raw) + raw.length,
  surname,
  length: whole.length,
});

/** "(KW)" after Kelly-Anne Whitlock; "(SJ)". */
function isInitialsOf(raw: string, mention: Mention): boolean {
  if (!/^[A-Z]{2,4}$|^[A-Z]{1,3}-[A-Z]$/.test(raw)) return false;
  const letters = [...mention.given, ...mention.initials, mention.surname ?? ""]
    .flatMap((name) => name.split(/[ -]/))
    .map((name) => name[0] ?? "")
    .join("");
  return letters.startsWith(raw.toLowerCase()[0]!) && letters.includes(raw.toLowerCase().slice(-1));
}

/** A single capitalised word in brackets right after a full name is what they go by. */
const ROLE =
  /^(?:Mother|Father|Child|Sibling|Partner|Chair|Author|Police|Health|Social|School|Nurse|Manager|Head|Teacher|Director|Independent|Designated|Named|Consultant|Apologies|Deputy|Minutes|Senior|Lead|GP|SW|HV|MGM|MGF|PGM|PGF|IRO|CPN|DSL|DC|DS|PC|Agreed|Rec|Yes|No|Age|Aged|The)$/;
function isShort(raw: string): boolean {
  if (!/^[A-Z][a-z]{1,9}$/.test(raw) || ROLE.test(raw)) return false;
  const known = lexicon().bits.get(raw.toLowerCase()) ?? 0;
  return (known & (WORD | NOT_NAME)) === 0 || ((known & GIVEN) !== 0 && raw.length > 3);
}
