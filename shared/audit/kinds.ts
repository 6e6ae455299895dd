// What the trail can say: one schema for each kind of entry. Strict, so that nothing unforeseen gets in.
// A term of a document never appears here, nor an unsalted hash of one (A3): places are counted,
// classes are named, terms are compared only by a keyed HMAC whose key can be destroyed.
// Kinds are added, never changed: entries of ten years ago must still parse.
import { z } from "zod";
import { ROLES } from "../ipc/cases.ts";

const count = z.int().min(0);
const id = z.string().min(1).max(80);
const hex256 = z.string().regex(/^[0-9a-f]{64}$/u);
const hmac = z.string().regex(/^[0-9a-f]{32}$/u);
/** Words typed by a person; scanned for the case's terms before they come here. */
const note = z.string().max(2_000);
/** Page ranges: "3", "3–5, 9". */
const pages = z.string().regex(/^[0-9–, ]*$/u);
const tally = z.record(z.string().max(40), count);
const code = z.string().regex(/^[a-z0-9-]{1,60}$/u);
const role = z.enum(ROLES);
const person = { user: id, name: z.string().max(120), role, publicKey: hex256 };
const places = { items: z.array(id), count, pages, categories: tally, terms: z.array(hmac) };
const label = z.string().max(80).nullable();
/** How a gap is filled: a label for a person, a generalisation, or a bare box. */
const how = z.enum(["label", "generalise", "box"]);
/** Keyed seal over the decision as it was stored, so that editing it beside the trail is found. */
const decided = { event: hmac.optional() };
/** Original and plan by their keyed names; in old cases by plain hashes. */
const planDocument = z.strictObject({ document: id, original: hex256, plan: hex256, marks: count });

