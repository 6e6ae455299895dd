// Tax numbers: UTR (ten digits, the first a check digit), VAT (modulus 97), employer's PAYE reference.
// All need a word beside them; bare digits are left to the residual sweep.
import { digitsOf, numberDetector, suggested, weighted } from "./number-rule.ts";

export function utrChecks(digits: string): boolean {
  const remainder = weighted(digits.slice(1), [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11;
  return [2, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1][remainder] === digits.charCodeAt(0) - 48;
}

export function vatChecks(digits: string): boolean {
  const total = weighted(digits.slice(0, 7), [8, 7, 6, 5, 4, 3, 2]) + Number(digits.slice(7, 9));
  return total % 97 === 0 || (total + 55) % 97 === 0;
}

export const tax = numberDetector(
  "identifier/tax",
  "1",
  "Unique taxpayer references, VAT and PAYE numbers.",
  [
    {
      category: "tax",
      pattern: /(?<![\d.,/-])\d{5}[ ]?\d{5}K?(?![\d/]|[.,-]\d)/g,
      judge(match, near) {
        if (!/\butr\b|taxpayer|tax (?:ref|no|number)|self[ -]assessment/.test(near.before(48)))
          return null;
        return utrChecks(digitsOf(match[0]))
          ? suggested(0.98, "Unique taxpayer reference; its check digit holds")
          : suggested(0.87, "Called a taxpayer reference; its check digit fails");
      },
    },
    {
      category: "tax",
      pattern: /(?<![A-Za-z\d])(?:GB[ ]?)?\d{3}[ ]?\d{4}[ ]?\d{2}(?:[ ]?\d{3})?(?![\dA-Za-z])/g,
      judge(match, near) {
        if (!/\bvat\b/.test(near.before(32))) return null;
        return vatChecks(digitsOf(match[0]))
          ? suggested(0.96, "VAT number; its check digits hold")
          : suggested(0.85, "Called a VAT number; its check digits fail");
      },
    },
    {
      category: "tax",
      pattern: /(?<![\d/])\d{3}\/[A-Z]{1,2}\d{3,6}[A-Z]?(?![\dA-Za-z])/g,
      judge: (_, near) =>
        /\bpaye\b|employer/.test(near.before(40))
          ? suggested(0.93, "Employer's PAYE reference")
          : null,
    },
  ],
);
