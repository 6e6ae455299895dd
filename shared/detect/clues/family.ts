// Clues about the make-up of a family: how many brothers and sisters, which of them, twins. With an area they
// have told a family apart. They are offered for a look only; kin words alone are labels, not secrets.
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
