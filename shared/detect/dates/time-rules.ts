// The forms of what only tells a date with another one beside it: hours, days of the week or the month,
// lengths of time. Every pattern is anchored on a figure or a word of its own.
import { DAY, type DateRule } from "./date-rule.ts";
import { NUMBER_WORD, WEEKDAY } from "./words.ts";

export const TIME_RULES: readonly DateRule[] = [
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
