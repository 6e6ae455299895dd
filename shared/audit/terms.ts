// Keeps the case's terms out of what people type: labels, notes, reasons, comments. Pure.
// A term is a whole detail (a name, an address, a number); a name's parts count too where they are
// written like a name. The scan shows the term to the person at the keyboard and to nobody else.
import { normaliseForTerms, tokensOf, type Token } from "./term-tokens.ts";

export interface TermSource {
  readonly text: string;
  /** A person's name: its parts are terms as well. */
  readonly name: boolean;
}

/** Words that stand in names or labels without naming anyone. */
const HARMLESS = new Set(
  (
    "mr mrs ms miss dr prof professor sir lady child mother father parent partner sibling brother sister " +
    "baby aunt uncle grandmother grandfather half step great daughter husband wife cousin niece nephew neighbour gp nurse doctor social worker health visitor midwife " +
    "police officer teacher school nursery hospital surgery the and of for a an in at on to by st saint " +
    "road street lane avenue close house council city county family member person professional " +
    "january february march july september october november december monday tuesday wednesday thursday " +
    "friday saturday sunday spring summer autumn winter easter christmas early mid late"
  ).split(" "),
);
/** Forenames and surnames that begin sentences or name months: a part counts only inside a sentence. */
const ALSO_WORDS = new Set(
  "will mark grace hope faith joy may june april august rose rob bill frank jack pat sue grant dean bath reading long young white black brown green king price day".split(
    " ",
  ),
);
/** Names that are months or days: beside a number, or after one of these words, they tell a time. */
const TIMES = new Set("may june april august day".split(" "));
const BEFORE_TIME = new Set(
  "early mid late in of since until by during from to spring summer".split(" "),
);
const LONGEST = 12;
/** A year beside a name ("Marsh 2008", a handle) is in every generalised date. */
const SHORT_NUMBER = /^\d{1,4}$/u;

export class TermIndex {
  readonly #whole = new Map<string, string>();
  readonly #parts = new Map<string, string>();
  readonly #added = new Set<string>();

  constructor(sources: Iterable<TermSource>) {
    for (const source of sources) this.add(source);
  }

  get size(): number {
    return this.#whole.size + this.#parts.size;
  }

  add({ text, name }: TermSource): void {
    const source = `${name ? "n" : "t"}${text}`;
    if (this.#added.has(source)) return;
    this.#added.add(source);
    const tokens = tokensOf(text);
    const meaning = tokens.filter((t) => !HARMLESS.has(t.key));
    if (meaning.length === 0) return;
    // A year or an age names nobody on its own, and generalised dates are full of them.
    if (meaning.every((t) => /^\d+$/u.test(t.key)) && keyOf(meaning).length < 6) return;
    const key = keyOf(tokens);
    const enough = tokens.length > 1 || key.length >= 3 || /^\p{Lu}{2}$/u.test(text.trim());
    if (enough && !(name && tokens.length === 1)) this.#whole.set(key, text.trim());
    if (!name) return;
    for (const t of meaning)
      if (t.key.length >= 3 && !SHORT_NUMBER.test(t.key)) this.#parts.set(t.key, t.text);
  }

  /** The first term of the case found in `typed`, as it was typed; undefined where there is none. */
  find(typed: string): string | undefined {
    const tokens = tokensOf(typed);
    for (let i = 0; i < tokens.length; i++) {
      let key = "";
      for (let j = i; j < Math.min(tokens.length, i + LONGEST); j++) {
        key = key === "" ? tokens[j]!.key : `${key} ${tokens[j]!.key}`;
        if (this.#whole.has(key)) return typed.slice(tokens[i]!.start, tokens[j]!.end);
      }
      if (tellsTime(tokens, i)) continue;
      if (this.#isPart(tokens[i]!, i === 0 || tokens[i]!.startsSentence)) return tokens[i]!.text;
    }
    // Spaced, dotted or run together: "S m i t h", "0 7 7 0 0"; only for terms long enough to mean it.
    const squeezed = normaliseForTerms(typed).replaceAll(/[^\p{L}\p{N}]/gu, "");
    for (const [key, text] of this.#whole) {
      const bare = key.replaceAll(" ", "");
      if (bare.length >= 7 && squeezed.includes(bare)) return text;
    }
    return undefined;
  }

  #isPart(token: Token, first: boolean): boolean {
    if (!this.#parts.has(token.key)) return false;
    if (!ALSO_WORDS.has(token.key)) return true;
    return !first && /^\p{Lu}/u.test(token.text);
  }
}

const number = (t: Token | undefined): boolean => t !== undefined && /^\d/u.test(t.key);

/** "late June 2010" generalises a date; "June" on its own may be a grandmother. */
function tellsTime(tokens: readonly Token[], i: number): boolean {
  if (!TIMES.has(tokens[i]!.key)) return false;
  const before = tokens[i - 1];
  return (
    number(tokens[i + 1]) || number(before) || (before !== undefined && BEFORE_TIME.has(before.key))
  );
}

function keyOf(tokens: readonly Token[]): string {
  return tokens.map((t) => t.key).join(" ");
}
