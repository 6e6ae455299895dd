import { expect, test } from "vitest";
import { AUDIT_KINDS, type AuditEntry, type AuditKind } from "./kinds.ts";
import { describe as sentence, describeFor, detailsOf } from "./sentences.ts";

const NAMES = { user: (id: string) => `name of ${id}`, document: (id: string) => `title of ${id}` };
const H = "ab".repeat(32);
const places = { items: ["s"], count: 14, pages: "3–12", categories: { person: 14 }, terms: [] };
const person = { user: "u", name: "Rhea", role: "reviewer", publicKey: H };

/** One example for every kind: a kind without a sentence does not compile, one without an example fails. */
const EXAMPLES: Record<AuditKind, Record<string, unknown>> = {
  "case.created": { format: 1, ...person },
  "case.opened": {},
  "case.locked": { why: "idle" },
  "case.handedOver": { entries: 1, head: H },
  "case.restored": { entries: 2, head: H },
  "case.rolledBack": { seen: 9, found: 3 },
  "case.destroyed": { reason: "time", documents: 1, exports: 2 },
  "user.added": person,
  "user.removed": { user: "u" },
  "user.passphrase": { user: "u", noticed: true },
  "document.imported": { original: H, bytes: 1, pages: 40, role: "overview-report" },
  "document.role": { role: "earlier-version" },
  "document.read": { pages: 40, ocrPages: 1, characters: 90_000 },
  "document.failed": { code: "engine-crash" },
  "document.removed": {
    decisions: 12,
    comments: 1,
    exports: 2,
    copied: 1,
    file: "0".repeat(40),
    reason: "another family's letter",
  },
  "suggestions.found": { added: 3, kept: 1, gone: 0, silent: 2, categories: {}, detectors: {} },
  "mark.accepted": { ...places, label: "Mother", reason: "family-name", how: "label" },
  "mark.acceptedTogether": {
    ...places,
    labels: [{ label: "Mother", reason: "family-name", how: "label", count: 14, pages: "3–12" }],
  },
  "mark.refused": { ...places, note: "already public" },
  "mark.overruled": { ...places, to: "refused", label: null, reason: "other", note: "why not" },
  "mark.drawn": { mark: "m", label: null, reason: "picture", how: "box", terms: [] },
  "mark.adjusted": { mark: "m" },
  "mark.labelled": {
    items: ["m"],
    count: 1,
    pages: "4",
    label: "early March",
    reason: "date",
    how: "generalise",
  },
  "intruder.answered": { question: 3, answer: "risk" },
  "mark.left": { count: 2, pages: "1, 3", terms: [], note: "another of the name" },
  "mark.removed": { mark: "m", note: null },
  "picture.cleared": { picture: "2-0", kept: true },
  "page.sealed": { sealed: true },
  "decision.undone": { of: 7, what: "accepted" },
  "decision.redone": { of: 7, what: "page-sealed" },
  "review.seen": { pages: "2", places: 3, pictures: 1 },
  "review.submitted": { documents: 2 },
  "review.sentBack": { reason: "look again", comments: 1 },
  "review.signed": { plan: H, documents: [{ document: "d", original: H, plan: H, marks: 4 }] },
  "review.reopened": { reason: "a date", voids: H },
  "comment.made": { comment: "c", target: null },
  "comment.resolved": { comment: "c" },
  "person.added": { person: "p", label: "Child A", role: null },
  "people.added": { people: [{ person: "p", label: "Child A" }] },
  "person.changed": { person: "p", label: null, role: "teacher" },
  "person.removed": { person: "p" },
  "list.added": { item: "l", list: "allow", fuzzy: false, pattern: false },
  "list.removed": { item: "l", list: "deny" },
  "export.verified": {
    export: "x",
    sha256: H,
    bytes: 1,
    pages: 40,
    crisp: 38,
    sealed: 2,
    marks: 90,
    plan: H,
    checks: 12,
    signed: false,
  },
  "export.failed": { stage: "verify", code: "not-verified", findings: 2, checks: ["terms-absent"] },
  "export.copied": { export: "x" },
  "publication.decided": {
    decision: "publish-redacted",
    ground: null,
    evidence: null,
    decidedBy: "the board",
    publishOn: "2026-03-31",
    reviewOn: null,
    noticeGivenOn: null,
  },
  "release.recorded": {
    release: "r",
    export: "x",
    sha256: H,
    to: "the web page",
    supersedes: null,
    note: null,
  },
  "release.recalled": { release: "r", reason: "the wrong file" },
  "retention.set": { until: "2036-01-01" },
  "terms.destroyed": { reason: "the time is over" },
  "settings.changed": { name: "idle" },
  "write.failed": { code: "disk-full", during: "a change" },
  "checkpoint.made": { entries: 3, head: H, for: "a certificate" },
};

