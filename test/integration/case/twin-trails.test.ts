// A3: what leaves a case tells the same of two documents that differ in a secret only: no length of one,
// no size of a file that holds one, and no hash from which a name could be found by trying.
import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { trailCsv } from "../../../electron/audit/pages.ts";
import type { Found } from "../../../electron/cases/case-suggestions.ts";
import { buildCertificate } from "../../../electron/papers/certificate.ts";
import { inputHashes } from "../../../electron/papers/certificate-inputs.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import { planHashInput } from "../../../shared/review/plan.ts";
import { addDocument, findAll, makeCase, makeDesk, type Desk } from "./invented-case.ts";

let desk: Desk;
beforeEach(() => {
  desk = makeDesk();
});
afterEach(() => desk.clear());

const sha256 = (data: Uint8Array | string) => createHash("sha256").update(data).digest("hex");
/** Ids, keyed names, hashes, signatures and times are random; the rest is what is told. */
const told = (text: string) =>
  text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, "id")
    .replaceAll(/[0-9a-f]{12,}/gu, "hex")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, "time");

/** A long name meets the end of its line: two pieces under one label. */
const cut = ({ text, rects }: Found): Rect[] => {
  const [[x0, y0, x1, y1]] = rects as [Rect];
  const half = (x0 + x1) / 2;
  if (text.length < 12) return [[x0, y0, x1, y1]];
  return [
    [x0, y0, half, y1],
    [72, y0 - 14, 72 + x1 - half, y1 - 14],
  ];
};

async function livedWith(name: string) {
  const open = await makeCase(desk.store);
  try {
    const document = addDocument(open, "report", [`${name} was seen.`, `Nobody asked ${name}.`]);
    const found = findAll(open, document, name).map((f) => ({ ...f, rects: cut(f) }));
    const all = open.suggestions.replace(document, found);
    open.review.append(document, [
      {
        type: "accepted",
        suggestions: all.map((s) => s.id),
        label: "Mother",
        reason: "family-name",
      },
    ]);
    const bytes = new TextEncoder().encode("%PDF-1.7 the same export");
    const plan = open.review.plan(document);
    const page = { kind: "crisp" as const, boxes: [], touched: [], touchedOriginal: [] };
    const report = { pages: [{ ...page, page: 1 }], swept: {}, notes: [], engines: {} };
    const original = open.documents.get(document).sha256;
    const content = await open.documents.bytes(document);
    const verification = {
      passed: true,
      findings: [],
      notices: [],
      pages: 2,
      engines: {},
      sha256: sha256(bytes),
      checks: [{ id: "terms-absent", name: "n", passed: true, detail: "" }],
    };
    const { id } = open.exports.add({
      document,
      name: "export",
      bytes,
      plan,
      report,
      verification,
      certificate: ({ at }) =>
        buildCertificate({
          hashes: inputHashes({ original: content, marks: plan.marks }),
          planName: plan.hash,
          marks: plan.marks,
          report,
          verification,
          at,
          trail: open.trail.checkpoint(),
        }),
    });
    expect(open.faults()).toEqual([]);
    const outputs = [
      [...open.trail.exportLines()].join(""),
      trailCsv(open.entries.each(), open.publicNames()),
      JSON.stringify(open.exports.certificate(id)),
    ];
    return { outputs, original, plan: sha256(planHashInput(plan.marks)) };
  } finally {
    open.close();
  }
}

test("A3: trails and certificates of twins tell the same, and name no hash of a plan that can be tried", async () => {
  const one = await livedWith("Ada Moss");
  const other = await livedWith("Bartholomew Featherstone");
  for (const { outputs, original, plan } of [one, other]) {
    const [trail, list] = outputs;
    for (const text of [trail, list]) expect(text).not.toContain(original.slice(0, 12));
    for (const text of outputs) expect(text).not.toContain(plan.slice(0, 12));
  }
  expect(other.outputs.map(told)).toEqual(one.outputs.map(told));
});
