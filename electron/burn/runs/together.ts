// Pages that waited for each other are laid out together, as far as they can be; the others stay alone.
import type { RunPage } from "./model.ts";
import { runFrom } from "./suitable.ts";
import type { Run } from "./suitable.ts";

/** A cover and a page of contents may stand before the text; then it is no run. */
const MOST_IN_VAIN = 5;

/** Pages that follow each other: those of a run, burnt together, or such as are to be burnt alone. */
export type Part<T, B> =
  | { readonly kind: "run"; readonly burnt: readonly B[] }
  | { readonly kind: "alone"; readonly pages: readonly T[] };

/**
 * @param runPageOf how runs see a page
 * @param burn the last pages of a run, as many as hang together; undefined where they cannot be laid
 * out together
 */
export async function together<T extends { readonly runsOver: boolean }, B>(
  waiting: readonly T[],
  runPageOf: (page: T) => RunPage,
  burn: (run: Run, pages: readonly T[]) => Promise<readonly B[] | undefined>,
): Promise<readonly Part<T, B>[]> {
  const parts: Part<T, B>[] = [];
  let alone: T[] = [];
  let left = waiting;
  let vain = 0;
  while (left.length > 1 && vain < MOST_IN_VAIN && left.some(({ runsOver }) => runsOver)) {
    const run = runFrom(left.map(runPageOf));
    const length = run?.pages.length ?? 1;
    const pages = left.slice(0, length);
    left = left.slice(length);
    const burnt = run && (await burn(run, pages));
    if (!run) vain++;
    const first = length - (burnt?.length ?? 0);
    alone.push(...pages.slice(0, first));
    if (!burnt) continue;
    if (alone.length > 0) parts.push({ kind: "alone", pages: alone });
    alone = [];
    parts.push({ kind: "run", burnt });
  }
  alone.push(...left);
  if (alone.length > 0) parts.push({ kind: "alone", pages: alone });
  return parts;
}
