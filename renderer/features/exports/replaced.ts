// Which release of a document still stands: the newest that no later one replaced. Pure.
import type { ReleaseCard } from "../../../shared/ipc/workflow.ts";

type Release = Pick<ReleaseCard, "id" | "supersedes">;

/** @param earlier releases of one document, the oldest first */
export const lastStanding = (earlier: readonly Release[]): string | undefined =>
  earlier.findLast((r) => !earlier.some((later) => later.supersedes === r.id))?.id;
