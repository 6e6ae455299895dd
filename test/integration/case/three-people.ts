// A case with an analyst, a reviewer and a publisher, asked through the calls of the window, for the
// tests of sign-off and publication.
import { afterEach, beforeEach, expect } from "vitest";
import { CaseSession } from "../../../electron/cases/session.ts";
import { callContext } from "../../../electron/ipc/context.ts";
import { pass, type Handlers } from "../../../electron/ipc/gate.ts";
import { casesHandlers } from "../../../electron/ipc/handlers/cases.ts";
import { peopleHandlers } from "../../../electron/ipc/handlers/people.ts";
import { reviewHandlers } from "../../../electron/ipc/handlers/review.ts";
import { trailHandlers } from "../../../electron/ipc/handlers/trail.ts";
import { workflowHandlers } from "../../../electron/ipc/handlers/workflow.ts";
import type { Answer } from "../../../shared/ipc/call.ts";
import type { CallName, RequestOf, ResponseOf } from "../../../shared/ipc/contract.ts";
import { addDocument, findAll, makeDesk, PASSPHRASE, type Desk } from "./invented-case.ts";

let desk: Desk;
export let session: CaseSession;
export let ask: <N extends CallName>(
  name: N,
  request: RequestOf<N>,
) => Promise<Answer<ResponseOf<N>>>;
export let document: string;
export let users: Record<"ada" | "rhea" | "pia", string>;

/** A fresh case with its three people before each test of the file that asks for it. */
export function threePeople(): void {
  beforeEach(async () => {
    desk = makeDesk();
    session = new CaseSession({ store: desk.store });
    const context = callContext({ cases: desk.store, session });
    const all = {
      ...casesHandlers,
      ...reviewHandlers,
      ...trailHandlers,
      ...peopleHandlers,
      ...workflowHandlers,
    };
    const bound = Object.fromEntries(
      Object.entries(all).map(([name, h]) => [
        name,
        (request: unknown) => (h as (c: unknown, r: unknown) => unknown)(context, request),
      ]),
    ) as unknown as Handlers;
    ask = (name, request) =>
      pass(bound, { onDefect: (_, error) => expect.fail(String(error)) }, name, request) as never;

    await value("cases.create", {
      name: "Case 7",
      user: { name: "Ada", role: "analyst" },
      passphrase: PASSPHRASE,
    });
    await value("team.add", { name: "Rhea", role: "reviewer", passphrase: PASSPHRASE });
    const list = await value("team.add", {
      name: "Pia",
      role: "publisher",
      passphrase: PASSPHRASE,
    });
    const of = (name: string) => list.find((u) => u.name === name)!.id;
    users = { ada: of("Ada"), rhea: of("Rhea"), pia: of("Pia") };
    const open = session.current();
    document = addDocument(
      open,
      "report",
      ["Tansy Quill met Orla Venn.", "Nothing is marked here.", "Tansy Quill again."],
      "overview-report",
    );
    open.documents.putPart(document, "pictures", [
      { id: "2-0", page: 2, rect: [0, 0, 100, 100], kind: "image" },
    ]);
    open.suggestions.replace(document, [
      ...findAll(open, document, "Tansy Quill"),
      ...findAll(open, document, "Orla Venn"),
    ]);
  });
  afterEach(() => {
    session.lock("asked");
    desk.clear();
  });
}

export async function value<N extends CallName>(
  name: N,
  request: RequestOf<N>,
): Promise<ResponseOf<N>> {
  const answer = await ask(name, request);
  if (!answer.ok) throw new Error(`${name}: ${answer.message}`);
  return answer.value;
}

export async function refused<N extends CallName>(name: N, request: RequestOf<N>): Promise<string> {
  const answer = await ask(name, request);
  expect(answer.ok, `${name} must be refused`).toBe(false);
  return answer.ok ? "" : answer.message;
}

export const as = (who: keyof typeof users): Promise<unknown> =>
  value("cases.open", { id: session.peek()!.id, user: users[who], passphrase: PASSPHRASE });

export async function decideAll(): Promise<void> {
  const { suggestions } = await value("review.load", { document });
  const ids = (text: string) => suggestions.filter((s) => s.text === text).map((s) => s.id);
  await value("review.append", {
    document,
    events: [
      { type: "accepted", suggestions: ids("Tansy Quill"), label: "Child A", reason: "child-name" },
      { type: "refused", suggestions: ids("Orla Venn"), note: "chairs the panel" },
      { type: "picture-cleared", picture: "2-0", kept: true },
    ],
  });
}

export async function lookAtAll(): Promise<void> {
  for (const item of await value("workflow.toSee", { document }))
    await value("workflow.see", {
      document,
      pages: [item.page],
      suggestions: item.kind === "suggestion" ? [item.item] : [],
      pictures: item.kind === "picture" ? [item.item] : [],
    });
}

export async function untilSigned(): Promise<void> {
  await decideAll();
  await value("workflow.submit", {});
  await as("rhea");
  await lookAtAll();
  await value("workflow.sign", {});
}
