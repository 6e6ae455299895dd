// Places told by a code: grid references of the Ordnance Survey, latitude and longitude, three words of what3words.
// Each leads to a door as surely as an address does.
import { numberDetector, suggested, type Judgement } from "./number-rule.ts";

const KEY =
  /\b(?:grid|osgr|ngr|os ref|map ref|gps|co-?ordinates?|lat(?:itude)?|long(?:itude)?)\b[^.\n]{0,24}$/;
/** Squares of the grid that are also words, or that a record shortens so. */
const WORDS = /^(?:NO|SO|TO|ON|OT)/;

/** Whoever reads the code stands before the door. */
const place = (score: number, why: string): Judgement => ({
  ...suggested(score, why),
  label: "a place",
});

export const mapReference = numberDetector(
  "identifier/map-reference",
  "1",
  "Grid references, latitude and longitude, what3words.",
  [
    {
      category: "address",
      pattern:
        /(?<![A-Za-z\d])[HNOST][A-HJ-Z] ?(?:\d{3} ?\d{3}|\d{4} ?\d{4}|\d{5} ?\d{5})(?![A-Za-z\d/]|[.,-]\d)/g,
      judge(match, near) {
        const spaced = /^\S+ \d+ \d+$/.test(match[0]) && !WORDS.test(match[0]);
        return spaced || KEY.test(near.before(40)) ? place(0.9, "Grid reference of a place") : null;
      },
    },
    {
      category: "address",
      pattern: /(?<![\w.,/-])(?:\d{3} ?\d{3}|\d{4} ?\d{4}|\d{5} ?\d{5})(?![\w/]|[.,-]\d)/g,
      judge: (_, near) =>
        /\b(?:grid|osgr|ngr|map) ?(?:ref(?:erence)?)?\.?[ :(]{0,3}$/.test(near.before(24))
          ? place(0.85, "Called a grid reference")
          : null,
    },
    {
      category: "address",
      pattern:
        /(?<![\w.-])(?:4[89]|5\d|6[01])\.\d{3,8}(?:° ?N)?,? {0,2}-?\d\.\d{3,8}(?:° ?[EW])?(?![\w]|\.\d)/g,
      judge: () => place(0.9, "Latitude and longitude of a place"),
    },
    {
      category: "address",
      pattern:
        /(?<![\w.])\d{1,2}° ?\d{1,2}'(?: ?\d{1,2}(?:\.\d{1,4})?(?:"|''))? ?[NS],? ?\d{1,3}° ?\d{1,2}'(?: ?\d{1,2}(?:\.\d{1,4})?(?:"|''))? ?[EW](?![\w])/g,
      judge: () => place(0.9, "Latitude and longitude of a place"),
    },
    {
      category: "address",
      wordy: true,
      trigger: /\/\/\/|\bw3w\b|\b[Ww]hat ?3 ?[Ww]ords|\b[Ww]hat ?[Tt]hree ?[Ww]ords/g,
      pattern:
        /(?<![\p{L}\p{N}./])(?:\/\/\/)?\p{Ll}{2,20}\.\p{Ll}{2,20}\.\p{Ll}{2,20}(?![\p{L}\p{N}]|\.\p{L})/gu,
      judge: (match, near) =>
        match[0].startsWith("///") ||
        /(?:w3w|what ?(?:3|three) ?words)[^.\n]{0,24}$/.test(near.before(48))
          ? place(0.95, "Three words that name a square of three metres")
          : null,
    },
  ],
);
