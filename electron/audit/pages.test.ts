import { expect, test } from "vitest";
import type { AuditEntry } from "../../shared/audit/kinds.ts";
import { trailCsv, trailHtml } from "./pages.ts";

const H = "ab".repeat(32);
const NAMES = { user: () => "Ann Alder", document: () => "document 1" };
const ACT: AuditEntry = {
  seq: 4,
  at: "2026-03-02T09:00:00.000Z",
  by: "u",
  tool: "Candour test",
  kind: "mark.acceptedTogether",
  document: "d",
  page: null,
  data: {
    items: ["a", "b", "c"],
    count: 3,
    pages: "1–2",
    categories: { person: 3 },
    terms: [],
    labels: [
      { label: "Mother", reason: "family-name", how: "label", count: 1, pages: "2" },
      { label: "Child A", reason: "child-name", how: "label", count: 2, pages: "1–2" },
    ],
  },
  previous: H,
  hash: H,
  signature: H,
};

test("copies of the trail for people tell every label of one act", () => {
  const csv = trailCsv([ACT], NAMES);
  const html = trailHtml([ACT], NAMES, {
    title: "Trail",
    proof: "whole",
    checkpoint: { case: "c", entries: 4, head: H, at: ACT.at, by: "u", signature: H },
  });
  for (const copy of [csv, html]) {
    expect(copy).toContain("Accepted 3 places in one act, under 2 labels on pages 1–2");
    expect(copy).toContain("Accepted 2 places as “Child A” (name of a child) on pages 1–2");
    expect(copy).toContain("Accepted 1 place as “Mother” (name of a parent or relative) on page 2");
  }
  // One entry stays one row.
  expect(csv.trim().split("\n")).toHaveLength(2);
});
