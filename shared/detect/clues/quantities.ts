// Sums of money, sentences, measured quantities of drugs: figures a newspaper would have printed too.
import { check, numberDetector, suggested } from "../identifiers/number-rule.ts";
import { NUMBER_WORD } from "../dates/words.ts";

const AMOUNT = "\\d{1,3}(?:[,. ]\\d{3})*(?:[.,]\\d{1,2})?|\\d{4,15}(?:\\.\\d{1,2})?";
const CURRENCY =
  "pounds(?: sterling)?|euros?|dollars?|[Tt]urkish [Ll]iras?|[Ll]iras?|zlotys?|kron(?:or|er)|roubles|rubles|hryvnias?|forints?|lei|GBP|EUR|USD|TRL|TRY|PLN|UAH|RUB|SEK|HUF|RON|CHF|BGN|quid";

export const quantities = numberDetector(
  "clue/quantity",
  "1",
  "Sums of money, lengths of sentences, amounts of drugs.",
  [
    {
      category: "quantity",
      pattern: new RegExp(
        `(?:approximately |about )?(?:[£€$] ?(?:${AMOUNT}|\\d{1,3})(?: ?(?:million|billion|thousand|k|m|bn)\\b)?|\\b(?:GBP|EUR|USD|TRL|TRY|PLN|UAH|RUB|SEK|HUF|RON|CHF|BGN) ?(?:${AMOUNT}|\\d{1,3})(?: million)?|\\b(?:${AMOUNT}|\\d{1,3}) ?(?:million |billion |thousand )?(?:[A-Z][a-z]+ )?(?:${CURRENCY})\\b(?: \\([A-Z]{3}\\))?)(?!\\d)`,
        "g",
      ),
      judge: () => ({ ...suggested(0.6, "Sum of money"), identifier: "quasi" }),
    },
    {
      category: "quantity",
      pattern: new RegExp(
        `\\b(?:(?:sentenced to|sentence of|term of|jailed for|imprisoned for|served|custody for|order for|disqualified for|tariff of|minimum of|life with) (?:a (?:total|minimum|term) of )?)((?:\\d{1,3}|${NUMBER_WORD})(?: and a half)?(?:[ -](?:years?|months?|weeks?|days?))(?: and (?:\\d{1,2}|${NUMBER_WORD}) months?)?)(?:' (?:imprisonment|custody))?`,
        "gi",
      ),
      judge(match) {
        const from = match[0].indexOf(match[1]!);
        return {
          ...suggested(0.6, "Length of a sentence: it was reported"),
          identifier: "quasi",
          from,
          to: from + match[1]!.length,
        };
      },
    },
    {
      category: "quantity",
      pattern: new RegExp(
        `\\b((?:\\d{1,3}|${NUMBER_WORD})(?: and a half)?[ -](?:years?|months?))(?=' (?:imprisonment|custody|detention|in prison)|(?:'s?)? (?:imprisonment|custody|detention|in prison|suspended))`,
        "gi",
      ),
      judge: () => ({
        ...suggested(0.6, "Length of a sentence: it was reported"),
        identifier: "quasi",
      }),
    },
    {
      category: "quantity",
      pattern:
        /\b\d{1,3}(?:,\d{3})*(?:\.\d+)? ?(?:kg|kilograms?|kilos?|grams?|mg|ounces?|tablets|ecstasy tablets|wraps|plants|packages|cannabis plants)\b/g,
      judge: () => ({ ...check(0.35, "Measured quantity"), identifier: "quasi" }),
    },
  ],
);
