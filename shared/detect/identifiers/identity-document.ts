// Driving licences (which embed a birth date and the surname) and passports, identity and residence cards.
// Nine digits are only a passport where the text says so.
import { numberDetector, suggested } from "./number-rule.ts";

/** Digits 6 to 11 of a licence: decade, month (plus 5 for women), day, year. */
function licenceDatePossible(licence: string): boolean {
  const month = Number(licence.slice(6, 8));
  const day = Number(licence.slice(8, 10));
  const real = month > 50 ? month - 50 : month;
  return real >= 1 && real <= 12 && day >= 1 && day <= 31;
}

export const identityDocument = numberDetector(
  "identifier/identity-document",
  "1",
  "Driving licence, passport, identity card and residence permit numbers.",
  [
    {
      category: "driving-licence",
      pattern:
        /(?<![A-Za-z\d])[A-Z9]{5}[ ]?\d{6}[ ]?[A-Z9]{2}[A-Z\d][ ]?[A-Z]{2}(?:[ ]?\d{2})?(?![A-Za-z\d])/g,
      judge(match) {
        const licence = match[0].replaceAll(" ", "");
        return licenceDatePossible(licence)
          ? suggested(0.98, "Driving licence number; it embeds a date of birth and a surname")
          : suggested(0.8, "Has the shape of a driving licence number; its birth date fails");
      },
    },
    {
      category: "driving-licence",
      pattern: /(?<![A-Za-z\d])\d{8}(?![A-Za-z\d]|[.,/-]\d)/g,
      judge: (_, near) =>
        /driv(?:ing|er'?s?) licen[cs]e[^.\n]{0,24}$/.test(near.before(48))
          ? suggested(0.9, "Called a driving licence number (Northern Ireland's form)")
          : null,
    },
    {
      category: "passport",
      pattern: /(?<![A-Za-z\d])(?:[A-Z]{1,2}[ ]?)?\d{6,9}(?![A-Za-z\d]|[.,/-]\d)/g,
      judge: (_, near) =>
        /\b(?:passport|identity card|id card|residence permit|biometric|brp|home office ref(?:erence)?|visa)\b[^.\n]{0,32}$/.test(
          near.before(60),
        )
          ? suggested(0.96, "Passport or identity card number, called one in the text")
          : null,
    },
    {
      category: "passport",
      pattern: /(?<![A-Za-z\d])[A-Z]{1,3}<?\d{6,9}<[\dA-Z<]{5,40}/g,
      judge: () => suggested(0.95, "Machine-readable line of a passport"),
    },
  ],
);
