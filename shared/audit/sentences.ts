// The trail in plain words: one sentence for every kind of entry. Pure; names of people and documents
// are looked up by the caller, because an exported trail carries none of the documents' names.
// A sentence never says more than the entry: no term of a document can appear in it.
import { CHECKS } from "../model/checks.ts";
import { reasonOf } from "../policy/reasons.ts";
import { AUDIT_KINDS, type AuditData, type AuditEntry, type AuditKind } from "./kinds.ts";

export interface Names {
  /** Display name of a person of the case; the id where unknown. */
  user(id: string): string;
  /** Display name of a document; something like "document 2" where unknown. */
  document(id: string): string;
}

type Writer<K extends AuditKind> = (data: AuditData<K>, entry: AuditEntry, names: Names) => string;

const figure = (count: number) => count.toLocaleString("en-GB");
const n = (count: number, one: string, many = `${one}s`) =>
  `${figure(count)} ${count === 1 ? one : many}`;
const pagesOf = (pages: string) => `${/[–,]/u.test(pages) ? "pages" : "page"} ${pages}`;
const onPages = (pages: string) => (pages === "" ? "" : ` on ${pagesOf(pages)}`);
const because = (note: string | null | undefined) => (note ? `, because: “${note}”` : "");
const as = (label: string | null, reason: string | null) => {
  const why = reason ? reasonOf(reason).name.toLowerCase() : null;
  if (label) return why ? ` as “${label}” (${why})` : ` as “${label}”`;
  return why ? ` (${why})` : "";
};
/** The first few labels, and how many more there are. */
const labels = (people: readonly { readonly label: string | null }[]) => {
  const given = people.flatMap((p) => p.label ?? []);
  if (given.length === 0) return "";
  const more = given.length > 4 ? ` and ${given.length - 3} more labels` : "";
  return ` as ${given
    .slice(0, more ? 3 : 4)
    .map((l) => `“${l}”`)
    .join(", ")}${more}`;
};
const openQuestions = (count: number | undefined) =>
  count ? `; ${n(count, "question")} of the motivated intruder had no answer` : "";
/** In the words of the certificate; a check of another version under its own name. */
const checkName = (id: string) => `“${(CHECKS as Readonly<Record<string, string>>)[id] ?? id}”`;
const short = (hash: string) => hash.slice(0, 12);
const classes = (tally: Record<string, number>) =>
  Object.entries(tally)
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");

