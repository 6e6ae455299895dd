// Places of searched words that nothing covers yet, and the label that such words have elsewhere.
// Pure.
import type { ReasonCode } from "../../../../shared/policy/reasons.ts";
import { folded } from "./filters.ts";
import type { Index } from "./places.ts";

export interface Stretch {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** Those of the stretches that no accepted or drawn place covers entirely. */
export function uncovered<T extends Stretch>(hits: readonly T[], index: Index): readonly T[] {
  return hits.filter(
    (hit) =>
      !(index.byPage.get(hit.page) ?? []).some(
        (p) =>
          (p.standing === "accepted" || p.standing === "drawn") &&
          p.span !== null &&
          p.span.start <= hit.start &&
          p.span.end >= hit.end,
      ),
  );
}

/** What the same words, or words that hold them, are burnt as already. */
export function knownLabel(
  index: Index,
  words: string,
): { label: string; reason: ReasonCode } | null {
  const wanted = folded(words);
  let loose: { label: string; reason: ReasonCode } | null = null;
  for (const group of index.groups) {
    if (group.accepted === 0 || !group.label) continue;
    const names = [group.name, ...group.also].map(folded);
    const found = { label: group.label, reason: group.reason };
    if (names.includes(wanted)) return found;
    if (!loose && names.some((name) => name.includes(wanted))) loose = found;
  }
  return loose;
}
