// References that a service gives to a case, crime, incident, file or claim. Most have no fixed form, so
// the word before them decides; forms that forces and courts share are taken on sight.
import { check, numberDetector, suggested } from "./number-rule.ts";

const KEY =
  /(?:\b(?:crime|incident|occurrence|cad|custody|niche|storm|log|event|merlin|athena|nrm|vpd|lcs|mosaic|liquidlogic|carefirst|swift|eclipse|framework-?i|wccis|swis|systmone|emis|hrn|chi)(?: (?:ref|reference|report|record|number|no|log|id))*|\b(?:case|client|file|record|referral|claim|policy|tenancy|rent|account|customer|student|candidate|exam|pupil|membership|member|licence|certificate|order|invoice|enquiry|complaint|petition|docket|application|registration|booking|ticket|system|person|child|service user|serial|badge|unit|swift|mosaic|liquidlogic|lcs|ics|carefirst|framework-?i|rio|systmone|emis|urn|pnc|cro|hmp|prison|probation|delius|crn|dbs|nomis|ssid|id) ?(?:ref|reference|number|no|id|urn)|\b(?:ref|reference|urn|our ref|your ref|pnc(?: id)?|cro|crn|pid|ssid|nomis|delius|uprn))(?:erence|s)?\.?(?: (?:is|was|of|as))?[ :#.(-]{0,4}$/;

export const caseReference = numberDetector(
  "identifier/case-reference",
  "1",
  "Crime, incident, case, client and file references, by the word before them.",
  [
    {
      category: "reference",
      pattern:
        /(?<![\w/£$€])(?=[A-Za-z/.-]{0,10}\d)[A-Za-z\d](?:[A-Za-z\d]|[/.-](?=[A-Za-z\d])){2,24}(?![\w/])/g,
      judge(match, near) {
        const before = near.before(60);
        if (!KEY.test(before) || /\b(?:grid|map) ref[^.]{0,9}\.?[ :]{0,2}$/.test(before))
          return null;
        const digits = match[0].match(/\d/g)?.length ?? 0;
        // "registration number P482 KRW" is a vehicle's.
        if (/^[a-z]\d{1,3}$/i.test(match[0]) && /^ [a-z]{3}(?![a-z\d])/.test(near.after(5)))
          return null;
        if (
          digits < 3 ||
          /^(?:19|20)\d{2}$|^\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}$/.test(match[0])
        )
          return null;
        const crime = /crime|incident|occurrence|cad|custody|niche|storm|log|pnc|cro\b/.test(
          before,
        );
        return {
          ...suggested(
            0.95,
            crime ? "Crime or incident reference" : "Reference number of a record",
          ),
          category: crime ? "crime-reference" : "reference",
        };
      },
    },
    {
      category: "crime-reference",
      pattern:
        /(?<![\w/|])(?:\d{2}\|[A-Z]{1,3}\|\d{2,5}\|\d{2}|\d{2}[A-Z]{1,3}\/\d{3,7}\/\d{2}|[A-Z]{1,4}\/\d{3,7}\/\d{2,4}|\d{2}\/\d{5,7}\/\d{2}|\d{2}\/\d{4,7}[A-Z]|\d{2}[A-Z]\d\/\d{3,7}\/\d{2}|[A-Z]{2,4}-\d{4,8}-\d{2,4}|[A-Z]{1,4}\/\d{2,4}\/\d{3,7}|\d{1,4} of \d{1,2}\/\d{1,2}(?:\/\d{2,4})?|\d{1,4} (?:of|OF) \d{8}|\d{3,5} of the \d{1,2}(?:st|nd|rd|th)|\d{1,4} (?:of|OF) \d{1,2} ?(?:JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?: ?\d{2,4})?|\d{1,4} OF \d{1,2}\/\d{1,2}(?:\/\d{2,4})?|\d{3,4}-\d{4}-\d{4}(?:-\d{4})?|(?:[A-Z]{2,5}-?|[A-Z]-)\d{5,10}(?:[-/][A-Z0-9]{1,3})?)(?![\w/])/g,
      judge(match) {
        if (/^(?:ISO|IEC|FSSC|OHSAS|PAS)-?\d/.test(match[0])) return null;
        return /^(?:[A-Z]{2,5}-?|[A-Z]-)\d{5,10}(?:[-/][A-Z0-9]{1,3})?$/.test(match[0])
          ? {
              ...suggested(0.75, "Letters and a long number, like a record's reference"),
              category: "reference",
            }
          : suggested(0.93, "Has the form of a crime or incident reference");
      },
    },
    {
      category: "reference",
      pattern: /(?<![\w£$€.,/-])\d{4}(?:\d{2})?(?![\w/]|[.,]\d)/g,
      judge: (_, near) =>
        /\b(?:key ?safe|key ?code|door ?code|entry ?code|gate ?code|alarm ?code|pass ?code|pin(?: ?(?:no|number))?)(?: (?:code|no|number|is|was))?[ \t:#(]{1,4}$/.test(
          near.before(28),
        )
          ? suggested(0.9, "Code of a door or an account")
          : null,
    },
    {
      category: "reference",
      // "which I produce as DAF/1": an exhibit bears the initials of who found it.
      pattern: /(?<![\w/])[A-Z]{2,4}[/-]\d{1,3}[A-Z]?(?![\w/])/g,
      judge: (_, near) =>
        /\b(?:exhibit(?:s|ed|ing)?|produced?|producing|marked)\b[^.\n]{0,40}$/i.test(
          near.before(60),
        )
          ? suggested(0.9, "Exhibit: it bears the initials of who produced it")
          : null,
    },
    {
      category: "crime-reference",
      wordy: true,
      trigger: /\b[Oo]p/g,
      pattern: /\b(?:op(?:eration)?\.?|Operation) (?!Encompass\b)[A-Z][a-z]{3,14}(?![a-z])/g,
      judge(match) {
        return /^op(?:eration)?/i.test(match[0]) && match[0].startsWith("O")
          ? {
              ...check(0.6, "Name of a police operation: it can be looked up"),
              identifier: "quasi",
            }
          : null;
      },
    },
  ],
);
