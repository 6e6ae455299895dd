// Sums of money, sentences, measured quantities of drugs: figures a newspaper would have printed too.
import { check, numberDetector, suggested } from "../identifiers/number-rule.ts";
import { NUMBER_WORD } from "../dates/words.ts";

const AMOUNT = "\\d{1,3}(?:[,. ]\\d{3})*(?:[.,]\\d{1,2})?|\\d{4,15}(?:\\.\\d{1,2})?";
const CURRENCY =
  "pounds(?: sterling)?|euros?|dollars?|[Tt]urkish [Ll]iras?|[Ll]iras?|zlotys?|kron(?:or|er)|roubles|rubles|hryvnias?|forints?|lei|GBP|EUR|USD|TRL|TRY|PLN|UAH|RUB|SEK|HUF|RON|CHF|BGN|quid";

export const quantities = numberDetector(
  "clue/quantity",
  "2",
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
      wordy: true,
      trigger: /years?|months?|weeks?|days?/gi,
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
      wordy: true,
      trigger: /imprisonment|custody|detention|in prison|suspended/gi,
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
      wordy: true,
      trigger:
        /centile|kg|kilo|gram|mg|mcg|ml|cm|mm|\bst\b|stone|lbs?|pounds|\boz|ounce|feet|foot|ft|inch|mile|metre|%|per cent|percent|units|tablets|wraps|plants|packages|cigarettes|cans|bottles|convictions|appointments|referrals|occasions|children|people|adults|siblings|stitches|pages|hearings|\dg\b|\d g\b/g,
      pattern: new RegExp(
        `(?<![\\w£$€.,/-])(?:(?:\\d{1,3}(?:,\\d{3})+|\\d{1,5})(?:[.½]\\d{0,3})?|${NUMBER_WORD})(?:(?:st|nd|rd|th) centile|(?:th|st|nd|rd)? ?(?:centile|kg|kgs|kilograms?|kilos?|grams?|g|mg|mcg|ml|cm|mm|stones?|st|lbs?|pounds|oz|ounces?|feet|foot|ft|inches|miles?|metres|%|per cent|percent|units|tablets|ecstasy tablets|wraps|plants|packages|cannabis plants|cigarettes|cans|bottles|previous convictions|convictions|missed appointments|referrals|occasions|children|people|adults|siblings|stitches|pages|hearings))(?: ?\\d{1,2} ?(?:oz|lbs?|inches|in))?(?![\\w-])`,
        "g",
      ),
      judge: () => ({ ...check(0.35, "Measured quantity"), identifier: "quasi" }),
    },
    {
      category: "misc",
      wordy: true,
      trigger:
        /Ford|Vauxhall|Volkswagen|\bVW\b|Audi|BMW|Mercedes|Toyota|Nissan|Honda|Peugeot|Renault|Citro|Fiat|Skoda|Seat\b|Hyundai|\bKia\b|Mazda|Volvo|Land Rover|Range Rover|Jaguar|Suzuki|Mini\b|Subaru|Mitsubishi|Tesla/g,
      pattern:
        /\b(?:(?:dark|light|bright|metallic) )?(?:(?:black|white|silver|gr[ea]y|red|blue|green|yellow|orange|purple|gold|brown|beige|cream|maroon|burgundy)[ \n])?(?:Ford|Vauxhall|Volkswagen|VW|Audi|BMW|Mercedes(?:-Benz)?|Toyota|Nissan|Honda|Peugeot|Renault|Citro[eë]n|Fiat|Skoda|Seat|Hyundai|Kia|Mazda|Volvo|Land Rover|Range Rover|Jaguar|Suzuki|Mini|Subaru|Mitsubishi|Tesla)s?(?!\p{L})(?:[ \n](?:[A-Z][A-Za-z]{2,12}|[A-Z]?\d{1,3}[A-Za-z]?|[A-Z]{1,3}\d?)(?![\w/]))?/gu,
      judge: (match) =>
        /^(?:Ford|Seat|Mini|Jaguar|Honda)s?$/.test(match[0])
          ? null
          : {
              ...check(0.4, "Make of a vehicle: neighbours know whose it is"),
              identifier: "quasi",
            },
    },
  ],
);
