// The certificate of an export as a value: what was burnt into what, by whom, checked how. Pure:
// it only counts and hashes what it is given. It names pages, reasons and checks; it must never
// hold a term, a text of the document or anything from which one could be guessed: no plain hash of
// the marks (a place is as wide as its name), no size, no count of what was sought.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Checkpoint } from "../../shared/audit/kinds.ts";
import type { BurnReport } from "../../shared/model/burning.ts";
import { spansOf, type PlanMark } from "../../shared/model/plan.ts";
import type { Verification } from "../../shared/model/verification.ts";
import { reasonOf } from "../../shared/policy/reasons.ts";
import { tellsWhereReadable } from "../burn/sweep/still-readable.ts";
import { tellsOfLabels } from "../burn/sweep/telling-labels.ts";
import { resource } from "../resources.ts";

const CERTIFICATE_FORMAT = "candour-certificate-1";

const hash = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.int().min(0);
const versions = z.record(z.string().max(80), z.string().max(80));

export const certificateSchema = z.strictObject({
  format: z.literal(CERTIFICATE_FORMAT),
  application: z.string().max(80),
  /** UTC; null where the run was asked to give the same bytes always. */
  made: z.string().max(40).nullable(),
  /** Name of the person who exported. */
  by: z.string().max(200).nullable(),
  /** Older certificates hold its size as well. */
  original: z.strictObject({ sha256: hash, bytes: count.optional() }),
  plan: z.strictObject({
    /** Keyed by the original's bytes (certificate-inputs.ts); older certificates hold a plain hash. */
    sha256: hash,
    /** The name by which entries of the case's trail call it. */
    name: hash.optional(),
    /** A span that a line break cut counts once. */
    marks: count,
    /** Marks by reason code. */
    reasons: z.record(z.string().max(40), count),
  }),
  export: z.strictObject({ sha256: hash, pages: count }),
  pages: z.array(
    z.strictObject({
      page: z.int().min(1),
      kind: z.enum(["crisp", "sealed"]),
      reason: z.string().max(500).optional(),
      boxes: count,
      /** Bits that the page's gaps can betray together. */
      bits: z.number().min(0),
    }),
  ),
  gaps: z.strictObject({
    count,
    /** Gaps whose size says nothing about what was there. */
    constant: count,
    mostBits: z.number().min(0),
  }),
  /** Texts off the pages that lost a burnt term, by kind. */
  swept: z.record(z.string().max(40), count),
  notes: z.array(z.string().max(1000)),
  checks: z.array(
    z.strictObject({
      id: z.string().max(60),
      name: z.string().max(200),
      passed: z.boolean(),
      detail: z.string().max(500),
    }),
  ),
  /** Things that the verifier told but did not fail on. */
  notices: z.array(
    z.strictObject({ page: z.int().min(1).optional(), message: z.string().max(500) }),
  ),
  engines: z.strictObject({ burn: versions, verify: versions }),
  /** Head of the audit trail when the export was made, or a signed checkpoint of it. */
  trail: z.looseObject({ entries: count, head: z.string().max(200) }).nullable(),
});

export type Certificate = z.infer<typeof certificateSchema>;

export interface CertificateInput {
  /** Of original and marks, see certificate-inputs.ts. */
  readonly hashes: { readonly original: string; readonly plan: string };
  /** What the trail calls the plan, where the export belongs to a case. */
  readonly planName?: string | undefined;
  readonly marks: readonly PlanMark[];
  readonly report: BurnReport;
  readonly verification: Verification;
  readonly at: string | null;
  readonly by?: string | null;
  readonly trail?: { readonly entries: number; readonly head: string } | Checkpoint | null;
}

/** @throws Error where the verification did not pass: there is no certificate of a failure. */
export function buildCertificate(input: CertificateInput): Certificate {
  const { hashes, planName, report, verification } = input;
  const marks = spansOf(input.marks);
  if (!verification.passed) throw new Error("An export that did not pass has no certificate");
  const boxes = report.pages.flatMap((page) => page.boxes);
  return {
    format: CERTIFICATE_FORMAT,
    application: applicationName(),
    made: input.at,
    by: input.by ?? null,
    original: { sha256: hashes.original },
    plan: {
      sha256: hashes.plan,
      ...(planName === undefined ? {} : { name: planName }),
      marks: marks.length,
      reasons: countReasons(marks),
    },
    export: { sha256: verification.sha256, pages: verification.pages },
    pages: report.pages.map(({ page, kind, reason, boxes: own }) => ({
      page,
      kind,
      ...(reason === undefined ? {} : { reason }),
      boxes: own.length,
      bits: rounded(own.reduce((sum, box) => sum + box.bits, 0)),
    })),
    gaps: {
      count: boxes.length,
      constant: boxes.filter((box) => box.bits === 0).length,
      mostBits: rounded(boxes.reduce((most, box) => Math.max(most, box.bits), 0)),
    },
    swept: { ...report.swept },
    // Where a burnt text can still be read, or that a label tells of it, is for the analyst alone.
    notes: report.notes.filter((note) => !tellsWhereReadable(note) && !tellsOfLabels(note)),
    checks: verification.checks.map(({ id, name, passed, detail }) => ({
      id,
      name,
      passed,
      detail: OF_THE_EXPORT.has(id) ? detail : "",
    })),
    notices: verification.notices
      .filter(({ check }) => check !== "terms-absent")
      .map(({ page, message }) => (page === undefined ? { message } : { page, message })),
    engines: { burn: { ...report.engines }, verify: { ...verification.engines } },
    trail: input.trail ? { ...input.trail } : null,
  };
}

/** Checks that counted what stands in the export; the others count burnt words, streams of the original. */
const OF_THE_EXPORT: ReadonlySet<string> = new Set([
  "engines-agree",
  "written-one-way",
  "objects-reachable",
  "objects-allowed",
  "streams-exact",
  "content-plain",
  "images-clean",
  "fonts-lean",
  "tags-whole",
  "nothing-added",
  "page-unchanged",
  "boxes-opaque",
]);

function countReasons(marks: readonly PlanMark[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const mark of marks) {
    const { code } = reasonOf(mark.reason);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function rounded(bits: number): number {
  return Math.round(bits * 100) / 100;
}

export function sha256(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("hex");
}

export function applicationName(): string {
  const { version } = JSON.parse(readFileSync(resource("package.json"), "utf8")) as {
    version: string;
  };
  return `Candour ${version}`;
}
