// The certificate as a page for people: the same facts as the JSON, in words. A pure function of
// the certificate (no clock, no randomness), set in a typeface that ships with the application.
// Whatever the certificate does not hold cannot get onto paper here.
import { gathered, inOneLine } from "../../shared/audit/gathered.ts";
import { enginesListed } from "../../shared/model/engines.ts";
import { REASONS } from "../../shared/policy/reasons.ts";
import type { Certificate } from "./certificate.ts";
import { sheets, type Sheet } from "./sheet.ts";

/** Pages listed one by one; the rest are summed up. */
const MOST_PAGES = 400;

/** What the analyst may still do about a note: nothing to whoever reads the finished sheet. */
const ADVICE = /; if that says too much, [^.;]*(?=\.)/u;

const timeOf = (at: string): string => at.replace("T", " ").replace(/\.\d+Z$/u, " UTC");

/** What makes the head of the trail a signed checkpoint. */
const SIGNED = [
  ["case", "Case"],
  ["at", "Checkpoint of"],
  ["by", "Signed with the key"],
  ["signature", "Signature"],
] as const;

export function certificatePdf(certificate: Certificate): Promise<Uint8Array> {
  const { application, made } = certificate;
  const title = "Certificate of a verified export";
  return sheets({ title, application, made }, (sheet) => write(sheet, certificate));
}

function write(sheet: Sheet, certificate: Certificate): void {
  const { original, plan, pages, gaps } = certificate;
  const crisp = pages.filter((page) => page.kind === "crisp").length;
  sheet.title("Certificate of a verified export");
  sheet.text(
    "This sheet belongs to one file. It tells what was burnt, how the file was checked before it " +
      "left the workstation, and by whom. It holds nothing of what was removed.",
  );
  sheet.heading("The file");
  sheet.fact("SHA-256 of the export", certificate.export.sha256);
  sheet.fact(
    "Pages",
    `${pages.length} (${crisp} as text, ${inPictures(pages.length - crisp)} with a text layer)`,
  );
  sheet.fact("SHA-256 of the original", original.sha256);
  sheet.fact("Made", certificate.made ? timeOf(certificate.made) : "not stated");
  sheet.fact("By", certificate.by ?? "not stated");
  sheet.fact("With", certificate.application);

  sheet.heading("What was burnt");
  sheet.fact("Marks", String(plan.marks));
  for (const { code, name } of REASONS)
    if (plan.reasons[code]) sheet.fact(name, String(plan.reasons[code]));
  sheet.fact("Hash of the plan, keyed by the original", plan.sha256);
  if (plan.name) sheet.fact("Name of the plan in the trail", plan.name);
  const loose = gaps.count - gaps.constant;
  sheet.text(
    gaps.count === 0
      ? "Nothing was marked, so there is no gap."
      : loose === 0
        ? `All ${gaps.count} gaps are of a size that does not depend on what was there.`
        : `${gaps.constant} of ${gaps.count} gaps are of a size that does not depend on what was there; ` +
          `each of the others leaves at least one in ${Math.ceil(2 ** gaps.mostBits)} of the words that ` +
          `could have stood there (${gaps.mostBits} bits).`,
  );
  for (const [kind, count] of Object.entries(certificate.swept))
    sheet.fact(`Burnt terms swept from: ${kind}`, String(count));
  const notes = certificate.notes.map((note) => ({ message: note.replace(ADVICE, "") }));
  for (const note of gathered(notes)) sheet.text(inOneLine(note));

  sheet.heading("How it was checked");
  sheet.text("The finished file was read back from disk by programs that did not write it.");
  for (const check of certificate.checks)
    sheet.fact(
      check.passed ? "Passed" : "FAILED",
      `${check.name}${check.detail ? ` (${check.detail})` : ""}.`,
    );
  for (const notice of gathered(certificate.notices)) sheet.text(`Told: ${inOneLine(notice)}`);
  sheet.fact("Written with", enginesListed(certificate.engines.burn) || "not stated");
  sheet.fact("Read back with", enginesListed(certificate.engines.verify) || "not stated");

  const sealed = pages.filter((page) => page.kind === "sealed");
  if (sealed.length) {
    sheet.heading("Pages kept as pictures");
    for (const { page, reason } of sealed.slice(0, MOST_PAGES))
      sheet.fact(`Page ${page}`, reason ?? "asked for");
    if (sealed.length > MOST_PAGES) sheet.text(`And ${sealed.length - MOST_PAGES} more.`);
  }

  sheet.heading("The trail");
  if (certificate.trail) {
    sheet.fact("Entries when this was made", String(certificate.trail.entries));
    sheet.fact("Head of the trail", certificate.trail.head);
    for (const [key, name] of SIGNED) {
      const value = certificate.trail[key];
      if (typeof value === "string") sheet.fact(name, key === "at" ? timeOf(value) : value);
    }
    sheet.text(
      "Whoever keeps this sheet can show later that the trail was not shortened or rewritten.",
    );
  } else sheet.text("The export was made without a case, so there is no trail.");
}

const inPictures = (count: number): string =>
  count === 1 ? "1 as a picture" : `${count} as pictures`;
