// Makes findings of hits: offsets lead back to the page as the text engine gave it, texts that the case
// allows fall away, and what reads alike shares a group so that one decision can settle it.
import type { Hit, PageScan } from "./hit.ts";
import { folded } from "./lists.ts";
import type { Finding } from "./model.ts";
import { originalSpan } from "./text/normalise.ts";

export function toFindings(
  scan: PageScan,
  hits: readonly Hit[],
  allowed: (text: string) => boolean,
  placeLabel?: (text: string) => string,
): Finding[] {
  const findings: Finding[] = [];
  for (const hit of hits) {
    const clean = scan.clean.text.slice(hit.start, hit.end);
    if (hit.category !== "deny-list" && allowed(clean)) continue;
    const label = hit.label ?? (hit.category === "place" ? placeLabel?.(clean) : undefined);
    const [start, end] = originalSpan(scan.clean, hit.start, hit.end);
    findings.push({
      page: scan.page,
      start,
      end,
      text: scan.clean.original.slice(start, end),
      category: hit.category,
      identifier: hit.identifier,
      score: hit.score,
      tier: hit.tier,
      detector: hit.detector,
      version: hit.version,
      why: hit.why,
      group: hit.group ?? `${hit.category}:${folded(clean)}`,
      groupName: hit.groupName ?? clean.replace(/\s+/g, " "),
      ...(label === undefined ? {} : { label }),
    });
  }
  return findings;
}
