// Short forms that stand for a post or a note and never for somebody, though they look like initials: "OM: Saskia
// Whitelam", "S/N not happy", and "Mo" for mother in a health visitor's hand. Reads one page.
import { UPPER, type Tokens } from "../../text/tokens.ts";

const POST =
  /(?<=(?<![\p{L}\p{N}./-])(\p{Lu}{2,4})): {1,3}(?:(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|DS|PS|Cllr|Rev)\.? )?(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?) (?:\p{Lu}\.? )?(\p{Lu}['’]?\p{L}+(?:-\p{Lu}\p{Ll}+)?)(?=[ \t]*(?:[\n,;|(.\t]|$))/gu;

/** The capitals that a page writes before somebody's name as their post; "KS: Karen Smith" are initials. */
export function postsOf(text: string): ReadonlySet<string> {
  const posts = new Set<string>();
  const initials = new Set<string>();
  for (const [, post, given, surname] of text.matchAll(POST)) {
    const own = `${given![0]}${surname![0]}`;
    if (post!.startsWith(own[0]!) && post!.endsWith(own[1]!)) initials.add(post!);
    else posts.add(post!);
  }
  for (const own of initials) posts.delete(own);
  return posts;
}

/** "S/N", "A/L", "H/V", "T/c", "H/officer": letters that a stroke joins to a note's short form. */
const STROKES =
  /^(?:[SH]\/N|S\/G|H\/V|A\/L|T\/C|S\/[WISLC]|O\/[DETN]|N\/[AKRFS]|C\/[OPSFB]|W\/[ECU]|B\/[FPO]|G\/[FM]|P\/[CN]|D\/[CWNVH]|F\/[UTH]|R\/[VAT]|H\/[TO]|A\/[NEW]|M\/[WHF]|T\/[LAO]|Y\/[OP]|I\/[CP]|E\/[SD]|V\/[MC]|L\/[AM])$/i;

/** Whether a lone letter at `start` is half of such a form. */
export function isStroke(text: string, start: number, end: number): boolean {
  if (end - start !== 1) return false;
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 6);
  if (/^\/[a-z]{3}/.test(after) && !/[\p{L}\p{N}]$/u.test(before)) return true;
  if (/^\/\p{L}(?!\p{L})/u.test(after) && !/[\p{L}\p{N}/]$/u.test(before))
    return STROKES.test(text.slice(start, end + 2));
  if (/(?<![\p{L}\p{N}])\p{L}\/$/u.test(text.slice(Math.max(0, start - 3), start)))
    return STROKES.test(text.slice(start - 2, end)) && !/^\p{L}/u.test(after);
  return false;
}

const SHORTHAND =
  /\b(?:HV|NBV|NFA|T\/[Cc]|DNA|Wt|EPDS|CIN|CP|SW|GP|Fa|MGM|PGM|MGF|[Hh]x|Rx|UTA|b\/f|wk|wks|appt|ref)\b/g;
/** So many different short forms make a page a note. */
const NOTE = 3;

/** Reads a text once, however often it is asked of it in turn. */
function onceAText<T>(read: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly told: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, told: read(text) };
    return last.told;
  };
}

/** Whether a text is written in short forms. */
export const isNote = onceAText((text) => new Set(text.match(SHORTHAND) ?? []).size >= NOTE);

/** Whether somebody of a text may be called "Mo". */
const mayBeMo = onceAText((text) =>
  /\bMo \p{Lu}\p{Ll}|\bM(?:oh|uh|aur|oss?es|ona|olly)\p{Ll}+|["“'‘(]Mo["”'’)]/u.test(text),
);

/** Whether "Mo" at token `i` is the mother of a note rather than somebody called so. */
function isMother(tokens: Tokens, i: number): boolean {
  if (tokens.lower(i) !== "mo" || (tokens.shape[i]! & UPPER) !== 0) return false;
  return !mayBeMo(tokens.text) && isNote(tokens.text);
}

/** Whether token `i` by itself is short for a post or stands in every note. */
export const isShort = (tokens: Tokens, i: number, posts: ReadonlySet<string>): boolean =>
  posts.has(tokens.word(i)) ||
  isMother(tokens, i) ||
  isStroke(tokens.text, tokens.starts[i]!, tokens.ends[i]!);
