// Spellings under which one word can be found again: case, width, ligatures, hyphens, invisible
// characters, look-alike letters. Both sides are folded to the same plain letters and compared.

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  х: "x",
  у: "y",
  і: "i",
  ѕ: "s",
  ο: "o",
  α: "a",
  ν: "v",
  ι: "i",
};

/** Letters and digits only, lower case, compatibility forms taken apart. */
export function folded(text: string): string {
  let out = "";
  for (const letter of text.normalize("NFKD").toLowerCase()) {
    const plain = LOOK_ALIKE[letter] ?? letter;
    if (/[\p{L}\p{N}]/u.test(plain)) out += plain;
  }
  return out;
}

/** The word and its beginnings and ends of six tenths of its length; whole words below six letters. */
export function fragments(secret: string): string[] {
  const word = folded(secret);
  const part = Math.ceil(word.length * 0.6);
  return word.length < 8 ? [word] : [word, word.slice(0, part), word.slice(-part)];
}

/** @returns the fragment that is readable in the text, or null */
export function readable(text: string, parts: readonly string[]): string | null {
  const plain = folded(text);
  return parts.find((part) => plain.includes(part)) ?? null;
}
