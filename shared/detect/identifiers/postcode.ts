// Postcodes, whole ("LS8 2QT") and outward ("the LS8 area"). The area letters are checked against the
// 124 that exist; an unknown area lowers the rank. Motorways and class B roads look like outward codes,
// so those are only taken where they are called a postcode or an area.
import { check, numberDetector, suggested } from "./number-rule.ts";

const AREAS = new Set(
  "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE".split(
    " ",
  ),
);
const areaKnown = (outward: string): boolean => AREAS.has(/^[A-Z]{1,2}/.exec(outward)?.[0] ?? "");

/** Letters of a second half, and the figures that look like them. */
const MISREAD = /^[\dOISZ][A-Z0125678]{2}$/;
const OF_A_HOME =
  /post ?code|address|\blive[sd]? (?:at|in|on)\b|\b(?:road|rd|lane|street|close|avenue|drive|row|terrace|crescent|gardens|house|home|flat)\b/;

export const postcode = numberDetector(
  "identifier/postcode",
  "1",
  "Postcodes and the first halves of postcodes.",
  [
    {
      category: "postcode",
      pattern:
        /(?<![A-Za-z\d])([A-Za-z]{1,2}\d[A-Za-z\d]?)( ?|\n)(\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})(?![A-Za-z\d])/g,
      judge(match, near) {
        const upper = match[0].toUpperCase();
        const lowerCase = match[0] !== upper;
        const known = areaKnown(upper);
        const named = /post ?code|address|\blived at\b/.test(near.before(60));
        if (known && !lowerCase) return suggested(0.98, "Postcode; its area exists");
        if (known && (named || match[2] !== "")) return suggested(0.9, "Postcode in small letters");
        if (named) return suggested(0.85, "Called a postcode; no such area exists");
        return lowerCase
          ? null
          : check(0.4, "Has the shape of a postcode, but no such area exists");
      },
    },
    {
      category: "postcode",
      pattern: /(?<![A-Za-z\d])([A-Z]{1,2}\d{1,2}[A-Z]?)( \d)?(?![A-Za-z\d])/g,
      judge(match, near) {
        if (!areaKnown(match[1]!)) return null;
        const called = /post ?codes?[^.\n]{0,24}$/.test(near.before(40));
        const named =
          called ||
          (match[2] === undefined && /^,? (?:post ?code|area\b|district\b)/.test(near.after(14)));
        return named
          ? {
              ...suggested(0.85, "First half of a postcode: it names a district"),
              identifier: "quasi",
            }
          : null;
      },
    },
    {
      // A scan's reader takes letters for figures ("277" for "2ZZ") and sets the halves apart.
      category: "postcode",
      pattern:
        /(?<![A-Za-z\d])([A-Z]{1,2}\d{1,2}[A-Z]?)( {1,2}|\t)([\dOISZ][A-Z\d]{2})(?![A-Za-z\d-])/g,
      judge(match, near) {
        const clean = /^\d[A-Z]{2}$/.test(match[3]!);
        if (clean && match[2] === " ") return null;
        const named = OF_A_HOME.test(near.before(60));
        if (clean && (named || areaKnown(match[1]!)))
          return suggested(0.85, "Postcode, its halves apart");
        return named && MISREAD.test(match[3]!)
          ? suggested(0.7, "Postcode, some of its letters read as figures")
          : null;
      },
    },
    {
      category: "postcode",
      pattern: /(?<![A-Za-z\d])[A-Z]{1,2} \d{1,2}[A-Z]? \d ?[A-Z]{2}(?![A-Za-z\d])/g,
      judge: (match, near) =>
        areaKnown(match[0]) && /post ?code[^.\n]{0,24}$/.test(near.before(40))
          ? suggested(0.85, "Called a postcode; its parts are set apart")
          : null,
    },
    {
      category: "postcode",
      pattern: /(?<![A-Za-z\d])BFPO ?\d{1,4}(?!\d)/g,
      judge: () => suggested(0.95, "Forces post office number"),
    },
  ],
);
