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
  readonly candidate: PageStrings;
  /** The export by another reader, and the original without what marks cover, read where it counts. */
  readonly second: Folded;
  readonly secondOriginal: () => Promise<Folded>;
  /** Letters that another reader reads more of the original than the engine that draws, burnt ones as well. */
  readonly before: () => Promise<number>;
}

export async function checkTwice(read: ReadTwice, findings: Findings): Promise<void> {
  const { page, candidate, second, secondOriginal, before } = read;
  const more = second.text.length - candidate.stream.text.length;
  if (more <= FEW) return;
  // Where each letter lay a hair from itself, the engine that draws leaves out some of them and not others.
  const { text } = await secondOriginal();
  if (second.text.length <= text.replaceAll(CUT, "").length) return;
  if (more > (await before()) + FEW)
    findings.add("nothing-added", "Words are set more often than they were.", page);
}
