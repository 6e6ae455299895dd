// Calls about cases as a whole: list, make, open, lock.
import { basename } from "node:path";
import type { casesCalls } from "../../../shared/ipc/cases.ts";
import { Refusal } from "../../../shared/model/refusal.ts";
import { exportCaseFile, restoreCaseFile } from "../../cases/handover.ts";
import type { AppContext, Dialogs, Handlers } from "../context.ts";

/** The sample holds an invented family; its passphrase is no secret and is shown in the window. */
export const SAMPLE = {
  name: "Sample case (invented family)",
  user: "Sample analyst",
  passphrase: "sample passphrase",
  /** So that one person can look at every part; each has the same passphrase. */
  others: [
    { name: "Sample reviewer", role: "reviewer" },
    { name: "Sample publisher", role: "publisher" },
  ],
} as const;

export const casesHandlers: Handlers<keyof typeof casesCalls> = {
  "cases.list": ({ app }) => app.cases.list(),
  "cases.create": async ({ app }, request) => (await app.session.create(request)).state(),
  "cases.open": async ({ app }, { id, user, passphrase }) => {
    const open = await app.session.open(id, user, passphrase);
    app.resume?.(open);
    return open.state();
  },
  "cases.openSample": async ({ app }) => {
    app.session.lock("asked");
    for (const card of app.cases.list()) if (card.sample) app.cases.delete(card.id);
    const open = await app.session.create({
      name: SAMPLE.name,
      user: { name: SAMPLE.user, role: "analyst" },
      passphrase: SAMPLE.passphrase,
      sample: true,
    });
    for (const other of SAMPLE.others) await open.team.add(other, SAMPLE.passphrase);
    await app.fillSample?.(open);
    return open.state();
  },
  "cases.current": ({ app }) => app.session.peek()?.state() ?? null,
  "cases.backup": async ({ app, current }) => {
    const open = current();
    const path = await dialogsOf(app).save("Back up the case", "case.candour", "candour");
    if (path === null) return { saved: false, name: null };
    await app.session.working(() => exportCaseFile(open, path));
    return { saved: true, name: basename(path) };
  },
  "cases.restore": async ({ app }, { replace }) => {
    const path = await dialogsOf(app).open("Bring back a case", "candour");
    if (path === null) return null;
    app.session.lock("asked");
    return { id: await restoreCaseFile(app.cases.folder, path, { replace }) };
  },
  "cases.lock": ({ app }) => {
    app.session.lock("asked");
    return null;
  },
};

function dialogsOf(app: AppContext): Dialogs {
  if (app.dialogs) return app.dialogs;
  throw new Refusal("not-allowed", "There is no window to choose a place in.");
}
