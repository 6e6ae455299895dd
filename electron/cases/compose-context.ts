// Makes what the parts of an open case share, out of one connection and one person's keys.
import { randomUUID } from "node:crypto";
import { stageOf } from "../../shared/policy/stage.ts";
import { signerOf } from "../audit/chain.ts";
import { TermKey } from "../audit/term-key.ts";
import { Trail } from "../audit/trail.ts";
import { AuditRows } from "../storage/audit-entries.ts";
import type { CaseDatabase } from "../storage/connection.ts";
import { DocumentRows } from "../storage/documents.ts";
import { NameKey } from "../storage/name-key.ts";
import { ReviewRows } from "../storage/review-events.ts";
import { SettingRows } from "../storage/settings.ts";
import { SuggestionRows } from "../storage/suggestions.ts";
import { UserRows } from "../storage/users.ts";
import { WorkflowRows } from "../storage/workflow.ts";
import type { CaseContext, CaseUser } from "./case-context.ts";
import type { Header } from "./header.ts";
import type { Cost, PersonalKeys } from "./keys.ts";
import { Vault } from "./vault.ts";

export interface OpenCaseInput {
  readonly folder: string;
  readonly header: Header;
  readonly user: CaseUser;
  readonly keys: PersonalKeys;
  readonly db: CaseDatabase;
  readonly tool: string;
  readonly now: () => string;
  readonly cost: Cost;
  /** Told of the trail's head at each step of the case's way, and at its closing. */
  readonly onHead: (head: { entries: number; head: string }) => void;
}

interface Composed {
  readonly context: CaseContext;
  /** Rows of the trail. */
  readonly entries: AuditRows;
  /** Steps of the case's way. */
  readonly steps: WorkflowRows;
}

export function contextOf(input: OpenCaseInput): Composed {
  const { header, db, user, keys, tool, now, folder } = input;
  const entries = new AuditRows(db);
  const signer = signerOf(user.id, keys.signingKey);
  const trail = new Trail({ caseId: header.id, db, rows: entries, signer, tool, now });
  const settings = new SettingRows(db);
  const steps = new WorkflowRows(db);
  const context: CaseContext = {
    id: header.id,
    db,
    trail,
    vault: new Vault(folder, keys.caseKey),
    termKey: new TermKey(settings),
    nameKey: new NameKey(settings),
    user,
    sign: (text) => signer.sign(text),
    frozen: () => stageOf(steps.steps()).stage === "signed",
    handedOver: () => stageOf(steps.steps()).stage === "submitted",
    now,
    remember: () => input.onHead(trail.head()),
    newId: randomUUID,
    rows: {
      documents: new DocumentRows(db),
      suggestions: new SuggestionRows(db),
      review: new ReviewRows(db),
      settings,
      users: new UserRows(db),
    },
  };
  return { context, entries, steps };
}
