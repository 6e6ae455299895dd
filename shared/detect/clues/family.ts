// Clues about the make-up of a family: how many brothers and sisters, which of them, twins, and kin beyond
// parents and children. With an area they have told a family apart. They are offered for a look only.
import { check, numberDetector } from "../identifiers/number-rule.ts";

const COUNT = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}";
const ORDINAL =
  "first|second|third|fourth|fifth|sixth|seventh|eighth|only|eldest|oldest|youngest|middle";

export const family = numberDetector(
  "clue/siblings",
  "1",
  "Numbers and order of children, twins.",
  [
    {
      category: "demographic",
      wordy: true,
      trigger:
        /child|sibling|brother|sister|sons|daughter|cousin|twin|triplet| of (?:two|three|four|five|six|seven|eight|nine|ten|\d)/gi,
      pattern: new RegExp(
        `\\b(?:the )?(?:${ORDINAL}) (?:child )?of (?:(?:${COUNT}) (?:children|siblings|brothers|sisters|sons|daughters)|(?:${COUNT})\\b)|\\b(?:${COUNT}) (?:older |younger |half-?|step-?|other |full )?(?:siblings|half-siblings|brothers|sisters|half-brothers|half-sisters)\\b|\\b(?:first|second) cousins?\\b|\\b(?:identical )?(?:twins|triplets|twin (?:brother|sister|boys|girls))\\b`,
        "gi",
      ),
      judge: () => ({
        ...check(0.4, "Number or order of children: it adds to the jigsaw"),
        identifier: "quasi",
      }),
    },
  ],
);

const GRAND =
  "grandmother|grandfather|grandparents?|grandma|grandpa|grandad|granddad|grandsons?|granddaughters?|grandchild(?:ren)?|gran|granny|nan|nana|nanna|nain|taid|mamgu|tadcu|nonna|yiayia|dziadek|seanair|granda|abuela|dadi|dada|nani|khala|chacha|babcia|bunica";
const SIDES = "aunts?|aunt(?:ie|y)|uncles?|nephews?|nieces?|cousins?";
const BY_MARRIAGE = "(?:mother|father|brother|sister|son|daughter|parents)-in-law|in-laws";

/** Whom a family is known by beyond parents and children; a name that follows is the name's own mark. */
export const kin = numberDetector(
  "clue/kin",
  "1",
  "Kin beyond parents, children, brothers and sisters.",
  [
    {
      category: "demographic",
      wordy: true,
      trigger:
        /grand|gran\b|nan|nain|taid|mamgu|tadcu|nonna|yiayia|dziadek|aunt|uncle|neph|niece|cousin|in-law|\b[MP]G[MF]P?\b|godmother|godfather|godparent|khala|chacha|dad[ia]\b|babcia|abuela|bunica|seanair/gi,
      pattern: new RegExp(
        `(?<![\\w'’-])(?:(?:(?:maternal|paternal|great|great-great|step|foster|elderly|late|second|first)[ -]){0,3}(?:${GRAND}|${SIDES}|${BY_MARRIAGE}|god(?:mother|father|parents?))|[MP]G[MFP]s?|MGGM|PGGM)(?![\\w-])`,
        "gi",
      ),
      judge(match) {
        const word = match[0];
        // "Aunt Jean", "MGM" as typed; a word of a title in capitals says nothing more.
        if (/^[mp]g/i.test(word) && word !== word.toUpperCase() && !word.endsWith("s")) return null;
        return { ...check(0.4, "Kin beyond parents: it adds to the jigsaw"), identifier: "quasi" };
      },
    },
  ],
);
