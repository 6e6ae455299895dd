// Words that lie on one another: the engine that draws reads them once, other readers each time. Nobody
// sees them twice, but they can be counted.
import type { Findings } from "../../findings.ts";
import type { PageStrings } from "../../reading/page-strings.ts";
import { CUT } from "../../reading/fold.ts";
import type { Folded } from "../../reading/fold.ts";

/** Letters by which two readers differ. */
const FEW = 4;

export interface ReadTwice {
  readonly page: number;
  /** By the engine that draws. */
  readonly original: PageStrings;
  readonly candidate: PageStrings;
  /** The export by another reader, and the original without what marks cover, read where it counts. */
  readonly second: Folded;
  readonly secondOriginal: () => Promise<Folded>;
}

export async function checkTwice(read: ReadTwice, findings: Findings): Promise<void> {
  const { page, original, candidate, second, secondOriginal } = read;
  const more = second.text.length - candidate.stream.text.length;
  if (more <= FEW) return;
  const letters = ({ text }: Folded): number => text.replaceAll(CUT, "").length;
  const all = letters(await secondOriginal());
  // Where each letter lay a hair from itself, the engine that draws leaves out some of them and not others.
  if (second.text.length <= all) return;
  if (more > all - letters(original.stream) + FEW)
    findings.add("nothing-added", "Words are set more often than they were.", page);
}