export const AUDIT_KINDS = {
  "case.created": z.strictObject({ format: z.int(), ...person }),
  "case.opened": z.strictObject({}),
  "case.locked": z.strictObject({ why: z.enum(["idle", "lid", "asked"]) }),
  "case.handedOver": z.strictObject({ entries: count, head: hex256 }),
  "case.restored": z.strictObject({ entries: count, head: hex256 }),
  "case.rolledBack": z.strictObject({ seen: count, found: count }),
  "case.destroyed": z.strictObject({ reason: note, documents: count, exports: count }),
  "user.added": z.strictObject(person),
  "user.removed": z.strictObject({ user: id }),
  "user.passphrase": z.strictObject({ user: id, noticed: z.boolean() }),
  "document.imported": z.strictObject({
    /** Its keyed name; in old entries its plain hash, with its size. */
    original: hex256,
    bytes: count.optional(),
    pages: count,
    role: z.string().max(40),
  }),
  "document.role": z.strictObject({ role: z.string().max(40) }),
  "document.read": z.strictObject({ pages: count, ocrPages: count, characters: count.optional() }),
  "document.failed": z.strictObject({ code }),
  /** Taken out of the case with all that was decided about it; its earlier entries stay. */
  "document.removed": z.strictObject({
    decisions: count,
    comments: count,
    exports: count,
    copied: count,
    /** Keyed name of the original's file, so that it goes even where the machine stops before it did. */
    file: z.string().regex(/^[0-9a-f]{40}$/u),
    reason: note,
  }),
  "suggestions.found": z.strictObject({
    added: count,
    kept: count,
    gone: count,
    silent: count,
    categories: tally,
    detectors: z.record(z.string().max(80), z.string().max(40)),
  }),
  "mark.accepted": z.strictObject({ ...decided, ...places, label, reason: code, how }),
  /** Many in one act, each class of them under its own label; the parts are in the order of the act. */
  "mark.acceptedTogether": z.strictObject({
    ...decided,
    ...places,
    labels: z.array(z.strictObject({ label, reason: code, how, count, pages })).min(1),
  }),
  "mark.refused": z.strictObject({ ...decided, ...places, note: note.nullable() }),
  "mark.overruled": z.strictObject({
    ...decided,
    ...places,
    to: z.enum(["accepted", "refused"]),
    label,
    reason: code,
    note,
  }),
  "mark.drawn": z.strictObject({
    ...decided,
    mark: id,
    label,
    reason: code,
    how,
    terms: z.array(hmac),
  }),
  "mark.adjusted": z.strictObject({ ...decided, mark: id }),
  "mark.labelled": z.strictObject({
    ...decided,
    items: z.array(id),
    count,
    pages,
    label,
    reason: code.nullable(),
    how,
  }),
  /** Places outside suggestions that stay readable though the same is burnt elsewhere. */
  "intruder.answered": z.strictObject({
    question: z.int().min(1),
    answer: z.enum(["safe", "risk", "open"]),
  }),
  "mark.left": z.strictObject({ ...decided, count, pages, terms: z.array(hmac), note }),
  "mark.removed": z.strictObject({ ...decided, mark: id, note: note.nullable() }),
  "picture.cleared": z.strictObject({ ...decided, picture: id, kept: z.boolean() }),
  "page.sealed": z.strictObject({ ...decided, sealed: z.boolean() }),
  "decision.undone": z.strictObject({ ...decided, of: z.int().min(1), what: z.string().max(40) }),
  "decision.redone": z.strictObject({ ...decided, of: z.int().min(1), what: z.string().max(40) }),
  "review.seen": z.strictObject({ pages, places: count, pictures: count }),
  /** `questionsLeft`: of the motivated intruder, without an answer at that time; absent in old entries. */
  "review.submitted": z.strictObject({ documents: count, questionsLeft: count.optional() }),
  "review.sentBack": z.strictObject({ reason: note, comments: count }),
  "review.signed": z.strictObject({
    plan: hex256,
    documents: z.array(planDocument),
    questionsLeft: count.optional(),
  }),
  "review.reopened": z.strictObject({ reason: note, voids: hex256.nullable() }),
  /** The text is sealed as decisions are; old entries have no seal. */
  "comment.made": z.strictObject({ comment: id, target: id.nullable(), text: hmac.optional() }),
  "comment.resolved": z.strictObject({ comment: id }),
  "person.added": z.strictObject({ person: id, label, role: z.string().max(60).nullable() }),
  /** Several in one act, as the documents speak of them. */
  "people.added": z.strictObject({
    people: z.array(z.strictObject({ person: id, label })).min(1),
  }),
  "person.changed": z.strictObject({ person: id, label, role: z.string().max(60).nullable() }),
  "person.removed": z.strictObject({ person: id }),
  "list.added": z.strictObject({
    item: id,
    list: z.enum(["allow", "deny"]),
    fuzzy: z.boolean(),
    pattern: z.boolean(),
  }),
  "list.removed": z.strictObject({ item: id, list: z.enum(["allow", "deny"]) }),
  "export.verified": z.strictObject({
    export: id,
    sha256: hex256,
    bytes: count,
    pages: count,
    crisp: count,
    sealed: count,
    marks: count,
    plan: hex256,
    checks: count,
    signed: z.boolean(),
    /** SHA-256 of the certificate's canonical text: an exchanged certificate is found. */
    certificate: hex256.optional(),
  }),
  "export.failed": z.strictObject({
    stage: z.enum(["burn", "verify", "write"]),
    code,
    findings: count,
    checks: z.array(code),
  }),
  "export.copied": z.strictObject({ export: id }),
  "publication.decided": z.strictObject({
    decision: code,
    ground: note.nullable(),
    evidence: note.nullable(),
    decidedBy: z.string().max(200),
    publishOn: z.string().max(10).nullable(),
    reviewOn: z.string().max(10).nullable(),
    noticeGivenOn: z.string().max(10).nullable(),
  }),
  "release.recorded": z.strictObject({
    release: id,
    export: id,
    sha256: hex256,
    to: z.string().max(200),
    supersedes: id.nullable(),
    note: note.nullable(),
  }),
  "release.recalled": z.strictObject({ release: id, reason: note }),
  "retention.set": z.strictObject({ until: z.string().max(10) }),
  "terms.destroyed": z.strictObject({ reason: note }),
  "settings.changed": z.strictObject({ name: z.string().max(60) }),
  "write.failed": z.strictObject({ code, during: z.string().max(60) }),
  "checkpoint.made": z.strictObject({ entries: count, head: hex256, for: z.string().max(60) }),
} as const;

export type AuditKind = keyof typeof AUDIT_KINDS;
export type AuditData<K extends AuditKind> = z.infer<(typeof AUDIT_KINDS)[K]>;

/** What a writer hands in; seq, time, person and chain are added by the trail. */
export interface NewEntry<K extends AuditKind = AuditKind> {
  readonly kind: K;
  readonly document?: string | null;
  readonly page?: number | null;
  readonly data: AuditData<K>;
}

/** One entry as stored, exported and verified. */
export interface AuditEntry {
  readonly seq: number;
  readonly at: string;
  /** Id of the person; names and keys are in "case.created" and "user.added". */
  readonly by: string;
  /** "Candour 0.1.0" */
  readonly tool: string;
  readonly kind: AuditKind;
  readonly document: string | null;
  readonly page: number | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly previous: string;
  readonly hash: string;
  readonly signature: string;
}

/** Count and head of a trail at one time, signed: whoever keeps it is a witness. */
export interface Checkpoint {
  readonly case: string;
  readonly entries: number;
  readonly head: string;
  readonly at: string;
  readonly by: string;
  readonly signature: string;
}
