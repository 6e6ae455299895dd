// One open case: composes its parts over one connection, one trail and one person's keys. Whoever holds
// it holds the case's secrets; close() ends that. It must never be sent anywhere: answers are values.
import type { CaseState, DocumentCard } from "../../shared/ipc/cases.ts";
import type { Names } from "../../shared/audit/sentences.ts";
import { standingOf, type StageState } from "../../shared/policy/stage.ts";
import { editedComments, editedDecisions } from "../audit/edited-decisions.ts";
import type { Trail } from "../audit/trail.ts";
import type { AuditRows } from "../storage/audit-entries.ts";
import { ExportRows } from "../storage/exports.ts";
import { PeopleRows } from "../storage/people.ts";
import type { CaseContext, CaseUser } from "./case-context.ts";
import { CaseChecks } from "./case-checks.ts";
import { CaseDocuments } from "./case-documents.ts";
import { CaseExports } from "./case-exports.ts";
import { CaseJigsaw } from "./case-jigsaw.ts";
import { CasePeople } from "./case-people.ts";
import { CasePublication } from "./case-publication.ts";
import { CaseReleases } from "./case-releases.ts";
import { CaseRemoval } from "./case-removal.ts";
import { CaseReview } from "./case-review.ts";
import { CaseSuggestions } from "./case-suggestions.ts";
import { CaseTeam } from "./case-team.ts";
import { CaseLooks } from "./case-looks.ts";
import { CaseWorkflow } from "./case-workflow.ts";
import { contextOf, type OpenCaseInput } from "./compose-context.ts";

export class OpenCase {
  readonly id: string;
  readonly name: string;
  readonly sample: boolean;
  readonly folder: string;
  readonly user: CaseUser;
  readonly documents: CaseDocuments;
  readonly suggestions: CaseSuggestions;
  readonly review: CaseReview;
  readonly people: CasePeople;
  readonly exports: CaseExports;
  readonly team: CaseTeam;
  readonly checks: CaseChecks;
  readonly jigsaw: CaseJigsaw;
  readonly looks: CaseLooks;
  readonly workflow: CaseWorkflow;
  readonly publication: CasePublication;
  readonly releases: CaseReleases;
  readonly removal: CaseRemoval;
  readonly trail: Trail;
  /** Rows of the trail for pages of it; writing goes through `trail`. */
  readonly entries: AuditRows;
  readonly #context: CaseContext;
  readonly #input: OpenCaseInput;

  constructor(input: OpenCaseInput) {
    const { header, db, user, keys, folder } = input;
    this.#input = input;
    this.id = header.id;
    this.name = header.name;
    this.sample = header.sample;
    this.folder = folder;
    this.user = user;
    const parts = contextOf(input);
    const { context, steps } = parts;
    this.#context = context;
    this.entries = parts.entries;
    this.trail = context.trail;
    const exports = new ExportRows(db);
    const register = new PeopleRows(db);
    this.people = new CasePeople(context, register, () => this.review.terms);
    this.review = new CaseReview(context, () => this.people.secrets());
    this.documents = new CaseDocuments(context);
    this.suggestions = new CaseSuggestions(context, this.review);
    this.team = new CaseTeam(context, header, folder, keys.caseKey, input.cost);
    this.exports = new CaseExports(
      context,
      exports,
      (document, plan) => standingOf(steps.steps(), document, plan),
      (id) => this.team.nameOf(id),
    );
    this.checks = new CaseChecks(this.documents, this.review, this.people);
    this.jigsaw = new CaseJigsaw(context, this.documents, this.review);
    this.looks = new CaseLooks(context, this.documents, this.review);
    this.workflow = new CaseWorkflow({
      context,
      rows: steps,
      documents: this.documents,
      review: this.review,
      looks: this.looks,
      questionsLeft: () => this.jigsaw.questionsLeft(),
      blockers: () => this.checks.blockers(),
      contradictions: () => this.faults(),
      namesakes: () => this.team.namesakes(),
    });
    const { terms } = this.review;
    this.publication = new CasePublication({ context, rows: steps, terms, review: this.review });
    this.releases = new CaseReleases({
      context,
      exports,
      workflow: this.workflow,
      publication: this.publication,
      terms,
      blockers: () => this.checks.blockers(),
      contradictions: () => this.faults(),
    });
    db.onFailure(
      () => this.review.forget(),
      (code) => this.trail.append({ kind: "write.failed", data: { code, during: "a change" } }),
    );
    context.vault.sweep();
    const { documents, review, people } = this;
    this.removal = new CaseRemoval({ context, documents, review, people, register });
    this.team.reconcile();
  }

  get open(): boolean {
    return this.#context.db.open;
  }

  /** What is wrong with the trail itself, or else where the case tells another story. */
  faults(): readonly string[] {
    const { fault } = this.trail.check();
    return fault ? [fault.message] : this.contradictions();
  }

  /** Where the case and its trail tell different stories; one sentence each. */
  contradictions(): readonly string[] {
    const { rows, termKey } = this.#context;
    const found = [
      ...this.entries.contradictions(),
      ...editedDecisions(
        rows.documents
          .all()
          .map(({ id, position }) => ({ id, position, events: [...rows.review.events(id)] })),
        this.entries.each(),
        termKey,
      ),
      ...editedComments(this.publication.comments(), this.entries.each(), termKey),
    ];
    return found.length > 0 ? found : this.workflow.signedAmiss();
  }

  stage(): StageState {
    return this.workflow.stage();
  }

  /** For what leaves the case: a file name may hold a name, so documents are counted instead. */
  publicNames(): Names {
    const documents = new Map(
      this.documents
        .list()
        .map((d) => [d.id, `document ${d.position} (${d.role.replaceAll("-", " ")})`]),
    );
    return { ...this.names(), document: (id) => documents.get(id) ?? "a removed document" };
  }

  /** A compact copy of the database, encrypted with the same key. */
  copyDatabase(path: string): void {
    this.#context.db.copyInto(path);
  }

  state(): CaseState {
    return {
      id: this.id,
      name: this.name,
      user: this.user,
      users: this.team.list(),
      documents: this.documents.list().map((d) => this.card(d.id)),
      frozen: this.stage().stage === "signed",
    };
  }

  card(id: string): DocumentCard {
    const d = this.documents.get(id);
    const { undecided, accepted, refused, drawn } = this.review.state(id).counts;
    return {
      id: d.id,
      name: d.name,
      role: d.role,
      pages: d.pages,
      importedAt: d.imported_at,
      undecided,
      // What was drawn by hand goes too: the review counts it so, and the burn.
      accepted: accepted + drawn,
      refused,
      status: d.status,
    };
  }

  /** For sentences of the trail. */
  names(): Names {
    const documents = new Map(this.documents.list().map((d) => [d.id, d.name]));
    const users = new Map(this.team.rows().map((u) => [u.id, u.name]));
    return {
      user: (id) => users.get(id) ?? id,
      document: (id) => documents.get(id) ?? "a removed document",
    };
  }

  /** Writes an entry, folds the database to one file, and forgets every key. */
  close(why: "idle" | "lid" | "asked" = "asked"): void {
    if (!this.open) return;
    try {
      this.trail.append({ kind: "case.locked", data: { why } });
    } catch {
      // A disk that takes no entry must not keep the case open; the chain is whole without it.
    }
    if (this.open) this.#input.onHead(this.trail.head());
    this.#context.db.close();
    this.#input.keys.caseKey.fill(0);
    this.#input.keys.signingKey.fill(0);
  }
}