const WRITERS: { readonly [K in AuditKind]: Writer<K> } = {
  "case.created": (d) => `Made the case; ${d.name} is its first person, as ${d.role}`,
  "case.opened": () => "Opened the case",
  "case.locked": (d) =>
    d.why === "asked"
      ? "Locked the case"
      : d.why === "idle"
        ? "The case locked itself after a time without use"
        : "The case locked itself when the lid was closed",
  "case.handedOver": (d) => `Wrote the case to one file after ${n(d.entries, "entry", "entries")}`,
  "case.restored": (d) =>
    `Brought the case back from a file with ${n(d.entries, "entry", "entries")}`,
  "case.rolledBack": (d) =>
    `Noticed that this computer had seen ${n(d.seen, "entry", "entries")} where now ${d.found} are found: an older copy of the case was put in place`,
  "case.destroyed": (d) =>
    `Destroyed the keys and files of the case: ${n(d.documents, "document")}, ${n(d.exports, "export")}${because(d.reason)}`,
  "user.added": (d) => `Added ${d.name} as ${d.role}`,
  "user.removed": (d, _, names) => `Removed ${names.user(d.user)} from the case`,
  "user.passphrase": (d, entry, names) =>
    d.noticed
      ? `Noticed that the passphrase of ${names.user(d.user)} was changed`
      : d.user === entry.by
        ? "Changed their passphrase"
        : `Changed the passphrase of ${names.user(d.user)}`,
  "document.imported": (d) =>
    `Imported the document as ${d.role.replaceAll("-", " ")}: ${n(d.pages, "page")}, original ${short(d.original)}…`,
  "document.role": (d) => `Said that the document is the ${d.role.replaceAll("-", " ")}`,
  "document.read": (d) =>
    `Read the document: ${n(d.pages, "page")}${d.characters === undefined ? "" : `, ${n(d.characters, "character")}`}${d.ocrPages > 0 ? `, ${n(d.ocrPages, "page")} by reading the picture` : ""}`,
  "document.failed": (d) => `The document could not be read (${d.code.replaceAll("-", " ")})`,
  "document.removed": (d) =>
    `Removed the document from the case, with ${n(d.decisions, "decision")}, ${n(d.comments, "comment")} and ${n(d.exports, "export")}` +
    (d.copied > 0 ? `, copied out of the case ${n(d.copied, "time")} before` : "") +
    because(d.reason),
  "suggestions.found": (d) =>
    `Looked for identifying details: ${n(d.added, "new suggestion")}, ${figure(d.kept)} kept, ${figure(d.gone)} no longer found` +
    (d.silent > 0 ? `, ${figure(d.silent)} refused before and not brought back` : ""),
  "mark.accepted": (d) => underOneLabel(d, d.count),
  "mark.acceptedTogether": (d) =>
    `Accepted ${n(d.count, "place")} in one act, under ${n(d.labels.length, "label")}${onPages(d.pages)}`,
  "mark.refused": (d) =>
    `Left ${n(d.count, "place")} readable (${classes(d.categories)})${onPages(d.pages)}${because(d.note)}`,
  "mark.overruled": (d) =>
    `Overruled ${n(d.count, "decision")}${onPages(d.pages)}: now ${d.to === "accepted" ? `to be burnt${as(d.label, d.reason)}` : "left readable"}${because(d.note)}`,
  "mark.drawn": (d) => `Drew a mark${as(d.label, d.reason)}`,
  "mark.adjusted": () => "Moved the edges of a mark",
  "mark.labelled": (d) =>
    `${d.how === "generalise" ? "Generalised" : "Labelled"} ${n(d.count, "mark")}${d.label === null ? " with the usual label" : ""}${as(d.label, d.reason)}${onPages(d.pages)}`,
  "intruder.answered": (d) =>
    `Answered question ${d.question} of the motivated intruder: ${{ safe: "no", risk: "perhaps", open: "to be looked into" }[d.answer]}`,
  "mark.left": (d) =>
    `Left ${n(d.count, "more place")} readable${onPages(d.pages)}, though the same is burnt elsewhere${because(d.note)}`,
  "mark.removed": (d) => `Took a drawn mark away${because(d.note)}`,
  "picture.cleared": (d) =>
    d.kept ? "Looked at a picture and kept it" : "Looked at a picture and chose to burn it",
  "page.sealed": (d) =>
    d.sealed ? "Chose to seal the page" : "Left the page's kind to the burner again",
  "decision.undone": (d) => `Undid decision ${d.of} (${d.what.replaceAll("-", " ")})`,
  "decision.redone": (d) => `Redid decision ${d.of} (${d.what.replaceAll("-", " ")})`,
  "review.seen": (d) =>
    `Looked at ${[
      pagesOf(d.pages),
      ...(d.places > 0 ? [n(d.places, "place")] : []),
      ...(d.pictures > 0 ? [n(d.pictures, "picture")] : []),
    ].join(", ")}`,
  "review.submitted": (d) =>
    `Handed ${n(d.documents, "document")} to the second person${openQuestions(d.questionsLeft)}`,
  "review.sentBack": (d) => `Sent the case back${because(d.reason)}`,
  "review.signed": (d) =>
    `Signed the plan ${short(d.plan)}… over ${n(d.documents.length, "document")}; it is frozen${openQuestions(d.questionsLeft)}`,
  "review.reopened": (d) =>
    `Reopened the review${d.voids ? ` and so voided the signature over ${short(d.voids)}…` : ""}${because(d.reason)}`,
  "comment.made": (d) => (d.target ? "Commented on a place" : "Wrote a comment"),
  "comment.resolved": () => "Marked a comment as answered",
  "person.added": (d) => `Added a person to the register${as(d.label, null)}`,
  "people.added": (d) =>
    `Added ${n(d.people.length, "person", "people")} to the register${labels(d.people)}`,
  "person.changed": (d) => `Changed a person of the register${as(d.label, null)}`,
  "person.removed": () => "Removed a person from the register",
  "list.added": (d) =>
    d.list === "allow" ? "Added a text that stays readable" : "Added a text to look for always",
  "list.removed": (d) =>
    d.list === "allow"
      ? "Took a text off the list of what stays readable"
      : "Took a text off the list of what is always looked for",
  "export.verified": (d) =>
    `Burnt and verified an export: ${n(d.marks, "mark")}, ${n(d.pages, "page")} (${d.crisp} as text, ${d.sealed} sealed), ${n(d.checks, "check")} passed, file ${short(d.sha256)}…${d.signed ? "" : "; not signed by a second person"}`,
  "export.failed": (d) =>
    d.stage === "verify"
      ? `An export failed its checks (${n(d.findings, "finding")}) and was deleted: ${d.checks.map(checkName).join(", ")}`
      : `An export was refused while it was ${d.stage === "burn" ? "burnt" : "written"} (${d.code.replaceAll("-", " ")}); no file is left`,
  "export.copied": () => "Saved a copy of an export outside the case",
  "publication.decided": (d) =>
    `Recorded the decision of ${d.decidedBy}: ${d.decision.replaceAll("-", " ")}${d.publishOn ? `, on ${d.publishOn}` : ""}${d.reviewOn ? `, to be looked at again on ${d.reviewOn}` : ""}${because(d.ground)}`,
  "release.recorded": (d) =>
    `Released the export ${short(d.sha256)}… to ${d.to}${d.supersedes ? ", in place of an earlier release" : ""}`,
  "release.recalled": (d) => `Recalled a release${because(d.reason)}`,
  "retention.set": (d) => `Set the case to be kept until ${d.until}`,
  "terms.destroyed": (d) =>
    `Destroyed the key by which entries about one term could be compared${because(d.reason)}`,
  "settings.changed": (d) => `Changed the setting “${d.name}”`,
  "write.failed": (d) =>
    `A change could not be written (${d.code.replaceAll("-", " ")}, during ${d.during}); the case was reopened and goes on from its last entry`,
  "checkpoint.made": (d) =>
    `Made a checkpoint for ${d.for}: ${n(d.entries, "entry", "entries")}, head ${short(d.head)}…`,
};