const entry = (kind: AuditKind, data: Record<string, unknown>): AuditEntry => ({
  seq: 1,
  at: "2026-03-02T09:00:00.000Z",
  by: "someone",
  tool: "Candour test",
  kind,
  document: null,
  page: null,
  data,
  previous: H,
  hash: H,
  signature: H,
});

test("every kind of entry has a plain sentence", () => {
  for (const kind of Object.keys(AUDIT_KINDS) as AuditKind[]) {
    expect(AUDIT_KINDS[kind].safeParse(EXAMPLES[kind]).error, kind).toBeUndefined();
    const said = sentence(entry(kind, EXAMPLES[kind]), NAMES);
    expect(said, kind).toMatch(/^\p{Lu}[^{}[\]]{8,}$/u);
    expect(said, kind).not.toMatch(/undefined|null|NaN|cannot read|does not know/u);
  }
});

test("an accepted group reads as people speak", () => {
  expect(sentence(entry("mark.accepted", EXAMPLES["mark.accepted"]), NAMES)).toBe(
    "Accepted 14 places as “Mother” (name of a parent or relative) on pages 3–12",
  );
});

test("a check that failed is told in the certificate's words", () => {
  expect(sentence(entry("export.failed", EXAMPLES["export.failed"]), NAMES)).toBe(
    "An export failed its checks (2 findings) and was deleted: “No burnt text is left in any text, name, property or stream”",
  );
});

test("many places accepted in one act are one sentence, with a line for each label behind it", () => {
  const act = entry("mark.acceptedTogether", {
    ...places,
    items: ["a", "b", "c", "d"],
    count: 4,
    labels: [
      { label: "Mother", reason: "family-name", how: "label", count: 1, pages: "3" },
      { label: "early March", reason: "date", how: "generalise", count: 3, pages: "4–12" },
    ],
  });
  expect(sentence(act, NAMES)).toBe("Accepted 4 places in one act, under 2 labels on pages 3–12");
  expect(detailsOf(act)).toEqual([
    "Generalised 3 places as “early March” (exact date) on pages 4–12",
    "Accepted 1 place as “Mother” (name of a parent or relative) on page 3",
  ]);
  expect(describeFor("a", act, NAMES)).toBe(
    "Accepted 1 place as “Mother” (name of a parent or relative), with 3 others in one act",
  );
  expect(describeFor("b", act, NAMES)).toMatch(/as “early March”/u);
  expect(describeFor("z", act, NAMES)).toBe(sentence(act, NAMES));
});

test("an entry of a later version, or one that does not fit, is told as such", () => {
  expect(sentence(entry("later.kind" as AuditKind, {}), NAMES)).toMatch(/does not know/u);
  expect(sentence(entry("mark.accepted", { count: "many" }), NAMES)).toMatch(/cannot read/u);
});

test("A3: a kind takes nothing beyond its own fields", () => {
  for (const kind of Object.keys(AUDIT_KINDS) as AuditKind[])
    expect(AUDIT_KINDS[kind].safeParse({ ...EXAMPLES[kind], text: "Tansy" }).success, kind).toBe(
      false,
    );
});
