// Calls about the trail: a page of it in plain words, and whether it is whole.
import { describe } from "../../../shared/audit/sentences.ts";
import type { Handlers } from "../context.ts";
import { wordsOf } from "../../audit/proof.ts";

export const trailHandlers: Handlers<"trail.list" | "trail.check"> = {
  "trail.list": ({ current }, request) => {
    const open = current();
    const names = open.names();
    const by =
      request.by === undefined
        ? undefined
        : (open.team.rows().find((u) => u.id === request.by || u.name === request.by)?.id ??
          request.by);
    const { entries, total } = open.entries.page({ ...request, by });
    return {
      total,
      entries: entries.map((e) => ({
        seq: e.seq,
        at: e.at,
        by: names.user(e.by),
        kind: e.kind,
        sentence: describe(e, names),
        document: e.document,
        page: e.page,
        hash: e.hash,
      })),
    };
  },
  "trail.check": ({ current }) => {
    const open = current();
    const checked = open.trail.check();
    return {
      whole: checked.fault === null,
      entries: checked.entries,
      head: checked.head,
      message: wordsOf(checked),
    };
  },
};