/** One plain sentence for an entry; an entry of a kind this version does not know says so. */
export function describe(entry: AuditEntry, names: Names): string {
  const schema = AUDIT_KINDS[entry.kind] as (typeof AUDIT_KINDS)[AuditKind] | undefined;
  if (!schema) return `An entry of a kind this version does not know (${entry.kind})`;
  const data = schema.safeParse(entry.data);
  if (!data.success) return `An entry that this version cannot read (${entry.kind})`;
  const writer = WRITERS[entry.kind] as Writer<AuditKind>;
  return writer(data.data, entry, names);
}

/** What stands behind a sentence that sums up: a line for each label of one act, the commonest first. */
export function detailsOf(entry: AuditEntry): readonly string[] {
  const labels = together(entry)?.labels ?? [];
  return [...labels]
    .sort((a, b) => b.count - a.count)
    .map((part) => underOneLabel(part, part.count));
}

/** The sentence for one suggestion or mark among those of the entry: with the label that it got. */
export function describeFor(target: string, entry: AuditEntry, names: Names): string {
  const data = together(entry);
  const at = data?.items.indexOf(target) ?? -1;
  if (!data || at < 0) return describe(entry, names);
  // Places stand in the order of their labels.
  let before = 0;
  const part = data.labels.find((p) => at < (before += p.count));
  if (!part) return describe(entry, names);
  return `${underOneLabel({ ...part, pages: "" }, 1)}, with ${n(data.count - 1, "other")} in one act`;
}

type Together = AuditData<"mark.acceptedTogether">;

function together(entry: AuditEntry): Together | null {
  if (entry.kind !== "mark.acceptedTogether") return null;
  return AUDIT_KINDS["mark.acceptedTogether"].safeParse(entry.data).data ?? null;
}

const underOneLabel = (part: Omit<Together["labels"][number], "count">, count: number): string =>
  `${part.how === "generalise" ? "Generalised" : "Accepted"} ${n(count, "place")}${as(part.label, part.reason)}${onPages(part.pages)}`;
