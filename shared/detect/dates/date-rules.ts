// The forms a date takes in British prose, from the fullest to the barest, each with what it is worth and what
// must not stand beside it; dates.ts reads with them. Every pattern is anchored on a month, a figure or a
// feast, so that a page is read once a pattern.
import { CITED, DAY, GAP, LAW, SEASON, TO, type DateRule } from "./date-rule.ts";
import { TIME_RULES } from "./time-rules.ts";
import { MONTH, SMALL_MONTH, WEEKDAY, YEAR } from "./words.ts";

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
  ...TIME_RULES,
];
