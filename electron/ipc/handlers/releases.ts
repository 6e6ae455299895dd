// Calls about the release register: what went out, to whom, what replaced or recalled it.
import type { ReleaseCard, workflowCalls } from "../../../shared/ipc/workflow.ts";
import type { OpenCase } from "../../cases/open-case.ts";
import { today } from "../../services/today.ts";
import type { Handlers } from "../context.ts";

type Names = Extract<keyof typeof workflowCalls, `releases.${string}`>;

function releasesOf(open: OpenCase): readonly ReleaseCard[] {
  return open.releases.list().map((r) => ({
    id: r.id,
    export: r.export,
    sha256: open.exports.get(r.export).sha256,
    at: r.at,
    by: open.team.nameOf(r.by),
    to: r.recipient,
    supersedes: r.supersedes,
    note: r.note,
    recalled: r.recalled_at === null ? null : { at: r.recalled_at, reason: r.recall_reason ?? "" },
  }));
}

export const releaseHandlers: Handlers<Names> = {
  "releases.list": ({ current }) => releasesOf(current()),
  "releases.obstacles": ({ current }, request) =>
    current().releases.obstacles(request.export, today()),
  "releases.record": ({ current }, request) => {
    const open = current();
    const { id } = open.releases.release({ ...request, today: today() });
    return releasesOf(open).find((r) => r.id === id)!;
  },
  "releases.recall": ({ current }, { id, reason }) => {
    const open = current();
    open.releases.recall(id, reason);
    return releasesOf(open);
  },
  "releases.diff": ({ current }, { before, after }) => current().releases.diff(before, after),
};
