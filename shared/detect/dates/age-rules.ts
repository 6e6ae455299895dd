// The forms in which a review tells an age, a school year or the length of a pregnancy. Patterns only; ages.ts reads
// with them.
import type { Tier } from "../model.ts";
import { NUMBER_WORD } from "./words.ts";

const N = `(?:\\d{1,3}(?:\\.\\d|½)?|${NUMBER_WORD})`;
const UNIT = "(?:years?|yrs?|months?|mths?|weeks?|wks?|days?|hours?)";
const ABOUT =
  "(?:about |approximately |around |just |only |nearly |almost |under |over |between |just under |just over )?";

export interface AgeRule {
  readonly pattern: RegExp;
  readonly score: number;
  readonly tier: Tier;
  readonly why: string;
  /** No match without one of these; cheaper than trying the pattern at every letter. */
  readonly needs?: RegExp;
  /** Which capture is the span; the whole match without it. */
  readonly group?: number;
  refuse?(before: string, after: string, match: string): boolean;
}

export const AGE_RULES: readonly AgeRule[] = [
  {
    pattern: new RegExp(
      `(?<![\\w.£$-])${N}(?:[ -]and[ -]a[ -]half)?[ \\n-]?${UNIT}(?:,?(?: and)? ${N}[ -]${UNIT})?[ -]old(?:s)?(?![a-z])`,
      "gi",
    ),
    score: 0.92,
    tier: "suggested",
    why: "Exact age",
  },
  {
    pattern: new RegExp(
      `\\b((?:aged?|ages|(?:the )?ages? of|age:)(?: of)?[ \\n]${ABOUT}${N}(?:[ -]${UNIT})?(?:,? (?:and|or|to|-) ?${N}(?:[ -]${UNIT})?| ?[-/,] ?${N}(?:[ -]${UNIT})?(?:,? and ${N})?)?(?:[ -]${UNIT})?)(?![\\w%])`,
      "gi",
    ),
    score: 0.92,
    tier: "suggested",
    why: "Exact age",
    group: 1,
  },
  {
    pattern: new RegExp(`(?<![\\w.-])${N}[ -]${UNIT} of age\\b`, "gi"),
    score: 0.9,
    tier: "suggested",
    why: "Exact age",
  },
  {
    pattern: /(?<![\w.])\d{1,2} ?(?:y\/o|yo|yrs? old)(?!\w)/gi,
    score: 0.9,
    tier: "suggested",
    why: "Exact age",
  },
  {
    pattern: new RegExp(
      `\\b(?:in (?:his|her|their|my) (?:early |mid |mid-|late )?)((?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|[2-9]0'?s)\\b`,
      "gi",
    ),
    score: 0.6,
    tier: "suggested",
    why: "Age by the decade",
    group: 1,
  },
  {
    pattern:
      /(?<![\w-])(?:early|mid|late)[ -](?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)(?![\w-])/gi,
    needs: /(?:early|mid|late)[ -](?:teens|\w+ties)/i,
    score: 0.6,
    tier: "suggested",
    why: "Age by the decade",
  },
  {
    pattern: new RegExp(
      `(?<![\\w.£$-])${N} and (?:a half|a quarter|three[ -]quarters)(?= (?:when|at|and|then|now|with|he|she)\\b|[.,;)]|$)`,
      "gi",
    ),
    needs: / and (?:a half|a quarter|three)/i,
    score: 0.5,
    tier: "check",
    why: "Age told with its half or quarter",
  },
  {
    pattern: new RegExp(
      `\\b(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first|thirtieth|fortieth|fiftieth) birthday\\b`,
      "gi",
    ),
    score: 0.75,
    tier: "suggested",
    why: "A birthday tells the age, and with a date the date of birth",
  },
  {
    pattern: new RegExp(
      `\\b(?:was|is|were|are|turned|turning|had turned|became|being) ${ABOUT}((?:1?\\d|2[0-5])|${NUMBER_WORD})(?= (?:when|at the time|years|and (?:her|his|the)|at that|by (?:the|then)|in (?:19|20)\\d\\d))`,
      "g",
    ),
    score: 0.75,
    tier: "suggested",
    why: "Age at the time told",
    group: 1,
    refuse: (_, after) => /^ years (?:ago|later|after|before|since|in|of (?!age))/.test(after),
  },
  {
    pattern: new RegExp(
      `\\b(?:[Hh]e|[Ss]he|who) (?:is|was|had just turned|would have been|will be) ${ABOUT}((?:[2-9]|[1-9]\\d)|(?!one\\b)${NUMBER_WORD})(?=[.,;)]| (?:and|but|when|now|then|with)\\b)`,
      "g",
    ),
    score: 0.65,
    tier: "suggested",
    why: "Age told by a bare number",
    group: 1,
  },
  {
    pattern: new RegExp(
      `\\b(?:[Ww]hen|[Uu]ntil|[Ss]ince|[Bb]efore|[Bb]y the time) (?:he|she|they|[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:was|were|is|turned) (${ABOUT}(?:\\d{1,2}|${NUMBER_WORD})(?:[ -]${UNIT})?)(?![\\w-]|[.,:]\\d| (?:of|o'clock|per|times|miles|other|children|points|and a)\\b)`,
      "g",
    ),
    score: 0.7,
    tier: "suggested",
    why: "Age at the time told",
    group: 1,
  },
  {
    pattern: /(?<![\w;])\d{1,2};(?:0?\d|1[01])(?![\w;])/g,
    score: 0.7,
    tier: "check",
    why: "Years and months as speech therapists write an age",
  },
  {
    pattern: /\b(?:Year|year|Yr) (?:[1-9]|1[0-3])(?: and (?:[1-9]|1[0-3]))?(?![\w.]|[:/-]\d)/g,
    score: 0.6,
    tier: "suggested",
    why: "School year: it tells the age",
    refuse: (_, after, match) =>
      !match.startsWith("Y") && !/^ (?:pupil|class|student|teacher|child|boy|girl|at)/.test(after),
  },
  {
    pattern: /\bReception(?: class| year)\b|\b[Ii]n Reception\b/g,
    score: 0.5,
    tier: "check",
    why: "School year: it tells the age",
  },
  {
    pattern: new RegExp(
      `\\b(?:born )?at (${N}(?:\\+\\d)?[ -](?:weeks?|months?)(?:'? (?:gestation|pregnant|plus \\w+ days?))?)(?=[ ,.;)])`,
      "gi",
    ),
    score: 0.7,
    tier: "suggested",
    why: "Age or length of pregnancy at an event",
    group: 1,
  },
  {
    pattern: new RegExp(
      `(?<![\\w.-])${N}(?:\\+\\d)?[ -]weeks?(?: |-|')+(?:gestation|pregnant|premature)\\b`,
      "gi",
    ),
    score: 0.7,
    tier: "suggested",
    why: "Length of a pregnancy",
  },
  {
    pattern: /(?<![\w/.])\d{1,2} ?(?:y|yrs?)[ ,]?\d{1,2} ?(?:m|mths?|months?)(?![\w/])/g,
    score: 0.85,
    tier: "suggested",
    why: "Age in years and months",
    refuse: (before) =>
      /\b(?:sentenced?|imprisonment|custody|term|order|served|serving)\b[^.\n]{0,16}$/i.test(
        before,
      ),
  },
  {
    pattern: /(?<![\w/.])[1-4]\d(?:\+\d)?\/40(?![\d/])/g,
    score: 0.7,
    tier: "suggested",
    why: "Length of a pregnancy in weeks",
  },
  {
    pattern:
      /(?<![\w/.,])\d{1,2}\/(?:12|52|7)(?![\d/]|[.,]\d)(?= (?:ago|old|hx|history|later|of|with|baby|boy|girl|infant|f\b|m\b)|[,;.)\]])/gi,
    score: 0.45,
    tier: "check",
    why: "Months, weeks or days as doctors write them",
    refuse: (_, __, match) => match === "24/7",
  },
  {
    // "Sarah (7)", "Jayden (11 months)"
    pattern: new RegExp(
      `(?<=[A-Z][a-z'-]{1,20},? ?)\\((?:(?:then |now )?aged? )?(\\d{1,2}|${N}[ -]${UNIT})(?:, [a-z ]{1,20})?\\)`,
      "g",
    ),
    score: 0.7,
    tier: "suggested",
    why: "Age in brackets after a name",
    group: 1,
    refuse: (before) =>
      /\b(?:Act|Article|Section|Rule|Schedule|Regulation|Part|Table|Figure|Appendix|Order|Chapter|Convention|Protocol|Recommendation|Finding)\b[^.\n]{0,14}$/.test(
        before,
      ),
  },
];
