// R1, R2: two persons through the calls of the window and through the services beneath them. Whoever
// decided cannot sign, nothing unseen is signed, signing freezes, reopening voids.
import { describe, expect, test } from "vitest";
import { addDocument, findAll, PASSPHRASE } from "./invented-case.ts";
import {
  as,
  ask,
  decideAll,
  document,
  lookAtAll,
  refused,
  session,
  threePeople,
  untilSigned,
  users,
  value,
} from "./three-people.ts";

threePeople();

describe("sign-off", () => {
  test("R2: nothing is handed over while a picture waits, which the second person cannot decide", async () => {
    await decideAll();
    const kept = { type: "picture-cleared", picture: "2-0" } as const;
    await value("review.append", { document, events: [{ ...kept, kept: false }] });
    expect(await refused("workflow.submit", {})).toBe("1 picture waits for a decision.");
    await value("review.append", { document, events: [{ ...kept, kept: true }] });
    expect((await value("workflow.submit", {})).stage).toBe("submitted");
  });

  test("two persons: sent back once, changed, looked at again, signed and frozen", async () => {
    expect(await refused("workflow.submit", {})).toMatch(/undecided/u);
    await decideAll();
    await value("workflow.submit", {});
    await as("rhea");
    await value("comments.add", { document, target: null, page: 1, text: "Is this one needed?" });
    await value("workflow.sendBack", { reason: "page one needs another look" });

    await as("ada");
    const { suggestions } = await value("review.load", { document });
    const orla = suggestions.find((s) => s.text === "Orla Venn")!;
    await value("review.append", {
      document,
      events: [{ type: "refused", suggestions: [orla.id], note: "still chairs the panel" }],
    });
    const [comment] = await value("comments.list", {});
    await value("comments.resolve", { id: comment!.id });
    await value("workflow.submit", {});

    await as("rhea");
    expect(await refused("workflow.sign", {})).toMatch(/not on your screen/u);
    await lookAtAll();
    expect(await value("workflow.toSee", { document })).toEqual([]);
    const signed = await value("workflow.sign", {});
    expect(signed).toMatchObject({ stage: "signed", signed: { by: "Rhea" } });

    expect(
      await refused("review.append", {
        document,
        events: [{ type: "page-sealed", page: 1, sealed: true }],
      }),
    ).toMatch(/frozen/u);
    expect((await value("trail.check", {})).whole).toBe(true);
    const { entries } = await value("trail.list", { limit: 500 });
    const kinds = entries.map((e) => e.kind);
    for (const kind of ["review.submitted", "review.sentBack", "review.signed", "review.seen"])
      expect(kinds).toContain(kind);
  });

  test("R1: the analyst cannot sign, whatever the call", async () => {
    await decideAll();
    await value("workflow.submit", {});
    expect(await refused("workflow.sign", {})).toMatch(/second reviewer/u);
    expect(() => session.current().workflow.sign()).toThrow(/second reviewer/u);
  });

  test("R1: a reviewer who decided anything that stands cannot sign; undone, they can", async () => {
    await decideAll();
    await value("workflow.submit", {});
    await as("rhea");
    const [stored] = await value("review.append", {
      document,
      events: [{ type: "page-sealed", page: 2, sealed: true }],
    });
    await lookAtAll();
    expect(await refused("workflow.sign", {})).toMatch(/another person has to sign/u);
    await value("review.append", { document, events: [{ type: "undone", of: stored!.seq }] });
    await lookAtAll();
    expect((await value("workflow.sign", {})).stage).toBe("signed");
  });

  test("R1: overruling is a decision with a reason, is recorded, and needs another signer", async () => {
    await decideAll();
    const { suggestions } = await value("review.load", { document });
    const orla = suggestions.find((s) => s.text === "Orla Venn")!.id;
    const overrule = {
      type: "overruled" as const,
      suggestions: [orla],
      decision: "accepted" as const,
      label: "Professional",
      reason: "professional-name" as const,
      note: "named nowhere else in public",
    };
    expect(await refused("review.append", { document, events: [overrule] })).toMatch(/reviewer/u);
    const [first] = session.current().review.events(document);
    await value("workflow.submit", {});
    await as("rhea");
    // Neither deciding it anew nor undoing it gets round the reason.
    const silently = { type: "refused" as const, suggestions: [orla] };
    expect(await refused("review.append", { document, events: [silently] })).toMatch(/overruled/u);
    const undo = { type: "undone" as const, of: first!.seq };
    expect(await refused("review.append", { document, events: [undo] })).toMatch(/another person/u);
    await value("review.append", { document, events: [overrule] });
    await lookAtAll();
    expect(await refused("workflow.sign", {})).toMatch(/another person has to sign/u);
    const { entries } = await value("trail.list", { limit: 10, kind: "mark.overruled" });
    expect(entries[0]?.sentence).toMatch(/Overruled 1 decision.*named nowhere else/u);
    // The analyst makes it their own, and the reviewer signs.
    await as("ada");
    await value("review.append", {
      document,
      events: [
        {
          type: "accepted",
          suggestions: [orla],
          label: "Professional",
          reason: "professional-name",
        },
      ],
    });
    await as("rhea");
    await lookAtAll();
    expect((await value("workflow.sign", {})).stage).toBe("signed");
  });

  test("R2: a page, a refused place or a picture that was not on the screen stands in the way", async () => {
    await decideAll();
    await value("workflow.submit", {});
    await as("rhea");
    const { obstacles } = await value("workflow.state", {});
    expect(obstacles.map((o) => o.code).sort()).toEqual([
      "unseen-pages",
      "unseen-pictures",
      "unseen-refusals",
    ]);
    // Not the whole document at once, nor a place without its page, nor a page that is not there.
    const { suggestions } = await value("review.load", { document });
    const look = { document, pages: [] as number[], suggestions: [] as string[], pictures: [] };
    expect(
      await refused("workflow.see", { ...look, suggestions: suggestions.map((s) => s.id) }),
    ).toMatch(/together with its page/u);
    expect(await refused("workflow.see", { ...look, pages: [4] })).toMatch(/on the screen/u);
    // What was seen before a change has to be seen again, and comes first.
    await lookAtAll();
    await as("ada");
    const orla = suggestions.find((s) => s.text === "Orla Venn")!.id;
    await value("review.append", {
      document,
      events: [{ type: "refused", suggestions: [orla], note: "chairs it still" }],
    });
    await as("rhea");
    expect(await value("workflow.toSee", { document })).toMatchObject([
      { kind: "suggestion", item: orla, again: true },
    ]);
  });

  test("R2: a page where everything is burnt has to be seen as well", async () => {
    await decideAll();
    await value("workflow.submit", {});
    await as("rhea");
    const items = await value("workflow.toSee", { document });
    const { events } = await value("review.load", { document });
    expect(events.some(({ event }) => event.type === "accepted")).toBe(true);
    expect([...new Set(items.map(({ page }) => page))].sort()).toEqual([1, 2, 3]);
  });

  test("another person's looking does not count", async () => {
    await decideAll();
    await lookAtAll();
    await value("workflow.submit", {});
    await as("rhea");
    expect(await refused("workflow.sign", {})).toMatch(/not on your screen/u);
  });

  test("an unanswered comment stands in the way", async () => {
    await decideAll();
    await value("workflow.submit", {});
    await as("rhea");
    await lookAtAll();
    const [c] = await value("comments.add", { document, target: null, page: 1, text: "Why this?" });
    expect(await refused("workflow.sign", {})).toMatch(/unanswered/u);
    await value("comments.resolve", { id: c!.id });
    expect((await value("workflow.sign", {})).stage).toBe("signed");
  });

  test("reopening takes a reason, voids the signature and names what it voids", async () => {
    await untilSigned();
    const { signed } = await value("workflow.state", {});
    const answer = await ask("workflow.reopen", { reason: "x" });
    expect(answer.ok).toBe(false);
    const state = await value("workflow.reopen", { reason: "a date was missed on page two" });
    expect(state).toMatchObject({ stage: "reviewing", signed: null });
    const { entries } = await value("trail.list", { limit: 1, kind: "review.reopened" });
    expect(entries[0]?.sentence).toContain(signed!.plan.slice(0, 12));
  });

  test("the publisher decides about no place", async () => {
    await as("pia");
    expect(
      await refused("review.append", {
        document,
        events: [{ type: "page-sealed", page: 1, sealed: true }],
      }),
    ).toMatch(/publisher/u);
  });
});

