// Calls about burning, verifying and exports.
import { burnSummary } from "../../services/burn-summary.ts";
import { publish } from "../../services/publishing.ts";
import { saveCopy } from "../../services/save-copy.ts";
import type { WindowHandlers } from "../window-handlers.ts";

type Names =
  | "publish.summary"
  | "publish.burn"
  | "publish.cancel"
  | "publish.exports"
  | "publish.saveCopy"
  | "publish.certificate";

export const publishHandlers: WindowHandlers<Names> = {
  "publish.summary": ({ session }, { document }) => burnSummary(session.current(), document),
  "publish.burn": ({ session, workers, tell }, request) => {
    const open = session.current();
    const { document } = request;
    return session.working(() =>
      publish(workers, open, request, {
        onPage: (progress) => tell("burn.page", { document, ...progress }),
        onCheck: (progress) => tell("verify.check", { document, ...progress }),
      }),
    );
  },
  "publish.cancel": ({ workers }) => {
    workers.burner.cancel();
    workers.verifier.cancel();
    return null;
  },
  "publish.exports": ({ session }) => session.current().exports.list(),
  "publish.saveCopy": async ({ session, workers, chooseTarget }, request) => {
    const open = session.current();
    const { name } = open.exports.get(request.export);
    const target = await chooseTarget(name);
    if (!target) return { saved: false, name: null };
    return {
      saved: true,
      name: await saveCopy(workers.verifier, open, request.export, target, request.readersKey),
    };
  },
  "publish.certificate": ({ session }, request) =>
    session.current().exports.certificate(request.export) as Record<string, unknown>,
};
