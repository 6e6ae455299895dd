// Calls about the way of a case: persons, looking, handing over, signing, deciding, releasing, keeping.
import { z } from "zod";
import { ROLES, type CaseCard } from "./cases.ts";
import { read, write } from "./call.ts";
import type { RemovalPreview } from "./documents.ts";
import { DOCUMENT_ROLES, type DocumentRole } from "../model/document-role.ts";
import type { Instant } from "../model/ids.ts";
import type { Learning } from "../policy/learning.ts";
import type { PublicationDates, PublicationDecision } from "../policy/publication.ts";
import { PUBLICATION_KINDS } from "../policy/publication.ts";
import type { PlanDiff, ReadersKey, ScheduleRow } from "../policy/schedule.ts";
import type { Obstacle, ToSee } from "../policy/signoff.ts";
import type { Stage } from "../policy/stage.ts";

const id = z.uuid();
const item = z.string().min(1).max(80);
const reason = z.string().trim().min(3).max(2_000);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
const passphrase = z.string().min(8).max(400);

export { DOCUMENT_ROLES, type DocumentRole };

export interface WorkflowState {
  readonly stage: Stage;
  /** Why it was sent back or reopened last. */
  readonly reason: string | null;
  /** Who did that, and when; null where nobody has. */
  readonly returned: { readonly by: string; readonly at: Instant } | null;
  readonly submittedBy: string | null;
  readonly signed: { readonly by: string; readonly at: Instant; readonly plan: string } | null;
  /** What stands between the person at the keyboard and the signature; empty means they may sign. */
  readonly obstacles: readonly Obstacle[];
  /** Sentences of the register and the pair check that stop hand-over, signature and export. */
  readonly blockers: readonly string[];
  /** Questions of the motivated intruder that nobody has answered, or that are still to be looked into. */
  readonly questionsLeft: number;
}

export interface CommentCard {
  readonly id: string;
  readonly document: string;
  readonly target: string | null;
  readonly page: number | null;
  readonly text: string;
  readonly at: Instant;
  readonly by: string;
  readonly resolved: { readonly at: Instant; readonly by: string } | null;
}

export interface PublicationCard {
  readonly decision: PublicationDecision;
  readonly dates: PublicationDates;
  readonly at: Instant;
  readonly by: string;
}

export interface ReleaseCard {
  readonly id: string;
  readonly export: string;
  readonly sha256: string;
  readonly at: Instant;
  readonly by: string;
  readonly to: string;
  readonly supersedes: string | null;
  readonly note: string | null;
  readonly recalled: { readonly at: Instant; readonly reason: string } | null;
}

export const workflowCalls = {
  "workflow.state": read<WorkflowState>()(z.object({})),
  /** What was really on the screen: places and pictures only together with their pages. */
  "workflow.see": write<null>()(
    z.object({
      document: id,
      pages: z.array(z.int().min(1).max(10_000)).max(8),
      suggestions: z.array(item).max(2_000),
      pictures: z.array(item).max(500),
    }),
  ),
  /** What the person still has to look at in a document; changed since the last look first. */
  "workflow.toSee": read<readonly ToSee[]>()(z.object({ document: id })),
  "workflow.submit": write<WorkflowState>()(z.object({})),
  "workflow.sendBack": write<WorkflowState>()(z.object({ reason })),
  "workflow.sign": write<WorkflowState>()(z.object({})),
  "workflow.reopen": write<WorkflowState>()(z.object({ reason })),

  "comments.list": read<readonly CommentCard[]>()(z.object({})),
  "comments.add": write<readonly CommentCard[]>()(
    z.object({
      document: id,
      target: item.nullable(),
      page: z.int().min(1).nullable(),
      text: z.string().trim().min(1).max(2_000),
    }),
  ),
  "comments.resolve": write<readonly CommentCard[]>()(z.object({ id })),

  /** The newest stands. */
  "publication.decisions": read<readonly PublicationCard[]>()(z.object({})),
  "publication.decide": write<PublicationCard>()(
    z.object({
      kind: z.enum(PUBLICATION_KINDS),
      ground: z.string().trim().max(2_000).nullable(),
      evidence: z.string().trim().max(2_000).nullable(),
      decidedBy: z.string().trim().min(2).max(200),
      decidedOn: day,
      publishOn: day.nullable(),
      noticeGivenOn: day.nullable(),
      reviewOn: day.nullable(),
    }),
  ),

  "releases.list": read<readonly ReleaseCard[]>()(z.object({})),
  /** Sentences between an export and its release today. */
  "releases.obstacles": read<readonly string[]>()(z.object({ export: id })),
  "releases.record": write<ReleaseCard>()(
    z.object({
      export: id,
      to: z.string().trim().min(2).max(200),
      note: z.string().trim().max(2_000).nullable(),
      supersedes: id.nullable(),
    }),
  ),
  "releases.recall": write<readonly ReleaseCard[]>()(z.object({ id, reason })),
  /** What the later export burns otherwise than the earlier one. */
  "releases.diff": read<PlanDiff>()(z.object({ before: id, after: id })),

  "learning.kept": read<Learning>()(z.object({ document: id })),
  "schedule.list": read<readonly ScheduleRow[]>()(z.object({})),
  "schedule.readersKey": read<ReadersKey>()(
    z.object({
      document: id,
      published: z.string().trim().min(1).max(200),
      contact: z.string().trim().max(300).nullable(),
    }),
  ),

  "documents.removal": read<RemovalPreview>()(z.object({ document: id })),
  /** For good; `reason` is kept in the trail and may hold no detail of the case. */
  "documents.remove": write<null>()(z.object({ document: id, reason })),
  "documents.setRole": write<null>()(z.object({ document: id, role: z.enum(DOCUMENT_ROLES) })),

  "team.list": read<CaseCard["users"]>()(z.object({})),
  "team.add": write<CaseCard["users"]>()(
    z.object({ name: z.string().trim().min(1).max(120), role: z.enum(ROLES), passphrase }),
  ),
  "team.remove": write<CaseCard["users"]>()(z.object({ id })),
  "team.changePassphrase": write<null>()(
    z.object({ old: z.string().min(1).max(400), fresh: passphrase }),
  ),

  "retention.get": read<{ readonly until: string | null; readonly due: boolean }>()(z.object({})),
  "retention.set": write<null>()(z.object({ until: day })),
  /** Destroys keys and files for good; `name` must be the case's name, typed by hand. */
  "retention.destroy": write<null>()(z.object({ reason, name: z.string().max(120) })),
};
