// What burning and verifying would answer on the development page: invented pages, in a second or two.
import type { EventName, Events } from "../../shared/ipc/contract.ts";
import type { DocumentCard } from "../../shared/ipc/cases.ts";
import type { BurnAnswer, BurnSummary } from "../../shared/ipc/publish.ts";
import type { BurnedPage } from "../../shared/model/burning.ts";
import { REASONS } from "../../shared/policy/reasons.ts";

type Emit = <N extends EventName>(name: N, event: Events[N]) => void;

const CHECKS: readonly [string, string, string][] = [
  [
    "terms-absent",
    "No burnt name is readable in any text, name or property",
    "1,204 strings, 96 streams",
  ],
  ["allowed-objects", "Every object is of a kind that is allowed", "312 objects"],
  ["boxes-opaque", "Every burnt place is opaque and even", "244 places"],
  ["pages-equal", "The export has as many pages as the original", "48 and 48"],
  ["outside-kept", "Every visible word outside the burnt places is still there", "18,204 words"],
  ["one-revision", "The file has one revision and nothing after its end", "1 revision"],
];

export function fakeSummary(document: DocumentCard, flags: URLSearchParams): BurnSummary {
  return {
    marks: Math.max(document.accepted, 1),
    undecided: document.undecided,
    pagesWithMarks: Math.min(document.pages, document.accepted),
    byReason: REASONS.slice(0, 7).map((r, i) => ({
      reason: r.code,
      name: r.name,
      count: 61 - i * 8,
    })),
    blockers: flags.has("blocked")
      ? [
          {
            message: `${document.undecided} suggestions are undecided. Accept or refuse each of them first.`,
          },
          { message: "A picture on page 17 has not been looked at.", page: 17 },
        ]
      : [],
    warnings: [
      {
        message: "“Mother” is burnt on 14 pages, but the same name can still be read on page 23.",
        page: 23,
      },
      {
        message: "Page 12 has a line that is too full for its label. The line’s end will be boxed.",
        page: 12,
      },
    ],
    suggestedName: `${document.name.replace(".pdf", "")} (published).pdf`,
  };
}

export async function fakeBurn(
  document: DocumentCard,
  emit: Emit,
  wait: (ms: number) => Promise<void>,
  flags: URLSearchParams,
): Promise<BurnAnswer> {
  const pages: BurnedPage[] = [];
  for (let page = 1; page <= document.pages; page++) {
    await wait(flags.has("slow") ? 300 : 30);
    const sealed = page % 17 === 0;
    const burnt: BurnedPage = {
      page,
      kind: sealed ? "sealed" : "crisp",
      reason: sealed ? "A soft mask lies over the text of this page." : undefined,
      boxes: [{ rect: [1, 1, 2, 2], label: "Mother", reason: "family-name", bits: 0 }],
      touched: [],
      touchedOriginal: [],
    };
    pages.push(burnt);
    emit("burn.page", { document: document.id, done: page, total: document.pages, page: burnt });
  }
  const stages = ["structure", ...pages.map(() => "pages"), "terms"];
  for (const [i, check] of stages.entries()) {
    await wait(flags.has("slow") ? 200 : 15);
    emit("verify.check", { document: document.id, check, done: i, total: pages.length });
  }
  const failed = flags.has("fail");
  const report = {
    pages,
    swept: { bookmark: 2, title: 1 },
    notes: ["Page 12: the end of one line was boxed, because its label did not fit."],
    engines: { pdfium: "2.15.1" },
  };
  const verification = {
    passed: !failed,
    checks: CHECKS.map(([id, name, detail], i) => ({
      id,
      name,
      passed: !(failed && i === 0),
      detail,
    })),
    findings: failed
      ? [
          {
            check: "terms-absent",
            page: 12,
            message: "The name in the bookmark of page 12 is still readable.",
          },
        ]
      : [],
    notices: [
      {
        check: "terms-visible",
        page: 23,
        message: "A name that is burnt elsewhere can be read on page 23, where it was not marked.",
      },
    ],
    pages: document.pages,
    engines: { "pdf.js": "6.5.438" },
    sha256: "3b1f4c0d9aa7e2c1d5f86e0b7a4c9d21f0e3b5a78c6d4e2f1a0b9c8d7e6f5a41",
  };
  if (failed)
    return {
      exported: false,
      report,
      verification,
      message: "Nothing was exported. The name in the bookmark of page 12 is still readable.",
      page: 12,
    };
  return {
    exported: true,
    report,
    verification,
    export: {
      id: crypto.randomUUID(),
      document: document.id,
      name: `${document.name.replace(".pdf", "")} (published).pdf`,
      at: new Date().toISOString(),
      by: "Amira Shah",
      sha256: verification.sha256,
      bytes: 812_344,
      pages: document.pages,
      crispPages: pages.filter((p) => p.kind === "crisp").length,
      sealedPages: pages.filter((p) => p.kind === "sealed").length,
      standing: "draft",
    },
  };
}
