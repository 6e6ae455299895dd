// Addresses and streets: house number, street, then town and postcode where they follow. A street without a
// number is still a street; words that also end other names (Court, Park, View) need the number.
import type { Detector, Hit } from "../hit.ts";
import { lexicon, WORD as WORD_BIT } from "../lexicon/lexicon.ts";

const NAME = "address";
const VERSION = "1";

const CLEAR =
  "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Crescent|Cres|Terrace|Gardens|Gdns|Grove|Mews|Parade|Boulevard|Walk|Wharf|Drive|Way|Row";
const UNCLEAR =
  "Place|Court|Hill|Square|Rise|View|Green|Park|Mount|Vale|Fields?|Meadows?|Gate|Quay|Yard|Bank|Croft|Wynd|Brae|Loan|Path|Approach|Circus|Heights|Common|End|Fold|Garth|Ginnel|Passage|Alley|Causeway|House|Tower|Cottages?|Farm|Lodge|Flats|Mansions|Buildings|Dr|Ct|Pk|Pl|Sq";
/** A full stop only behind what is shortened: "St. Mary's Road". */
const WORD = "[A-Z](?:\\p{L}{0,3}\\.|[\\p{L}'-]{0,24})";
/** "3/2, 19 Shore Wynd" is the second flat on the third floor. */
const FLAT =
  "(?:(?:(?:Flat|Apartment|Apt|Unit|Room|Caravan|Plot|Block)[ ]?[\\dA-Z]{1,4}|\\d/\\d(?=,?[ ]\\d)),?[ ])";
const NUMBER = "\\d{1,4}[A-Za-z]?(?:[ ]?[-/][ ]?\\d{1,4}[A-Za-z]?)?,?[ ]";
/** Second half of a postcode; a scan's reader takes its letters for figures: "277" for "2ZZ". */
const INWARD = "[\\dOISZ][A-Z\\d]{2}(?![\\w-])";
const TAIL = `(?:,?(?: |\\n(?!\\n)){1,2}(?:${WORD}[ ]?){1,3}(?=,|(?: |\\n(?!\\n)){1,2}[A-Z]{1,2}\\d)){0,3}(?:,?(?: |\\n(?!\\n)){1,2}[A-Z]{1,2}\\d[A-Z\\d]?(?:[ ]{0,2}\\d[A-Z]{2}\\b|[ ]{1,2}${INWARD}))?`;

const NUMBERED = new RegExp(
  `(?<![\\w£$.,/-])${FLAT}?(?:(?:${WORD}[ ]){1,3}(?:House|Court|Tower|Lodge|Flats|Point),?[ ])?${NUMBER}(?:${WORD}[ ]){1,4}?(?:${CLEAR}|${UNCLEAR})(?![\\p{L}'-])${TAIL}`,
  "gu",
);
const FLAT_ONLY = new RegExp(`(?<![\\w])${FLAT}(?:(?:The )?${WORD}[ ]?){1,3}${TAIL}`, "gu");
const STREET = new RegExp(
  `(?<![\\p{L}\\d'-])(?:(?:St\\.? |The )?${WORD}[ ]){1,3}?(?:${CLEAR})(?![\\p{L}'-]|[ ](?:Act|Report|Inquiry|School|Primary|Surgery|Hospital|Nursery|Police|Safety|Traffic|Transport|Design|Works|Users?|Network|Haulage|Association|Audits?|Manual|Forward))`,
  "gu",
);
/** Logs are typed in capitals, notes without any: then a house number must stand before the street. */
const SHOUTED = new RegExp(
  `(?<![\\w£$.,/-]|\\d:)(?:(?:FLAT|APT|UNIT) ?[\\dA-Z]{1,4},?[ ])?(?:\\d{1,4}[A-Z]?,?[ ])?(?:[A-Z][A-Z'-]{1,20}[ ]){1,3}(?:STREET|ST|ROAD|RD|AVENUE|AVE|LANE|CLOSE|CRESCENT|CRES|TERRACE|GARDENS|GDNS|GROVE|DRIVE|WAY|COURT|HOUSE|PARADE|PARK|HILL|SQUARE|PLACE|RISE|VIEW|MEWS|WALK)(?![\\w'-])(?:,?[ ](?:[A-Z][A-Z-]{2,20}[ ]?){1,2}(?=,|\\n|[ ][A-Z]{1,2}\\d))?(?:,?[ ][A-Z]{1,2}\\d[A-Z\\d]?[ ]?\\d[A-Z]{2}\\b)?`,
  "gu",
);
const SMALL =
  /(?<![\w£$.,/-])(?:flat \d{1,3}[a-z]?,? )?\d{1,4}[a-z]?,? (?:(?!(?:him|her|them|his|the|was|were|and|sees?|very|growing|getting|came|come|when|with) )[a-z][a-z'-]{2,20} ){1,3}(?:street|st|road|rd|avenue|ave|lane|close|crescent|cres|terrace|gardens|grove|drive)(?![\w'-])/g;
