// National Insurance numbers: two letters under their own rules, six digits, a suffix A to D.
import { check, numberDetector, suggested } from "./number-rule.ts";

const NEVER = new Set(["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"]);
const CONTEXT = /national insurance|\bn\.?i\.? ?(?:no|number|n\b)|\bnino\b/;

/** Whether the two letters can begin a number that was issued. */
export function ninoPrefixValid(prefix: string): boolean {
  return /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]$/.test(prefix) && !NEVER.has(prefix);
}

export const nino = numberDetector(
  "identifier/nino",
  "1",
  "National Insurance numbers, with the rules for their letters.",
  [
    {
      category: "nino",
      pattern:
        /(?<![A-Za-z\d])([A-Za-z]{2})([ -]?)(?:\d{2}\2\d{2}\2\d{2}|\d{6})\2([A-Za-z])(?![A-Za-z\d])/g,
      judge(match, near) {
        const prefix = match[1]!.toUpperCase();
        const named = CONTEXT.test(near.before(48));
        const valid = ninoPrefixValid(prefix) && /[A-D]/i.test(match[3]!);
        if (valid)
          return suggested(named ? 0.99 : 0.95, "National Insurance number; its letters are valid");
        return named
          ? suggested(0.88, "Called a National Insurance number; its letters were never issued")
          : check(0.4, "Has the shape of a National Insurance number, but not its letters");
      },
    },
    {
      category: "nino",
      pattern: /(?<![A-Za-z\d])[A-Za-z]{2}([ -]?)\d{2}\1\d{2}\1\d{2}(?![A-Za-z\d])/g,
      judge(_, near) {
        return CONTEXT.test(near.before(48))
          ? suggested(0.88, "Called a National Insurance number; its last letter is missing")
          : null;
      },
    },
  ],
);
