// The forms a date takes in British prose, from the fullest to the barest, each with what it is worth and what
// must not stand beside it. One table that carries its length for being one table; dates.ts reads with it.
// Every pattern is anchored on a month, a figure or a feast, so that a page is read once a pattern.
import type { Tier } from "../model.ts";
import { MONTH, NUMBER_WORD, SMALL_MONTH, WEEKDAY, YEAR } from "./words.ts";

export interface DateRule {
  /** It may match without any digit, so the whole page is tried. */
  readonly wordy?: boolean;
  readonly pattern: RegExp;
  readonly score: number;
  readonly tier: Tier;
  readonly why: string;
  /** Text before and after decide; null lets the match pass as it is. */
  refuse?(before: string, after: string, match: string): boolean;
}

const DAY = "\\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)?";
/** Spaces and line ends; a blank line, which parts rows and paragraphs, is not among them. */
const GAP = "(?: |\\n(?!\\n)){1,3}";
const SEASON = "(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)";
const TO = "(?:[ ]?(?:-|/|&|to|and|or)[ ]?)";
/** After these a year is a law's, a guidance's or a cited work's. */
export const LAW =
  /(?:\b(?:act|acts|regulations?|rules|order|convention|code|guidance|directive|protocol|bill|measure|charter|schedule|statute|law|circular|framework|strategy|working together|safeguard children|safeguarding children|report|review|census|policy|procedures|plan|standards|edition|stud(?:y|ies)|papers?|inquiry|findings|legislation)(?: (?:of|in|from|since|as revised in|published in|amended in)(?: [A-Z][a-z]+)?)?|\bet al\.?|\bofsted|\bnice|\bnspcc|\bdfe|\bdepartment for education|\bhm government|[A-Z][a-z]+ and [A-Z][a-z]+)[,( ]*$/i;
const CITED = /\([A-Z][\w' &.,-]{1,60}$/;

export const DATE_RULES: readonly DateRule[] = [
  {
    pattern: new RegExp(
      `(?<![\\w/])(?:${WEEKDAY},?${GAP})?(?:the )?(?:${DAY}, ){0,8}${DAY}(?:,?${TO}${DAY})?(?: day)?(?:${GAP}of)?(?:[ .-]|\\n(?!\\n)){0,3}(?:${MONTH}|${SMALL_MONTH})(?:(?:,|${GAP}of)?(?:[ .,-]|\\n(?!\\n)){0,3}(?:${YEAR}|'\\d{2}(?!\\d)))?`,
      "g",
    ),
    score: 0.97,
    tier: "suggested",
    why: "Exact date",
    refuse: (before, after, match) =>
      (/\d$/.test(match) === false &&
        /^\s?(?:be|have|not|also|act)\b/.test(after) &&
        /may|march/i.test(match)) ||
      // "children under 16 may consent"
      (/^\d{1,2} may$/.test(match) &&
        /\b(?:under|over|aged?|of|than|least|most|above|below|to|section|rule|article|part) $/i.test(
          before,
        )),
  },
  {
    pattern: new RegExp(
      `(?<![\\w/])(?:${WEEKDAY},?${GAP})?${MONTH}${GAP}(?:the )?${DAY}(?!\\d|[:.]\\d)(?:(?:,|${GAP}of)?${GAP}(?:${YEAR})|,(?:${YEAR}))?`,
      "g",
    ),
    score: 0.95,
    tier: "suggested",
    why: "Exact date",
  },
  {
    pattern:
      /(?<![\w£$€/.:-])(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d{2}|\d{2})(?![\w/]|[.-]\d)/g,
    score: 0.95,
    tier: "suggested",
    why: "Exact date in figures",
    refuse: (before, _, match) =>
      /sort code\W*$/i.test(before) ||
      (/^\d{1,2}\.\d{1,2}\.\d{2}$/.test(match) &&
        /(?:\bsection|\bparagraph|\bpara|(?<![\w/])v|\bversion)\s*$/i.test(before)),
  },
  {
    pattern:
      /(?<![\w£$€/.:-])(?:0?[1-9]|[12]\d|3[01])([/.-])(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2}|I{1,3}|IV|VI{0,3}|IX|XI{0,2})\1(?:(?:19|20)\d{2}|\d{2})(?![\w/]|[.-]\d)/g,
    score: 0.95,
    tier: "suggested",
    why: "Exact date, its month in Roman figures",
  },
  {
    pattern:
      /(?<![\w/.:-])(?:19|20)\d{2}[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])(?!\d)(?:T[\d:.]{5,12}Z?)?/g,
    score: 0.96,
    tier: "suggested",
    why: "Exact date in figures",
  },
  {
    pattern: new RegExp(
      `(?<![\\w])(?:the )?(?:(?:first|second|third|fourth|last|final) )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|weekend)s? (?:in|of|before|after) (?:the )?(?:${MONTH}|half[- ]term|Easter|Christmas|New Year|Mother'?s'? Day|Father'?s'? Day|(?:spring|summer|autumn|winter) (?:term|holidays?)|(?:school )?holidays?|bank holiday)(?: (?:holidays?|term|break))?(?:,? ${YEAR})?`,
      "g",
    ),
    score: 0.8,
    tier: "suggested",
    wordy: true,
    why: "Day told by a month or a feast",
  },
  {
    pattern: new RegExp(
      `(?<![\\w/])(?:(?:[Ee]arly|[Ll]ate|[Mm]id|[Bb]eginning of|[Ss]tart of|[Mm]iddle of|[Ee]nd of)[ -](?:the )?)?${MONTH}(?:${TO}(?:(?:early|late|mid)[ -])?${MONTH})?(?:,|${GAP}of)?${GAP}(?:in )?(?:${YEAR}|'\\d{2}(?!\\d))`,
      "g",
    ),
    score: 0.9,
    tier: "suggested",
    why: "Month and year",
    refuse: (before) => /(?:published|updated|accessed|version|revised)\W*$/i.test(before),
  },
  {
    pattern: new RegExp(
      `(?<![\\w/])(?:[Ee]arly|[Ll]ate|[Mm]id|[Bb]eginning of|[Ss]tart of|[Mm]iddle of|[Ee]nd of)[ -](?:the )?(?:${MONTH}|(?:week|month|term) (?:of|before) ${MONTH})`,
      "g",
    ),
    score: 0.8,
    tier: "suggested",
    wordy: true,
    why: "Part of a month",
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:in|since|by|until|till|from|during|of|last|next|this|that|every|for|to|and|between|before|after|through|throughout|and) )${MONTH}(?!['-])`,
      "g",
    ),
    score: 0.65,
    tier: "suggested",
    wordy: true,
    why: "Month without a year",
    refuse: (before, after, match) =>
      /^\s[A-Z][a-z]/.test(after) ||
      (/^(?:Mar|Jun|Jan|May)/.test(match) &&
        match.length < 5 &&
        !/\b(?:in|since|until|during|last)\s$/.test(before)) ||
      (/^(?:April|June|August|May)/.test(match) &&
        /\b(?:to|for|of|and|that|by|from)\s$/.test(before)),
  },
  {
    pattern: new RegExp(
      `(?<![\\w])(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[ -])?(?:the )?(?:${SEASON}${TO}(?:(?:early|late|mid)[ -])?)?(?:${SEASON}|Michaelmas|Lent|Trinity|Easter|Christmas|New Year|Whitsun|Ramadan|Eid|Diwali|Halloween|half[- ]term)(?: (?:term|holidays?|break|half[- ]term))?(?:,| of| in)?${GAP}(?:the )?${YEAR}(?:[-/]\\d{2,4})?`,
      "g",
    ),
    score: 0.85,
    tier: "suggested",
    why: "Season or feast with its year",
  },
  {
    pattern:
      /(?<![\w])(?:Christmas (?:Day|Eve)|Boxing Day|New Year's (?:Day|Eve)|Good Friday|Easter (?:Sunday|Monday|Saturday)|Maundy Thursday|Shrove Tuesday|Pancake Day|Midsummer'?s?(?: Day)|All (?:Saints|Souls)'? Day|Twelfth Night|Ash Wednesday|Palm Sunday|Mother'?s'? Day|Mothering Sunday|Father'?s'? Day|(?:St\.? )?Valentine'?s'? Day|Bonfire Night|Guy Fawkes(?: Night)?|Halloween|Hallowe'en|St (?:George|David|Patrick|Andrew)'?s'? Day|Remembrance (?:Day|Sunday)|Burns Night|Hogmanay|(?:May Day|August|spring|summer|late May|early May) bank holiday|Eid al-(?:Fitr|Adha)|Diwali|Hanukkah|Passover|Yom Kippur|Rosh Hashanah|Vaisakhi)(?:,? (?:of )?(?:19|20)\d{2})?/g,
    score: 0.8,
    tier: "suggested",
    wordy: true,
    why: "A feast is an exact date",
  },
  {
    pattern:
      /(?<=\b(?:at|over|before|after|since|around|during|until|by|last|that|this|every|for) )(?:Christmas|Easter|New Year|Ramadan|Eid|Whitsun)(?! (?:Day|Eve|card|present|party|tree|dinner|play))/g,
    score: 0.45,
    tier: "check",
    wordy: true,
    why: "A feast narrows the date down",
  },
  {
    pattern:
      /(?<![\w/.£$€:-])(?:19[0-9]|20[0-4])\d(?:[-/](?:(?:19|20)\d{2}|\d{2}))(?![\w/]|[.,-]\d)/g,
    score: 0.75,
    tier: "suggested",
    why: "Span of years",
    refuse: (before) => LAW.test(before) || CITED.test(before),
  },
  {
    pattern:
      /(?<![\w/.,£$€:#-])(?:(?:c|ca|circa)\.? ?)?(?:1[89]\d{2}|20[0-4]\d)(?:'?s)?(?![\w/%]|[.,:-]\d|-[a-z]| (?:words|people|children|cases|pounds|euros|miles|metres|hours|grams|ml|mg)\b)/g,
    score: 0.7,
    tier: "suggested",
    why: "Year",
    refuse: (before, after) =>
      LAW.test(before) ||
      (CITED.test(before) && /^[,;)a-z]/.test(after)) ||
      /\b(?:no|nos|number|page|pp?|paragraph|para|section|article|room|ref|v|line|order)\.? ?$/i.test(
        before,
      ) ||
      /^ (?:Act|Regulations?|Order|Rules|Convention|Code|Guidance|Directive|Framework|edition|version)\b/.test(
        after,
      ),
  },
  {
    pattern:
      /(?<![\w/.:£$€-])(?:(?:[01]?\d|2[0-3])[.:][0-5]\d ?(?:am|pm|a\.m\.|p\.m\.|AM|PM|hrs|hours|hours'|h)?|(?:0?[1-9]|1[0-2]) ?(?:am|pm|a\.m\.|p\.m\.|AM|PM)|(?:[01]\d|2[0-3])[0-5]\d ?(?:hrs|hours|h))(?![\w:%]|[.,]\d)/g,
    score: 0.7,
    tier: "suggested",
    why: "Time of day",
    refuse: (before, after, match) => {
      if (/[amph]/i.test(match)) return false;
      if (match.includes(":")) return !/^(?:0?\d|1\d|2[0-3]):/.test(match) || /\d:$/.test(before);
      return (
        !/\b(?:at|by|around|about|approximately|until|from|between|and|to|before|after|approx\.?|circa|till) $/i.test(
          before,
        ) ||
        /^ ?(?:%|per|million|kg|cm|mm|metres|miles|years|months|times|out|of|in(?! the (?:early )?(?:morning|afternoon|evening)))/i.test(
          after,
        ) ||
        /(?:section|paragraph|para|figure|table|chapter|rule|article) (?:\d[\d.]* (?:and|to) )?$/i.test(
          before,
        )
      );
    },
  },
  {
    pattern: new RegExp(
      `(?<![\\w-])(?:(?:half|quarter|five|ten|twenty|twenty-five|just|a few minutes) (?:past|to|after|before) (?:${NUMBER_WORD}|\\d{1,2}|midnight|noon|midday)|(?:${NUMBER_WORD}|\\d{1,2}) o'clock|half[ -](?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|(?:${NUMBER_WORD}) (?:in the (?:morning|afternoon|evening)|at night)|(?<=(?:at|around|about|after|before|until|by) )(?:midnight|noon|midday|lunchtime|bedtime|teatime|lunch))(?: in the (?:morning|afternoon|evening)| at night)?(?![\\w-])`,
      "g",
    ),
    score: 0.55,
    tier: "check",
    wordy: true,
    why: "Time of day in words",
  },
  {
    pattern:
      /(?<![\w-])(?:(?:last|the previous|the following|the next|the same|that|this) (?:night|evening|morning|afternoon|day|week|weekend|month|year|spring|summer|autumn|winter|term|birthday)|the (?:day|night|morning|evening|weekend|week) (?:before|after)|(?:his|her|their|my) birthday|yesterday|today|tomorrow|tonight)(?![\w-])/gi,
    score: 0.3,
    tier: "check",
    wordy: true,
    why: "Length of time or day told by another: with one date known it gives another",
  },
  {
    // "0219 MALE DETAINED": the hour at the head of a log's line, or after "at" and "@".
    pattern:
      /(?<=(?:^|\n)\s{0,3}\[?|(?:\bat|@|between|and|until) )(?:[01]\d|2[0-3])[0-5]\d(?=\]?(?::| -|[ ,.][A-Za-z]))/g,
    score: 0.5,
    tier: "check",
    why: "Time of day",
    refuse: (before, after, match) =>
      /^(?:19|20)/.test(match) ||
      /^ (?:words|pounds|people|children|km|miles)/.test(after) ||
      /\d[ ,]$/.test(before),
  },
  {
    pattern:
      /(?<=\b(?:on|last|next|this|that|by|since|until|from|every|each|the following|the previous) )(?:Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?|weds|tues|thurs)(?: (?:morning|afternoon|evening|night))?(?![a-z])/g,
    score: 0.4,
    tier: "check",
    wordy: true,
    why: "Day of the week: with a month told nearby it is a date",
  },
  {
    // "Wed 6th", "Monday 4th": the head of a diary's entry; "w/c 13th".
    pattern: new RegExp(
      `(?<=(?:^|\\n)[ \\t]{0,4})${WEEKDAY}[ ,]{1,2}${DAY}(?=[ \\t]*(?:\\n|$|[-–:]))|\\b[Ww]/[ceb] ?(?:the )?\\d{1,2}(?:st|nd|rd|th)(?![\\w-])`,
      "g",
    ),
    score: 0.75,
    tier: "suggested",
    why: "Day or week of an entry",
  },
  {
    pattern: new RegExp(
      `(?<![\\w£$€.,/-])(?:\\d{1,3}(?:\\.\\d|½)?|${NUMBER_WORD})(?: (?:or|to) (?:\\d{1,3}|${NUMBER_WORD}))?(?: and a half)?[ -](?:years?|months?|weeks?|days?|hours?)'?(?![\\w-]|[ -](?:old|of age))`,
      "g",
    ),
    score: 0.35,
    tier: "check",
    wordy: true,
    why: "Length of time: with one date known it gives another",
  },
  {
    pattern:
      /(?<=(?:\b(?:on|by|until|since|from|before|after|the night of|the morning of) |\()the )\d{1,2}(?:st|nd|rd|th)(?= ?(?:[.,;)]|and\b|he\b|she\b|they\b|the\b|when\b|at\b|for\b|by\b|to\b|of the month))/g,
    score: 0.55,
    tier: "check",
    why: "Day of a month that is told nearby",
  },
  {
    pattern: /(?<![\w/.-])(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])(?![\w/]|[.-]\d)/g,
    score: 0.55,
    tier: "check",
    why: "Might be a day and a month in figures",
    refuse: (before, after) =>
      !/[|\t] ?$|\b(?:on|by|until|since|from|dated?|before|after|of|w\/c|w\/e|commencing|ending|seen|visit|due) ?:? ?$/i.test(
        before,
      ) || /^ ?(?:of|hours|days|people|children)/.test(after),
  },
];
