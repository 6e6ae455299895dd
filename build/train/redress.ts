// Another look for the same text: capitals, small letters, hard line ends, the misreadings of a scanner.
import type { Random } from "./learn.ts";

const sameLength = (text: string, change: (letter: string) => string): string => {
  let out = "";
  for (const letter of text) {
    const fresh = change(letter);
    out += fresh.length === letter.length ? fresh : letter;
  }
  return out;
};

const MISREAD: Readonly<Record<string, string>> = { l: "1", O: "0", h: "b", e: "c", i: "l", I: "l", d: "cl", t: "f", "0": "O", "1": "l" }; // prettier-ignore

/** Another look for the same words. Every change keeps the length, so that offsets stay true. */
export function redressed(text: string, random: Random): string {
  const chance = random();
  let out = text;
  if (chance < 0.14) out = sameLength(out, (letter) => letter.toUpperCase());
  else if (chance < 0.28) out = sameLength(out, (letter) => letter.toLowerCase());
  else if (chance < 0.36)
    out = sameLength(out, (letter) => (random() < 0.03 ? (MISREAD[letter] ?? letter) : letter));
  if (random() < 0.4) {
    const width = 50 + Math.floor(random() * 60);
    let column = 0;
    out = sameLength(out, (letter) => {
      column = letter === "\n" ? 0 : column + 1;
      if (letter !== " " || column < width) return letter;
      column = 0;
      return "\n";
    });
  }
  if (random() < 0.5) out = out.replaceAll("'", "’");
  return out;
}
