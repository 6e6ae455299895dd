// Bank details: sort code and account number, IBAN (modulus 97), payment cards (Luhn). Six digits with
// dashes may be a date, so a sort code needs an account number or a word beside it.
import { digitsOf, numberDetector, suggested } from "./number-rule.ts";

export function ibanChecks(iban: string): boolean {
  const compact = iban.replaceAll(" ", "").toUpperCase();
  let remainder = 0;
  for (const char of compact.slice(4) + compact.slice(0, 4)) {
    const value = char >= "A" ? char.charCodeAt(0) - 55 : char.charCodeAt(0) - 48;
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

export function luhnChecks(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const ACCOUNT = /\b(?:account|acc|a\/c|acct)\b(?:[^.\n\d]{0,24})$/;
const SORT = /\bsort[ -]?code\b[^.\n]{0,12}$/;

export const bank = numberDetector(
  "identifier/bank",
  "1",
  "Sort codes with account numbers, IBANs and payment cards.",
  [
    {
      category: "bank",
      pattern: /(?<![\d.,/-])\d{2}([ -]?)\d{2}\1\d{2}(?![\d/]|[.,-]\d)/g,
      judge(_, near) {
        if (SORT.test(near.before(32))) return suggested(0.98, "Sort code");
        return /^[\s,;/]{1,3}(?:account|acc|a\/c|acct)?[ .:no]{0,9}\d{8}(?!\d)/.test(
          near.after(24),
        ) && /bank|account|sort|paid|payment|transfer/.test(near.before(80))
          ? suggested(0.95, "Sort code with an account number beside it")
          : null;
      },
    },
    {
      category: "bank",
      pattern: /(?<![\d.,/-])\d{7,8}(?![\d/]|[.,-]\d)/g,
      judge(match, near) {
        const before = near.before(60);
        if (ACCOUNT.test(before)) return suggested(0.97, "Bank account number");
        return match[0].length === 8 && /\b\d{2}[ -]\d{2}[ -]\d{2}[\s,;/]{1,3}$/.test(before)
          ? suggested(0.93, "Account number after a sort code")
          : null;
      },
    },
    {
      category: "bank",
      pattern:
        /(?<![A-Za-z\d])[A-Z]{2}\d{2}(?:[ ]?[A-Z\d]{4}){3,7}(?:[ ]?[A-Z\d]{1,3})?(?![A-Za-z\d])/g,
      judge(match) {
        if ((match[0].match(/\d/g)?.length ?? 0) < 10) return null;
        return ibanChecks(match[0])
          ? suggested(0.99, "International bank account number (IBAN); its check digits hold")
          : suggested(0.8, "Has the shape of an IBAN; its check digits fail: perhaps mistyped");
      },
    },
    {
      category: "bank",
      pattern: /(?<![\d.,/-])(?:\d{4}[ -]?){3}\d{4}(?![\d/]|[.,-]\d)/g,
      judge(match, near) {
        const holds = luhnChecks(digitsOf(match[0]));
        const named = /card|visa|mastercard|debit|credit/.test(near.before(40));
        if (holds) return suggested(0.95, "Payment card number; its check digit holds");
        return named ? suggested(0.85, "Called a card number; its check digit fails") : null;
      },
    },
    {
      category: "bank",
      pattern: /(?<=\b[Ee]nding (?:in |with )?[x*•.]{0,12})\d{4}(?![\d/]|[.,-]\d)/g,
      judge: (_, near) =>
        /card|visa|mastercard|debit|credit|account/.test(near.before(40))
          ? suggested(0.9, "The last figures of a card or an account")
          : null,
    },
  ],
);
