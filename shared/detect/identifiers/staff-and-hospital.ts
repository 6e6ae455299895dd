// Collar and warrant numbers of police officers, registration numbers of professionals, hospital and
// patient numbers. Short digits need the rank or the word beside them.
import { numberDetector, suggested } from "./number-rule.ts";

export const staffAndHospital = numberDetector(
  "identifier/staff-and-hospital",
  "1",
  "Collar, warrant and professional registration numbers; hospital and patient numbers.",
  [
    {
      category: "collar-number",
      pattern:
        /\b(?:PCs?|WPC|PCSOs?|PS|DCs?|DS|DI|SGT|Sgt|Sergeant|Constables?|Officers?|Insp|Inspector)[ ]?(\d{2,6})(?![\w/]|[.,]\d)/g,
      judge: (match, near) =>
        /washington,? $/.test(near.before(12))
          ? null
          : {
              ...suggested(0.92, "Collar number: a police officer's rank stands before it"),
              from: match[0].length - match[1]!.length,
            },
    },
    {
      category: "collar-number",
      pattern:
        /\b(?:collar|warrant|shoulder|badge|epaulette|gmc|nmc|hcpc|swe|social work england|gdc|staff|payroll|employee|pin) ?(?:no|number|num|registration|reg|ref|id|pin)?\.?(?: (?:is|was|number|no))?[ \n\t:#.(]{0,4}([A-Z]{0,3}\d[\dA-Z]{2,9})(?![\w/])/gi,
      judge(match) {
        if (!/\d{3}/.test(match[1]!)) return null;
        const from = match[0].length - match[1]!.length;
        return { ...suggested(0.94, "Collar, warrant or registration number"), from };
      },
    },
    {
      category: "collar-number",
      // "Officers 2217 and 3056 attend."
      pattern:
        /(?<=\b(?:PCs|PCSOs|DCs|Constables|Officers) ?\d{2,6}(?:, \d{2,6}){0,4}(?:,|,? and| &) )\d{2,6}(?![\w/]|[.,]\d)/g,
      judge: () => suggested(0.9, "Collar number of one of several officers"),
    },
    {
      category: "collar-number",
      pattern: /\b(?:crew|call[ -]?sign|unit) ?:?[ ]?([A-Z]{1,2}\d{2,4})(?![\w/])/gi,
      judge: (match) => ({
        ...suggested(0.85, "Call sign: who was on duty is on a list"),
        from: match[0].length - match[1]!.length,
      }),
    },
    {
      category: "hospital-number",
      pattern:
        /\b(?:hospital|patient|unit|mrn|medical record|district|k|x-?ray|ward|a&e|admission|pas|lab|specimen|maternity) ?(?:no|number|num|record|id|ref|reference)?\.?(?: (?:is|was|number|no))?[ :#.(]{0,4}((?:[A-Z]{1,3}[ -]?)?\d{4,10}[A-Z]?)(?![\w/]|[.,]\d)/gi,
      judge(match) {
        const keyed = /(?:\bmrn|no|number|num|record|id|ref|reference|pas)\b/i.test(
          match[0].slice(0, -match[1]!.length),
        );
        if (!keyed) return null;
        const from = match[0].length - match[1]!.length;
        return { ...suggested(0.94, "Hospital or patient number"), from };
      },
    },
  ],
);
