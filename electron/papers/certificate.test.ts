import { createHash, createHmac } from "node:crypto";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import type { BurnReport } from "../../shared/model/burning.ts";
import { stillReadable } from "../burn/sweep/still-readable.ts";
import { termsOf } from "../burn/sweep/terms.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import type { Verification } from "../../shared/model/verification.ts";
import { buildCertificate, certificateSchema } from "./certificate.ts";
import { certificatePdf } from "./certificate-pdf.ts";
import { planHashInput } from "../../shared/review/plan.ts";
import { inputHashes, withCertificate } from "./certificate-inputs.ts";
import { recheck } from "./certificate-recheck.ts";

const marks: PlanMark[] = [
  { page: 1, rect: [72, 700, 120, 712], label: "Child A", reason: "child-name" },
  { page: 1, rect: [72, 600, 120, 612], reason: "address" },
  { page: 2, rect: [72, 600, 120, 612], reason: "never heard of" },
];
const box = { rect: [72, 700, 110, 712] as const, label: "Child A", reason: "child-name" };
const report: BurnReport = {
  pages: [
    {
      page: 1,
      kind: "crisp",
      boxes: [
        { ...box, bits: 0 },
        { ...box, bits: 2.3456 },
      ],
      touched: [],
      touchedOriginal: [],
    },
    {
      page: 2,
      kind: "sealed",
      reason: "It holds a pattern.",
      boxes: [{ ...box, bits: 0 }],
      touched: [],
      touchedOriginal: [],
    },
  ],
  swept: { bookmark: 1 },
  notes: ["One line was closed up on page 1."],
  engines: { "pdf.js": "6" },
};
const verification: Verification = {
  passed: true,
  checks: [{ id: "terms-absent", name: "No burnt text is left", passed: true, detail: "3 terms" }],
  findings: [],
  notices: [{ check: "terms-absent", page: 2, message: "Still readable where it was not marked." }],
  pages: 2,
  engines: { PDFium: "2" },
  sha256: "a".repeat(64),
};
async function textOf(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const parts: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    parts.push(...items.map((i) => ("str" in i ? i.str : "")));
  }
  await document.loadingTask.destroy();
  return parts.join(" ");
}

const original = new Uint8Array([1, 2, 3]);
const input = {
  hashes: inputHashes({ original, marks }),
  marks,
  report,
  verification,
  at: "2026-01-02T03:04:05.000Z",
  by: "Ana Lyst",
  trail: { entries: 12, head: "b".repeat(64) },
};

