// Makes findings of hits: offsets lead back to the page as the text engine gave it, texts that the case
// allows fall away, and what reads alike shares a group so that one decision can settle it.
import type { Hit, PageScan } from "./hit.ts";
import { folded } from "./lists.ts";
import type { Finding } from "./model.ts";
import { originalSpan } from "./text/normalise.ts";

/** 1 where a date, an age or an address ends in the full stop of its sentence, which stays. */
function closing(hit: Hit, text: string): number {
  const told = hit.category === "date" || hit.category === "age" || hit.category === "address";
  return told && text.endsWith(".") && !/\.\p{L}\.$|\b\d{1,2}\.$/u.test(text) ? 1 : 0;
}

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
    const [start, end] = originalSpan(scan.clean, hit.start, hit.end - closing(hit, clean));
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
