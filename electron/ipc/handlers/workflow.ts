// Calls about the way of a case: looking, handing over, signing, deciding, releasing, persons, keeping.
import type { CommentCard, workflowCalls, WorkflowState } from "../../../shared/ipc/workflow.ts";
import { Refusal } from "../../../shared/model/refusal.ts";
import { publicationDates } from "../../../shared/policy/publication.ts";
import { readersKey } from "../../../shared/policy/schedule.ts";
import type { OpenCase } from "../../cases/open-case.ts";
import { today } from "../../services/today.ts";
import type { Handlers } from "../context.ts";
import { releaseHandlers } from "./releases.ts";

type Names = Exclude<keyof typeof workflowCalls, `releases.${string}`>;

function stateOf(open: OpenCase): WorkflowState {
  const { stage, reason, submittedBy, signed } = open.workflow.stage();
  const last = open.workflow.history().at(-1);
  return {
    stage,
    reason,
    returned: reason === null || !last ? null : { by: open.team.nameOf(last.by), at: last.at },
    submittedBy: submittedBy === null ? null : open.team.nameOf(submittedBy),
    signed: signed && {
      by: open.team.nameOf(signed.by),
      at: signed.at,
      plan: signed.data.plan ?? "",
    },
    obstacles: open.workflow.obstacles(),
    blockers: open.checks.overlooked(),
    questionsLeft: open.jigsaw.questionsLeft(),
  };
}

function commentsOf(open: OpenCase): readonly CommentCard[] {
  return open.publication.comments().map(({ resolved_at, resolved_by, by, ...c }) => ({
    ...c,
    by: open.team.nameOf(by),
    resolved:
      resolved_at === null ? null : { at: resolved_at, by: open.team.nameOf(resolved_by ?? "") },
  }));
}

const casePart: Handlers<Names> = {
  "workflow.state": ({ current }) => stateOf(current()),
  "workflow.see": ({ current }, { document, ...look }) => {
    current().looks.see(document, look);
    return null;
  },
  "workflow.toSee": ({ current }, { document }) => current().looks.toSee(document),
  "workflow.submit": ({ current }) => {
    const open = current();
    open.workflow.submit();
    return stateOf(open);
  },
  "workflow.sendBack": ({ current }, { reason }) => {
    const open = current();
    open.workflow.sendBack(reason);
    return stateOf(open);
  },
  "workflow.sign": ({ current }) => {
    const open = current();
    open.workflow.sign();
    return stateOf(open);
  },
  "workflow.reopen": ({ current }, { reason }) => {
    const open = current();
    open.workflow.reopen(reason);
    return stateOf(open);
  },

  "comments.list": ({ current }) => commentsOf(current()),
  "comments.add": ({ current }, comment) => {
    const open = current();
    open.publication.comment(comment);
    return commentsOf(open);
  },
  "comments.resolve": ({ current }, { id }) => {
    const open = current();
    open.publication.resolve(id);
    return commentsOf(open);
  },

  "publication.decisions": ({ current }) => {
    const open = current();
    return open.publication
      .decisions()
      .map(({ decision, at, by }) => ({
        decision,
        dates: publicationDates(decision),
        at,
        by: open.team.nameOf(by),
      }))
      .toReversed();
  },
  "publication.decide": ({ current }, decision) => {
    const open = current();
    open.publication.decide(decision);
    const stands = open.publication.decision()!;
    return { ...stands, by: open.team.nameOf(stands.by) };
  },

  "learning.kept": ({ current }, { document }) => current().checks.learning(document),
  "schedule.list": ({ current }) => current().checks.schedule(),
  "schedule.readersKey": ({ current }, { document, published, contact }) =>
    readersKey(current().review.plan(document).marks, { published, contact }),

  "documents.removal": ({ current }, { document }) => current().removal.preview(document),
  "documents.remove": ({ app, current }, { document, reason }) => {
    const open = current();
    open.removal.remove(document, reason);
    // Labels are numbered over all documents.
    app.lookAgain?.(open);
    return null;
  },
  "documents.setRole": ({ current }, { document, role }) => {
    current().documents.setRole(document, role);
    return null;
  },

  "team.list": ({ current }) => current().team.list(),
  "team.add": async ({ current }, { passphrase, ...user }) => {
    const { team } = current();
    await team.add(user, passphrase);
    return team.list();
  },
  "team.remove": ({ current }, { id }) => {
    const { team } = current();
    team.remove(id);
    return team.list();
  },
  "team.changePassphrase": async ({ current }, { old, fresh }) => {
    await current().team.changePassphrase(old, fresh);
    return null;
  },

  "retention.get": ({ current }) => {
    const until = current().publication.keepUntil();
    return { until, due: until !== null && until < today() };
  },
  "retention.set": ({ current }, { until }) => {
    current().publication.setKeepUntil(until);
    return null;
  },
  "retention.destroy": ({ app, current }, { reason, name }) => {
    const open = current();
    if (name !== open.name)
      throw new Refusal(
        "not-allowed",
        "The name typed is not the name of this case. Nothing was destroyed.",
      );
    app.cases.destroy(open, reason);
    app.session.lock("asked");
    return null;
  },
};

export const workflowHandlers: Handlers<keyof typeof workflowCalls> = {
  ...casePart,
  ...releaseHandlers,
};
