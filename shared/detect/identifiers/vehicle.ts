// Vehicle registrations: today's form (AB12 CDE), the prefix and suffix forms before it, Northern Irish
// and personal plates. The older and shorter the form, the more the words near it must say.
import { check, numberDetector, suggested } from "./number-rule.ts";

const CONTEXT =
  /\b(?:registration|registered|reg|vrm|vrn|index|plate|number ?plate|vehicle|car|van|taxi|bmw|audi|ford|vauxhall|volkswagen|corsa|astra|fiesta|focus|golf|polo|clio|transit|motorbike|motorcycle|lorry|driving)\b[^.\n]{0,40}$/;

export const vehicle = numberDetector(
  "identifier/vehicle",
  "1",
  "Vehicle registration marks of every form still on the road.",
  [
    {
      category: "vehicle",
      // I and Q are never issued: misread, and it leads to the keeper all the same.
      pattern: /(?<![A-Za-z\d])[A-Z]{2}\d{2}[ \n\t]?[A-Z]{3}(?![A-Za-z\d])/g,
      judge: (match, near) =>
        CONTEXT.test(near.before(60))
          ? suggested(0.98, "Vehicle registration, today's form")
          : /[IQ]/.test(match[0])
            ? suggested(0.7, "Vehicle registration, today's form, a letter misread")
            : suggested(0.9, "Vehicle registration, today's form"),
    },
    {
      category: "vehicle",
      pattern: /(?<![A-Za-z\d])[a-z]{2}\d{2} ?[a-z]{3}(?![A-Za-z\d])/g,
      judge: (_, near) =>
        CONTEXT.test(near.before(60))
          ? suggested(0.85, "Vehicle registration in small letters")
          : null,
    },
    {
      category: "vehicle",
      pattern: /(?<![A-Za-z\d])[A-HJ-NPR-TV-Y]\d{1,3}[ \n]?[A-HJ-PR-Y]{3}(?![A-Za-z\d])/g,
      judge(match, near) {
        if (CONTEXT.test(near.before(60)))
          return suggested(0.95, "Vehicle registration with a year letter first");
        return /^\w\d{3}/.test(match[0])
          ? check(0.5, "Has the shape of an older vehicle registration")
          : null;
      },
    },
    {
      category: "vehicle",
      wordy: true,
      trigger: /\b(?:ending|beginning|starting)\b/gi,
      pattern:
        /\b(?:ending|beginning|starting)(?: in| with)? ["“']?([A-Z]{2,3}\d{0,3})(?![A-Za-z\d])/g,
      judge(match, near) {
        if (!/\b(?:plate|registration|reg|vrm|index)\b[^.\n]{0,24}$/.test(near.before(36)))
          return null;
        const from = match[0].length - match[1]!.length;
        return { ...suggested(0.85, "Part of a vehicle registration"), from };
      },
    },
    {
      category: "vehicle",
      pattern:
        /(?<![A-Za-z\d])(?:[A-Z] \d{1,3} [A-Z]{3}|[A-Z]{3}[ ]?\d{1,3}[A-Z]?|[A-Z]{1,3}[ ]?\d{1,4}|\d{1,4}[ ]?[A-Z]{1,3})(?![A-Za-z\d])/g,
      judge: (_, near) =>
        /\b(?:registration|reg|vrm|vrn|plate|number ?plate|index)\b(?: (?:no|number|mark|of))?[^\w\n]{0,4}$/.test(
          near.before(36),
        )
          ? suggested(0.88, "Called a vehicle registration in the text")
          : null,
    },
  ],
);
