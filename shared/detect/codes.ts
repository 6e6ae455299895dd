// Judges what QR and bar codes say. A code is always listed, since no reader can see what it holds;
// it is suggested at once where its content carries an identifier, a name or a record's number.
import type { Hit, PageScan } from "./hit.ts";
import { codeSpans } from "../text/code-text.ts";

const NAME = "code";
const VERSION = "1";

/** Classes in the words an analyst reads. */
const SAID: Partial<Record<Hit["category"], string>> = {
  "nhs-number": "an NHS number",
  nino: "a National Insurance number",
  upn: "a pupil number",
  uln: "a learner number",
  email: "an email address",
  phone: "a telephone number",
  postcode: "a postcode",
  address: "an address",
  date: "a date",
};

/** A book's number leads to a book. */
const BOOK = /^97[89]\d{10}$/;

export function findCodes(scan: PageScan, within: readonly Hit[]): Hit[] {
  if (!scan.clean.text.includes("\uFFF9")) return [];
  return codeSpans(scan.clean.text).flatMap(({ kind, start, end }) => {
    if (end <= start) return [];
    const content = scan.clean.text.slice(start, end);
    const found = within
      .filter((hit) => hit.start < end && hit.end > start && hit.category !== "url")
      .map((hit) => SAID[hit.category] ?? "something that identifies");
    const telling =
      found.length > 0 || names(content) || (/\d{6}/.test(content) && !BOOK.test(content));
    return [
      {
        start,
        end,
        category: "code",
        identifier: telling ? "direct" : "quasi",
        score: telling ? 0.95 : 0.7,
        tier: telling ? "suggested" : "check",
        detector: NAME,
        version: VERSION,
        why: `${kind === "qr code" ? "QR code" : "Bar code"}; ${why(found, telling)}`,
        label: kind === "qr code" ? "QR code" : "Bar code",
      } satisfies Hit,
    ];
  });
}

/** A card of a person, or two capitalised words in a row. */
function names(content: string): boolean {
  return /BEGIN:VCARD|MECARD:/i.test(content) || /\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(content);
}

function why(found: readonly string[], telling: boolean): string {
  if (found.length > 0) return `any telephone reads in it ${[...new Set(found)].join(" and ")}`;
  return telling
    ? "any telephone reads in it a name or a record's number"
    : "look at what it leads to";
}
