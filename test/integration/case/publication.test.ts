// R2: nothing is released without a signature, a decision and the notice, and nothing is kept that did
// not pass.
import { describe, expect, test } from "vitest";
import { createHash } from "node:crypto";
import type { OpenCase } from "../../../electron/cases/open-case.ts";
import type { Verification } from "../../../shared/model/verification.ts";
import { as, document, refused, session, threePeople, untilSigned, value } from "./three-people.ts";

threePeople();

const verification = (sha256: string): Verification => ({
  passed: true,
  checks: [{ id: "terms-absent", name: "n", passed: true, detail: "" }],
  findings: [],
  notices: [],
  pages: 3,
  engines: {},
  sha256,
});

function exportOf(open: OpenCase): string {
  const bytes = new TextEncoder().encode(`%PDF-1.7 export ${open.entries.count()}`);
  const page = { page: 1, kind: "crisp" as const, boxes: [], touched: [], touchedOriginal: [] };
  return open.exports.add({
    document,
    name: "report",
    bytes,
    plan: open.review.plan(document),
    report: { pages: [page], swept: {}, notes: [], engines: {} },
    verification: verification(createHash("sha256").update(bytes).digest("hex")),
    certificate: (made) => ({ made, checkpoint: open.trail.checkpoint() }),
  }).id;
}

describe("publication", () => {
  const decision = {
    kind: "publish-redacted" as const,
    ground: null,
    evidence: null,
    decidedBy: "The partnership's board",
    decidedOn: "2020-01-02",
    publishOn: null,
    noticeGivenOn: "2020-01-06",
    reviewOn: null,
  };

  test("nothing is released before signature, decision and notice; then it is, and can be recalled", async () => {
    const early = exportOf(session.current());
    await untilSigned();
    const signed = exportOf(session.current());
    await as("pia");
    const release = { export: signed, to: "the public web page", note: null, supersedes: null };
    expect(await refused("releases.record", { ...release, export: early })).toMatch(
      /plan that was signed/u,
    );
    expect(await refused("releases.record", release)).toMatch(/No decision/u);
    await value("publication.decide", decision);
    const card = await value("releases.record", release);
    expect(card).toMatchObject({ to: "the public web page", recalled: null });
    const [recalled] = await value("releases.recall", { id: card.id, reason: "the wrong file" });
    expect(recalled?.recalled?.reason).toBe("the wrong file");
    expect(await refused("releases.recall", { id: card.id, reason: "once more" })).toMatch(
      /before/u,
    );
  });

  test("nobody records that nothing was removed where something is", async () => {
    const full = { ...decision, kind: "publish-in-full" as const };
    await as("pia");
    await value("publication.decide", full);
    await as("ada");
    await untilSigned();
    await as("pia");
    expect(await refused("publication.decide", full)).toMatch(/removed in this case/u);
  });

  test("a notice that has not run stands in the way", async () => {
    await untilSigned();
    const id = exportOf(session.current());
    await as("pia");
    const today = new Date().toISOString().slice(0, 10);
    await value("publication.decide", { ...decision, noticeGivenOn: today });
    expect(await value("releases.obstacles", { export: id })).toEqual([
      expect.stringMatching(/seven working days/u),
    ]);
  });

  test("withholding needs ground, evidence and a day of review; the analyst cannot decide it", async () => {
    expect(await refused("publication.decide", decision)).toMatch(/publisher/u);
    await as("pia");
    const withhold = { ...decision, kind: "withhold-or-delay" as const };
    expect(await refused("publication.decide", withhold)).toMatch(/ground/u);
    const card = await value("publication.decide", {
      ...withhold,
      ground: "a sibling would be put at risk",
      evidence: "statement of the guardian",
      reviewOn: "2020-07-01",
    });
    expect(card.decision.kind).toBe("withhold-or-delay");
  });

  test("an export that did not pass, or is not the file that was checked, is not kept", async () => {
    const open = session.current();
    const before = open.trail.head().entries;
    const bytes = new TextEncoder().encode("%PDF-1.7 other");
    const made = {
      document,
      name: "report",
      bytes,
      plan: open.review.plan(document),
      report: { pages: [], swept: {}, notes: [], engines: {} },
      certificate: () => ({}),
    };
    const good = verification("0".repeat(64));
    expect(() => open.exports.add({ ...made, verification: { ...good, passed: false } })).toThrow(
      /every check/u,
    );
    expect(() => open.exports.add({ ...made, verification: good })).toThrow(/not the file/u);
    expect(open.exports.list()).toEqual([]);
    expect(open.trail.head().entries).toBe(before);
  });
});