describe("what a document is", () => {
  const role = "earlier-version";
  test("R1 R2 nobody takes a document out of what is signed: not the reviewer, not the publisher, not the analyst by the way", async () => {
    await decideAll();
    await value("workflow.submit", {});
    expect(await refused("documents.setRole", { document, role })).toMatch(/second person/u);
    for (const user of [users.rhea, users.pia]) {
      await value("cases.open", { id: session.current().id, user, passphrase: PASSPHRASE });
      expect(await refused("documents.setRole", { document, role })).toMatch(/analyst/u);
    }
    expect(session.current().documents.get(document).role).toBe("overview-report");
  });
});

describe("people over documents", () => {
  test("a label for two people, or what is hidden here and readable there, stops hand-over", async () => {
    await decideAll();
    const open = session.current();
    const second = addDocument(open, "summary", ["Tansy Quill is named."], "executive-summary");
    const { pairs } = await value("people.check", {});
    expect(pairs).toMatchObject([{ document: second, page: 1, term: "Tansy Quill", blocks: true }]);
    expect(await refused("workflow.submit", {})).toMatch(/readable in “summary.pdf”, page 1/u);
    const found = open.suggestions.replace(second, findAll(open, second, "Tansy Quill"));
    await value("review.append", {
      document: second,
      events: [
        { type: "accepted", suggestions: [found[0]!.id], label: "Child B", reason: "child-name" },
      ],
    });
    expect(await refused("workflow.submit", {})).toMatch(/2 labels/u);
    await value("review.append", {
      document: second,
      events: [{ type: "labelled", targets: [found[0]!.id], label: "Child A" }],
    });
    expect((await value("workflow.submit", {})).stage).toBe("submitted");
  });

  test("an earlier published version is read, not signed", async () => {
    await decideAll();
    const open = session.current();
    addDocument(open, "old", ["In 2019 Tansy Quill was named."], "earlier-version");
    const { pairs } = await value("people.check", {});
    expect(pairs).toHaveLength(1);
    expect(await refused("workflow.submit", {})).toMatch(/old.pdf/u);
  });
});

test("a locked case answers nothing but that it is locked", async () => {
  await value("cases.lock", {});
  expect(await refused("review.load", { document })).toMatch(/No case is open/u);
  expect(await refused("trail.list", { limit: 5 })).toMatch(/No case is open/u);
  expect(await value("cases.current", {})).toBeNull();
});

test("destroying a case takes its name typed by hand", async () => {
  expect(
    await refused("retention.destroy", { reason: "the time is over", name: "case 7" }),
  ).toMatch(/not the name/u);
  expect(await value("cases.list", {})).toHaveLength(1);
  await value("retention.destroy", { reason: "the time is over", name: "Case 7" });
  expect(await value("cases.list", {})).toHaveLength(0);
});
