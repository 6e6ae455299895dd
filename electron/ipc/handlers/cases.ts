// Calls about cases as a whole: list, make, open, lock.
import type { Handlers } from "../context.ts";

/** The sample holds an invented family; its passphrase is no secret and is shown in the window. */
export const SAMPLE = {
  name: "Sample case (invented family)",
  user: "Sample analyst",
  passphrase: "sample passphrase",
} as const;

export const casesHandlers: Handlers<
  "cases.list" | "cases.create" | "cases.open" | "cases.openSample" | "cases.current" | "cases.lock"
> = {
  "cases.list": ({ app }) => app.cases.list(),
  "cases.create": async ({ app }, request) => (await app.session.create(request)).state(),
  "cases.open": async ({ app }, { id, user, passphrase }) =>
    (await app.session.open(id, user, passphrase)).state(),
  "cases.openSample": async ({ app }) => {
    app.session.lock("asked");
    for (const card of app.cases.list()) if (card.sample) app.cases.delete(card.id);
    const open = await app.session.create({
      name: SAMPLE.name,
      user: { name: SAMPLE.user, role: "analyst" },
      passphrase: SAMPLE.passphrase,
      sample: true,
    });
    await app.fillSample?.(open);
    return open.state();
  },
  "cases.current": ({ app }) => app.session.peek()?.state() ?? null,
  "cases.lock": ({ app }) => {
    app.session.lock("asked");
    return null;
  },
};