const SMALL_STREET =
  /(?<![\w'-])([a-z]{4,20}) (?:ave|avenue|rd|road|close|lane|terrace|crescent|cres|grove|drive|street)(?![\w'-])/g;
const NUMBER_ONLY =
  /(?<=\b(?:at|to|from|in|of|neighbour at|lives at) )(?:[Nn]o\.? ?|[Nn]umber )\d{1,3}[a-z]?(?!\d|[.,/]\d| (?:of|and|or|per|in|on) )/g;
const NOT_STREET =
  /^(?:(?:The|This|That|His|Her|Their|A|An|In|On|At|By|From|To|No|One|Long|Half|Main|Any|Every|Same|Only|Other|Best|Right|Wrong|Under|Along|Across|Outside|Inside|Mr|Mrs|Ms|Dr|If|When|Either|Each|Which|Third|New|Old|High|Some|Give|Make|Gave|Made|Find|All|Another|Working|Social|Child|Care|Early|Sure|Death|Pay|Back|Front|Top|Bottom|Second|First|Last|Next) )*(?:Street|St|Road|Rd|Avenue|Lane|Close|Drive|Way|Row|Walk|Terrace|Parade|Grove|Gardens)$/;

export const addresses: Detector = {
  name: NAME,
  version: VERSION,
  about: "House numbers with streets, flats, streets by name, towns and postcodes that follow.",
  find(page) {
    const { text } = page.clean;
    const hits: Hit[] = [];
    const put = (start: number, end: number, score: number, direct: boolean, why: string) => {
      if (hits.some((h) => h.start < end && start < h.end)) return;
      hits.push({
        start,
        end,
        category: "address",
        identifier: direct ? "direct" : "quasi",
        score,
        tier: score >= 0.6 ? "suggested" : "check",
        detector: NAME,
        version: VERSION,
        why,
      });
    };
    for (const match of text.matchAll(NUMBERED))
      put(
        match.index,
        match.index + match[0].trimEnd().length,
        0.96,
        true,
        "House number and street",
      );
    for (const match of text.matchAll(FLAT_ONLY))
      put(
        match.index,
        match.index + match[0].trimEnd().length,
        0.85,
        true,
        "Flat or room in a named house",
      );
    for (const match of text.matchAll(SHOUTED)) {
      const numbered = /^(?:(?:FLAT|APT|UNIT) ?\w{1,4},? )?\d|^(?:FLAT|APT|UNIT)/.test(match[0]);
      if (
        numbered ||
        / (?:STREET|ROAD|AVENUE|LANE|CLOSE|CRESCENT|TERRACE|GARDENS|GROVE)\b/.test(match[0])
      )
        put(
          match.index,
          match.index + match[0].trimEnd().length,
          numbered ? 0.85 : 0.6,
          numbered,
          "Address in capitals",
        );
    }
    for (const match of text.matchAll(SMALL))
      if (
        !/(?:years?|months?|weeks?|days?|hours?|minutes|times|people|children|miles|metres| from | the | of | in | and )/.test(
          match[0],
        )
      )
        put(match.index, match.index + match[0].length, 0.75, true, "Address in small letters");
    for (const match of text.matchAll(SMALL_STREET))
      if (((lexicon().bits.get(match[1]!) ?? 0) & WORD_BIT) === 0)
        put(match.index, match.index + match[0].length, 0.5, false, "Street in small letters");
    for (const match of text.matchAll(NUMBER_ONLY))
      put(match.index, match.index + match[0].length, 0.5, true, "House number");
    for (const match of text.matchAll(STREET)) {
      let from = match.index;
      let name = match[0];
      // Ordinary openers before the name are not part of it.
      const opener =
        /^(?:(?:The|In|On|At|By|From|To|Near|Off|Along|When|After|Before|While|And|Mr|Mrs|Ms|Dr)[ ])+/.exec(
          name,
        );
      if (opener !== null) {
        from += opener[0].length;
        name = name.slice(opener[0].length);
      }
      if (
        !name.includes(" ") ||
        NOT_STREET.test(name) ||
        /^(?:Downing|Fleet|Wall|Sesame|Coronation) Street$/.test(name)
      )
        continue;
      if (
        / (?:Way|Row|Drive|Walk|Close|St)$/.test(name) &&
        !/(?:\b(?:in|on|at|of|near|off|to|from|along|outside) (?:the )?|\d[ ])$/i.test(
          text.slice(Math.max(0, from - 12), from),
        )
      )
        continue;
      put(from, from + name.length, 0.85, false, "Street");
    }
    return hits.sort((a, b) => a.start - b.start);
  },
};
