// Addresses and streets: house number, street, then town and postcode where they follow. A street without a
// number is still a street; words that also end other names (Court, Park, View) need the number.
import type { Detector, Hit } from "../hit.ts";

const NAME = "address";
const VERSION = "1";

const CLEAR =
  "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Crescent|Cres|Terrace|Gardens|Gdns|Grove|Mews|Parade|Boulevard|Walk|Wharf|Drive|Way|Row";
const UNCLEAR =
  "Place|Court|Hill|Square|Rise|View|Green|Park|Mount|Vale|Fields?|Meadows?|Gate|Quay|Yard|Bank|Croft|Wynd|Brae|Loan|Path|Approach|Circus|Heights|Common|End|Fold|Garth|Ginnel|Passage|Alley|Causeway|House|Tower|Cottages?|Farm|Lodge|Flats|Mansions|Buildings|Dr|Ct|Pl|Sq";
const WORD = "[A-Z][\\p{L}'-]{0,24}\\.?";
const FLAT = "(?:(?:Flat|Apartment|Apt|Unit|Room|Caravan|Plot|Block)[ ]?[\\dA-Z]{1,4},?[ ])";
const NUMBER = "\\d{1,4}[A-Za-z]?(?:[ ]?[-/][ ]?\\d{1,4}[A-Za-z]?)?,?[ ]";
const TAIL = `(?:,?[ \\n]{1,2}(?:${WORD}[ ]?){1,3}(?=,|[ \\n]{1,2}[A-Z]{1,2}\\d)){0,3}(?:,?[ \\n]{1,2}[A-Z]{1,2}\\d[A-Z\\d]?[ ]?\\d[A-Z]{2}\\b)?`;

const NUMBERED = new RegExp(
  `(?<![\\w£$.,/-])${FLAT}?(?:(?:${WORD}[ ]){1,3}(?:House|Court|Tower|Lodge|Flats|Point),?[ ])?${NUMBER}(?:${WORD}[ ]){1,4}?(?:${CLEAR}|${UNCLEAR})(?![\\p{L}'-])${TAIL}`,
  "gu",
);
const FLAT_ONLY = new RegExp(`(?<![\\w])${FLAT}(?:(?:The )?${WORD}[ ]?){1,3}${TAIL}`, "gu");
const STREET = new RegExp(
  `(?<![\\p{L}\\d'-])(?:(?:St\\.? |The )?${WORD}[ ]){1,3}?(?:${CLEAR})(?![\\p{L}'-]|[ ](?:Act|Report|Inquiry|School|Primary|Surgery|Hospital|Nursery|Police))`,
  "gu",
);
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
        tier: "suggested",
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
