// Numbers of pupils and learners: UPN (a letter and twelve characters, modulus 23) and ULN (ten digits,
// modulus 11 leaving 10). A ULN looks like any ten digits, so it is only taken where it is called one.
import { check, digitsOf, numberDetector, suggested, weighted } from "./number-rule.ts";

const UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
const ULN_WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

export function upnChecks(upn: string): boolean {
  let sum = 0;
  for (let i = 1; i < 13; i++) {
    const digit = upn.charCodeAt(i) - 48;
    // A temporary UPN ends in a letter, which counts by its place in the alphabet.
    const value = digit >= 0 && digit <= 9 ? digit : UPN_LETTERS.indexOf(upn[i]!);
    if (value < 0) return false;
    sum += value * (i + 1);
  }
  return UPN_LETTERS[sum % 23] === upn[0];
}

export const ulnChecks = (digits: string): boolean => weighted(digits, ULN_WEIGHTS) % 11 === 10;

export const educationNumber = numberDetector(
  "identifier/education-number",
  "1",
  "Pupil (UPN) and learner (ULN) numbers, with their check characters.",
  [
    {
      category: "upn",
      pattern: /(?<![A-Za-z\d])[A-Za-z]\d{3}( ?)\d{4}\1\d{4}[\dA-Za-z](?![A-Za-z\d])/g,
      judge(match, near) {
        const upn = match[0].replaceAll(" ", "").toUpperCase();
        const named = /\bupn\b|pupil (?:no|number|ref)/.test(near.before(48));
        if (upnChecks(upn))
          return suggested(named ? 0.99 : 0.92, "Unique pupil number; its check letter holds");
        if (named) return suggested(0.88, "Called a unique pupil number; its check letter fails");
        return match[1] !== ""
          ? null
          : check(0.45, "Has the shape of a pupil number, but its check letter fails");
      },
    },
    {
      category: "uln",
      pattern: /(?<![\d.,/-])\d{10}(?![\d/]|[.,-]\d)/g,
      judge(match, near) {
        if (!/\buln\b|learner (?:no|number|ref)|unique learner/.test(near.before(48))) return null;
        return ulnChecks(digitsOf(match[0]))
          ? suggested(0.99, "Unique learner number; its check digit holds")
          : suggested(0.88, "Called a unique learner number; its check digit fails");
      },
    },
  ],
);
