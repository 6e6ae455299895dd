// NHS numbers: ten digits, mostly written 3-3-4, the last one a check digit (modulus 11).
// Scotland's CHI numbers and Northern Ireland's Health and Care numbers have the same form and sum.
// One random number in eleven passes the sum, so the words near it count as well.
import { check, digitsOf, numberDetector, suggested, weighted } from "./number-rule.ts";

const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];
const CONTEXT =
  /\bnhs\b|\bn\.h\.s\b|patient (?:no|number|id)|health (?:no|number)|summary care|\bchi\b|\bhcn\b|\bh ?& ?c (?:no|number)|health (?:and|&) care (?:no|number)/;
const OTHER =
  /\b(?:uln|learner|utr|taxpayer|tax ref|tel|phone|mobile|fax|account|a\/c|passport|isbn|vat|charity|company|policy|invoice|order)\b[^.;\n]{0,24}$/;

export function nhsChecks(digits: string): boolean {
  const remainder = 11 - (weighted(digits, WEIGHTS) % 11);
  return remainder !== 10 && (remainder === 11 ? 0 : remainder) === digits.charCodeAt(9) - 48;
}

/** Numbers that are never issued, kept for examples and training. */
const neverIssued = (digits: string): boolean => digits.startsWith("999");

export const nhsNumber = numberDetector(
  "identifier/nhs-number",
  "1",
  "NHS numbers: ten digits, weighed by their check digit and the words near them.",
  [
    {
      category: "nhs-number",
      pattern: /(?<![\d£$€.,/-])\d{3}([ .-]?)\d{3}\1\d{4}(?![\d/]|[.,-]\d)/g,
      judge(match, near) {
        const digits = digitsOf(match[0]);
        const before = near.before(48);
        const named = CONTEXT.test(before) || /^\W{0,3}\(?nhs\b/.test(near.after(12));
        const checks = nhsChecks(digits);
        const note = neverIssued(digits) ? " (a range that is never issued)" : "";
        if (named && checks) return suggested(0.99, `NHS number; its check digit holds${note}`);
        if (named)
          return suggested(
            0.9,
            "Called an NHS number; its check digit fails, so it may be mistyped and still identify",
          );
        if (match[1] === "." || OTHER.test(before) || digits.startsWith("0")) return null;
        if (checks && match[1] !== "")
          return suggested(0.9, `Written like an NHS number and its check digit holds${note}`);
        if (checks) return suggested(0.7, `Ten digits whose NHS check digit holds${note}`);
        return match[1] === ""
          ? null
          : check(0.4, "Written like an NHS number, but its check digit fails");
      },
    },
    {
      category: "nhs-number",
      // Scotland's numbers begin with the date of birth.
      pattern:
        /(?<![\d£$€.,/-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2} \d{4}(?![\d/]|[.,-]\d)/g,
      judge: (_, near) =>
        /\bchi\b/.test(near.before(24))
          ? suggested(0.95, "CHI number: it begins with the date of birth")
          : null,
    },
  ],
);
