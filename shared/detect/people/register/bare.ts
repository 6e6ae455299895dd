// Names as careless typing has them.

/** Letters that are no other letter with a mark. */
const PLAIN: Readonly<Record<string, string>> = { ł: "l", ø: "o", đ: "d", ı: "i" };

/** Names without their accents, as careless typing has them. */
export function bare(name: string): string {
  if (!/[^ -~]/.test(name)) return name;
  return name.normalize("NFD").replace(/\p{M}|[łøđı]/gu, (letter) => PLAIN[letter] ?? "");
}
