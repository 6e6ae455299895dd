// Telephone numbers of Britain and elsewhere. Candidates come from one pattern; libphonenumber says
// whether such a number can exist. Help lines that everybody may ring (0800, 0808, 116…) identify no one.
import { isPossiblePhoneNumber, isValidPhoneNumber } from "libphonenumber-js/min";
import { check, digitsOf, numberDetector, suggested } from "./number-rule.ts";

const CONTEXT =
  /\b(?:tel|telephone|phone|phoned|mob|mobile|fax|call|called|ring|rang|text|texted|whatsapp|contact|landline|number|ext)\b[^\n]{0,24}$/;
const NOT_PHONE =
  /\b(?:nhs|utr|account|a\/c|chi|hcn|h ?& ?c|health and care|ref|reference|uln|case|crime|incident|invoice|charity|company|isbn|sort code|vat)\b[^\n]{0,20}$/;
const HELP =
  /help ?line|hot ?line|free ?phone|advice line|nspcc|childline|samaritans|crimestoppers|refuge|barnardo|papyrus|frank|mencap|mind|women's aid|family lives|respect|can (?:ring|call|be reached)|worried about/;
const HELP_LINE = /^(?:\+?44|0)?(?:800|808|300|345)|^116\d{3}$/;
const FREE = /^1?8(?:00|33|44|55|66|77|88)/;

export const phone = numberDetector(
  "identifier/phone",
  "1",
  "Telephone numbers, landline and mobile, British and foreign.",
  [
    {
      category: "phone",
      pattern:
        /(?<![\w£$€.,/-])(?:\+\d{1,3}[ .-]?(?:\(0\)[ ]?)?|00\d{2}[ .-]?|\(?0[ ]?)(?:\d[ .-]?|\(\d{1,4}\)[ ]?|\) ?){8,12}\d(?!\d|[./-]\d|[A-Za-z])(?:,? ?(?:ext(?:ension|n)?|x)\.? ?\d{2,5}(?!\d))?/g,
      judge(match, near) {
        const dialled = match[0].replace(/,? ?(?:ext|x)[a-z]*\.? ?\d+$/, "");
        const digits = digitsOf(dialled);
        if (digits.length < 9 || digits.length > 15) return null;
        const before = near.before(40);
        if (NOT_PHONE.test(before)) return null;
        const named = CONTEXT.test(before);
        const number = dialled.startsWith("00") ? `+${digits.slice(2)}` : dialled;
        if (HELP_LINE.test(digits))
          return HELP.test(before)
            ? null
            : {
                ...check(0.3, "Free or national-rate number of a service"),
                identifier: "quasi",
              };
        if (isValidPhoneNumber(number, "GB"))
          return suggested(named ? 0.99 : 0.95, "Telephone number; such a number can exist");
        if (isPossiblePhoneNumber(number, "GB"))
          return named || /^(?:\+|0[127])/.test(match[0].replace("(", ""))
            ? suggested(named ? 0.93 : 0.85, "Telephone number; its range is not in use")
            : check(0.45, "Might be a telephone number");
        return named ? suggested(0.8, "Called a telephone number; its length is unusual") : null;
      },
    },
    {
      // "(202) 707-5065", "1-212-555-0143": as North America writes them; ten figures in threes may be an NHS number.
      category: "phone",
      pattern:
        /(?<![\w£$€.,/+-])(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[.-])[2-9]\d{2}[.-]\d{4}(?!\w|[.-]\d)/g,
      judge(match, near) {
        const before = near.before(40);
        if (NOT_PHONE.test(before) || !isPossiblePhoneNumber(match[0], "US")) return null;
        // "TRL 615.478.0000" is a sum.
        if (!CONTEXT.test(before) && match[0].includes(".")) return null;
        if (FREE.test(digitsOf(match[0])))
          return { ...check(0.3, "Free number of a service"), identifier: "quasi" };
        const told = CONTEXT.test(before);
        if (!told && !/^[1(]/.test(match[0]))
          return check(0.45, "Might be a telephone number of North America");
        return suggested(told ? 0.95 : 0.9, "Telephone number as North America writes it");
      },
    },
    {
      category: "phone",
      pattern:
        /\b(?:(?:ext(?:ension|n)?|bleep|pager|speed ?dial)(?: ?(?:no|number))?\.?[ :#]{0,3}|x\.? ?)(\d{3,6})(?![\d/]|[.,-]\d)/gi,
      judge: (match) => ({
        ...suggested(0.85, "Extension or bleep: a switchboard knows whose it is"),
        from: match[0].length - match[1]!.length,
      }),
    },
    {
      category: "phone",
      pattern: /(?<![\w£$€.,/-])\d{3,5}[ -]\d{3,6}(?![\d/]|[.,-]\d|[A-Za-z])/g,
      judge(match, near) {
        return /\b(?:tel|telephone|phone|mobile|fax|landline)\b\.?(?: (?:no|number))?[^\w\n]{0,4}$/.test(
          near.before(24),
        )
          ? suggested(0.85, `Local telephone number${match[0].length < 9 ? ", short" : ""}`)
          : null;
      },
    },
  ],
);
