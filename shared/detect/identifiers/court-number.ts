// Numbers of court cases: family court (ZC17C00071), Crown Court (T20190123), neutral citations and law
// reports, applications to the European Court (28045/02). They open the published judgment at once.
import { check, numberDetector, suggested } from "./number-rule.ts";

export const courtNumber = numberDetector(
  "identifier/court-number",
  "1",
  "Family and Crown Court numbers, neutral citations, applications to the European Court.",
  [
    {
      category: "court-number",
      pattern: /(?<![A-Za-z\d])[A-Z]{2}\d{2}[A-Z]\d{5}(?![A-Za-z\d])/g,
      judge: () => suggested(0.98, "Family court case number"),
    },
    {
      category: "court-number",
      pattern: /(?<![A-Za-z\d])COP[ ]?(?:\d{8}|\d{5,8}[TH]?)(?![A-Za-z\d])/g,
      judge: () => suggested(0.97, "Court of Protection case number"),
    },
    {
      category: "court-number",
      pattern: /(?<![A-Za-z\d])[A-Z]{1,3}\d{2}[ ]?[A-Z]?\d{4,6}(?![A-Za-z\d])/g,
      judge: (_, near) =>
        /\b(?:court|case|claim|proceedings|order)\b[^.\n]{0,28}$/.test(near.before(48))
          ? suggested(0.92, "Court case number, called one in the text")
          : null,
    },
    {
      category: "court-number",
      pattern: /(?<![A-Za-z\d])[ASTU](?:20\d{2}[/ ]?\d{3,5})(?![A-Za-z\d])/g,
      judge: () => suggested(0.95, "Crown Court case number"),
    },
    {
      category: "court-number",
      pattern:
        /[[(](?:19|20)\d{2}[\])][ ]{0,2}(?:EWCA|EWHC|EWFC|EWCOP|UKSC|UKHL|UKPC|UKUT|UKFTT|CSIH|CSOH|HCJAC|NICA|NIQB|NIFam|NICh|EAT|ECHR)[ ]?(?:Civ|Crim|Fam|Admin|QB|KB|Ch|B)?[ ]?\d{1,5}(?:[ ]?\((?:Admin|Fam|QB|KB|Ch|Civ|Crim|Comm|TCC|Pat|AAC|IAC|B)\))?/g,
      judge: (match) =>
        /EWFC|EWCOP|Fam\b/.test(match[0])
          ? suggested(
              0.95,
              "Neutral citation of a family or protection judgment: it names the case",
            )
          : check(0.5, "Neutral citation: it names a case, perhaps a precedent"),
    },
    {
      category: "court-number",
      pattern:
        /\[(?:19|20)\d{2}\][ ](?:\d{1,2}[ ])?(?:AC|QB|KB|Ch|Fam|FLR|FCR|WLR|All ER|Cr App R|ECHR|EHRR|FLR \(D\))[ ]\d{1,5}/g,
      judge: () => check(0.5, "Law report: it names a case, perhaps another one"),
    },
    {
      category: "court-number",
      pattern: /(?<![\d/.,-])\d{2,6}\/\d{2}(?:\d{2})?(?![\d/-])/g,
      judge(match, near) {
        const before = near.before(60);
        // "2009/10" is a span of years.
        if (/^(?:19|20)\d{2}\//.test(match[0])) return null;
        const named =
          /\b(?:nos?\.?|application|applications|case|cases|v\.|joined|and)[^.;\n]{0,48}$/.test(
            before,
          ) || /\d\/\d{2}(?:,| and|;)\s*$/.test(before);
        const digits = match[0].indexOf("/");
        if (named && digits >= 3)
          return suggested(0.96, "Application or case number: a serial and a year");
        return digits >= 4 ? check(0.6, "Looks like a serial number and a year") : null;
      },
    },
  ],
);