describe("certificate", () => {
  it("counts marks by reason, gaps and pages, and keeps to its schema", () => {
    const certificate = buildCertificate(input);
    expect(certificateSchema.parse(certificate)).toEqual(certificate);
    expect(certificate.plan.reasons).toEqual({ address: 1, "child-name": 1, other: 1 });
    expect(certificate.gaps).toEqual({ count: 3, constant: 2, mostBits: 2.35 });
    expect(certificate.pages[1]).toEqual({
      page: 2,
      kind: "sealed",
      reason: "It holds a pattern.",
      boxes: 1,
      bits: 0,
    });
    expect(certificate.trail?.entries).toBe(12);
  });

  it("A3: certificates of twins are equal but for their two hashes: no size or count in them can be tried", () => {
    // The other name is longer: its places are wider, one is cut by a line's end, one word more is sought.
    const [first, second, third] = marks;
    const wide = (mark: PlanMark, by: number): PlanMark => ({
      ...mark,
      rect: [mark.rect[0], mark.rect[1], mark.rect[2] + by, mark.rect[3]],
    });
    const [burnt, unmarked] = [{ text: "Ada Marsh", label: "Child A" }, "Ada Marsh was seen."];
    const twin = {
      ...input,
      marks: [
        { ...wide(first!, 31.2), group: "g1" },
        { ...first!, rect: [72, 686, 99, 698] as const, group: "g1" },
        wide(second!, 4),
        third!,
      ],
      report: {
        ...report,
        notes: [...report.notes, ...stillReadable(["", unmarked], termsOf([burnt], []))],
      },
      verification: {
        ...verification,
        checks: verification.checks.map((check) => ({ ...check, detail: "5 terms" })),
        notices: [],
      },
    };
    expect(twin.report.notes).toHaveLength(2);
    expect(buildCertificate(twin)).toEqual(buildCertificate(input));
  });

  it("names the plan as the trail of its case does too, and older ones are still read", () => {
    const planName = "d".repeat(64);
    const certificate = buildCertificate({ ...input, planName });
    expect(certificate.plan.name).toBe(planName);
    const older = {
      ...certificate,
      original: { sha256: "c".repeat(64), bytes: 3 },
      plan: { sha256: "d".repeat(64), marks: 3, reasons: certificate.plan.reasons },
    };
    expect(certificateSchema.parse(older)).toEqual(older);
  });

  it("A3: its hash of the plan cannot be tried without the original", () => {
    const { plan } = buildCertificate(input);
    const plain = createHash("sha256").update(planHashInput(marks)).digest("hex");
    const byTheHash = createHmac("sha256", input.hashes.original).update(planHashInput(marks));
    expect([plain, byTheHash.digest("hex")]).not.toContain(plan.sha256);
    expect(inputHashes({ original: new Uint8Array([9]), marks }).plan).not.toBe(plan.sha256);
  });

  it("is held against export, original and marks by whoever has them", () => {
    const certificate = buildCertificate(input);
    const findings = (of: object, inputs: object) =>
      withCertificate({ ...verification, ...of }, certificate, { original, marks, ...inputs });
    expect(findings({}, {}).passed).toBe(true);
    expect(findings({ sha256: "e".repeat(64) }, {}).findings).toHaveLength(1);
    expect(findings({}, { marks: marks.slice(1) }).findings).toHaveLength(1);
    // The plan is keyed by the original: with another one neither fits.
    expect(findings({}, { original: new Uint8Array([9]) }).findings).toHaveLength(2);
    expect(withCertificate(verification, {}, { original, marks }).passed).toBe(false);
  });

  it("V2: there is none of a failed verification", () => {
    expect(() =>
      buildCertificate({ ...input, verification: { ...verification, passed: false } }),
    ).toThrow();
  });

  it("becomes a sheet for people, the same bytes every time", async () => {
    const certificate = buildCertificate(input);
    const sheet = await certificatePdf(certificate);
    expect(Buffer.from(sheet.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(Buffer.from(await certificatePdf(certificate)).equals(Buffer.from(sheet))).toBe(true);
  });

  it("reads well on paper: reasons in the order of the schedule, hashes in halves, no advice to the analyst", async () => {
    const note = "A table keeps its columns; if that says too much, mark more of the column.";
    const made = buildCertificate({
      ...input,
      report: { ...report, notes: [note] },
      trail: { entries: 12, head: "b".repeat(64), at: "2026-01-02T03:04:05.678Z" } as never,
    });
    const text = await textOf(await certificatePdf(made));
    expect(text).toMatch(
      /Name of a child +1 .*Address or postcode +1 .*Other identifying detail +1/u,
    );
    expect(text).toMatch(/SHA-256 of the export +a{32} +a{32} /u);
    expect(text).toContain("A table keeps its columns.");
    expect(text).not.toContain("says too much");
    expect(text).toMatch(/Written with +pdf\.js 6 +Read back with +PDFium 2/u);
    expect(text).toContain("1 as a picture with a text layer");
    expect(text).toMatch(/Checkpoint of +2026-01-02 03:04:05 UTC/u);
  });

  it("is not believed where it is no certificate", async () => {
    const result = await recheck(new Uint8Array([1]), { format: "something else" });
    expect(result.passed).toBe(false);
  });

  it("does not pass for another file", async () => {
    const result = await recheck(new Uint8Array([1, 2]), buildCertificate(input));
    expect(result.passed).toBe(false);
    expect(result.findings).toContain("The file is not the one that was certified.");
  });
});
