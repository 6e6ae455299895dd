// The tables of a case and what its trail tells of them, both as lists that can be held side by side.
// Reads only; judges nothing.
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { CaseDatabase } from "./connection.ts";
import { HeldAndTold } from "./held-and-told.ts";
import type { Row, Told } from "./held-and-told.ts";
import { NameKey } from "./name-key.ts";
import { keptPlan } from "./kept-plan.ts";
import { SettingRows } from "./settings.ts";

const STEP_OF: Readonly<Record<string, string>> = {
  "review.submitted": "submitted",
  "review.sentBack": "sent-back",
  "review.signed": "signed",
  "review.reopened": "reopened",
};

export class CaseTables {
  readonly #case: HeldAndTold;
  readonly #names: NameKey;
  constructor(db: CaseDatabase) {
    this.#case = new HeldAndTold(db);
    this.#names = new NameKey(new SettingRows(db));
  }

  steps() {
    return this.#case.held("SELECT by, step, data FROM workflow ORDER BY seq").map((r) => {
      const { plan, documents, reason } = parsed(r["data"]);
      const signed = r["step"] === "signed";
      return [
        r["by"],
        r["step"],
        signed ? (plan ?? null) : null,
        signed ? (documents ?? null) : null,
        reason ?? null,
      ];
    });
  }

  stepsTold() {
    return this.#case.told(...Object.keys(STEP_OF)).map(({ by, kind, data }) => {
      const { plan, documents, reason } = data;
      const signed = kind === "review.signed";
      return [by, STEP_OF[kind], plan ?? null, signed ? documents : null, reason ?? null];
    });
  }

  exports() {
    const asTold = new Set(this.#certified().map((e) => e.data["export"]));
    return sorted(
      this.#case
        .held("SELECT * FROM exports")
        .map((r) => [
          ...pick(
            r,
            "id",
            "document",
            "by",
            "sha256",
            "bytes",
            "pages",
            "crisp_pages",
            "sealed_pages",
          ),
          keptPlan(r, this.#names),
          asTold.has(r["id"]) ? certificateHash(parsed(r["certificate"])) : null,
        ]),
    );
  }

  exportsTold() {
    return sorted(
      this.#case
        .still("export.verified")
        .map(({ by, document, data: d }) => [
          d["export"],
          document,
          by,
          ...pick(d, "sha256", "bytes", "pages", "crisp", "sealed", "plan", "certificate"),
        ]),
    );
  }

  decisions() {
    return this.#case
      .held("SELECT by, decision FROM publication_decisions ORDER BY seq")
      .map((r) => {
        const { kind, ...d } = parsed(r["decision"]);
        return [r["by"], kind, ...decided(d)];
      });
  }

  decisionsTold() {
    return this.#case
      .told("publication.decided")
      .map(({ by, data: { decision, ...d } }) => [by, decision, ...decided(d)]);
  }

  releases() {
    return sorted(
      this.#case
        .held("SELECT * FROM releases")
        .map((r) => [
          ...pick(r, "id", "export", "by", "recipient", "supersedes", "note", "recall_reason"),
        ]),
    );
  }

  releasesTold() {
    const recalled = new Map(
      this.#case.told("release.recalled").map(({ data }) => [data["release"], data["reason"]]),
    );
    return sorted(
      this.#case
        .told("release.recorded")
        .map(({ by, data: d }) => [
          d["release"],
          d["export"],
          by,
          ...pick(d, "to", "supersedes", "note"),
          recalled.get(d["release"]) ?? null,
        ]),
    );
  }

  people() {
    return sorted(
      this.#case
        .held("SELECT * FROM users")
        .map((r) => [...pick(r, "id", "name", "role", "public_key"), r["removed_at"] !== null]),
    );
  }

  peopleTold() {
    const removed = new Set(this.#case.told("user.removed").map(({ data }) => data["user"]));
    return sorted(
      this.#case
        .told("case.created", "user.added")
        .map(({ data: d }) => [
          ...pick(d, "user", "name", "role", "publicKey"),
          removed.has(d["user"]),
        ]),
    );
  }

  documents() {
    return sorted(
      this.#case
        .held("SELECT id, sha256, pages, role FROM documents")
        .map((r) => [
          r["id"],
          this.#names.nameOf("original", String(r["sha256"])),
          ...pick(r, "pages", "role"),
        ]),
    );
  }

  documentsTold() {
    const roles = new Map(
      this.#case.told("document.role").map(({ document, data }) => [document, data["role"]]),
    );
    return sorted(
      this.#case
        .still("document.imported")
        .map(({ document, data: d }) => [
          document,
          ...pick(d, "original", "pages"),
          roles.get(document) ?? d["role"],
        ]),
    );
  }

  comments() {
    return sorted(
      this.#case
        .held("SELECT id, document, target, page, by, resolved_by FROM comments")
        .map((r) => Object.values(r)),
    );
  }

  commentsTold() {
    const resolved = new Map(
      this.#case.told("comment.resolved").map(({ by, data }) => [data["comment"], by]),
    );
    return sorted(
      this.#case
        .still("comment.made")
        .map(({ document, page, by, data: d }) => [
          d["comment"],
          document,
          d["target"],
          page,
          by,
          resolved.get(d["comment"]) ?? null,
        ]),
    );
  }

  keyIsAccountedFor(): boolean {
    return (
      this.#case.held("SELECT name FROM settings WHERE name = 'term-key'").length > 0 ||
      this.#case.told("terms.destroyed").length > 0
    );
  }

  #certified(): readonly Told[] {
    return this.#case.told("export.verified").filter((e) => e.data["certificate"] !== undefined);
  }
}

/** What names a certificate in the trail, whatever the order and the blanks of its copy. */
export function certificateHash(certificate: unknown): string {
  return createHash("sha256")
    .update(String(canonicalize(certificate)))
    .digest("hex");
}

const pick = (row: Row, ...names: readonly string[]) => names.map((name) => row[name] ?? null);

const decided = (d: Row) =>
  pick(d, "ground", "evidence", "decidedBy", "publishOn", "reviewOn", "noticeGivenOn");

function parsed(value: unknown): Row {
  const found: unknown = JSON.parse(String(value));
  return typeof found === "object" && found !== null ? (found as Row) : {};
}

function sorted(values: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  return values.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}
