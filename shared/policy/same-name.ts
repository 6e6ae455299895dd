// Whether two names of people of a case read alike: case, accents, blanks, dots, invisible characters
// and letters of other alphabets that pass for Latin ones make no difference, nor does the order of the
// parts. Two people who read alike are taken for one (R1). Pure.
import { latinLetters } from "../detect/text/normalise.ts";

export function sameName(one: string, other: string): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(name: string): string {
  const parts = latinLetters(name.normalize("NFKD"))
    .replaceAll(/[\p{M}\p{Cf}'’ʼ‘]/gu, "")
    .toLowerCase()
    .replaceAll(/[l1|]/gu, "i")
    .replaceAll("0", "o")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "");
  return parts.toSorted().join(" ");
}
