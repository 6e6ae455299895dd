// Cuts typed words and terms into comparable tokens: case, accents, apostrophes, look-alike spaces and
// zero-width characters make no difference; a possessive 's is dropped. Pure.

export interface Token {
  readonly text: string;
  /** What is compared. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly startsSentence: boolean;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u200B-\u200D\u00AD]|['’ʼ‘](?=\p{L}))*/gu;

export function normaliseForTerms(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\p{M}\u200B-\u200D\u00AD\uFEFF]/gu, "")
    .toLowerCase();
}

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const start = match.index;
    const key = normaliseForTerms(word)
      .replace(/['’ʼ‘]s$/u, "")
      .replaceAll(/['’ʼ‘]/gu, "");
    const before = text.slice(Math.max(0, start - 3), start).trimEnd();
    tokens.push({
      text: word,
      key,
      start,
      end: start + word.length,
      startsSentence: before === "" || /[.!?:]$/u.test(before),
    });
  }
  return tokens;
}
