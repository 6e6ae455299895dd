// A decision while it is being filled in: every field a text, as form fields hold it.
import type { RequestOf } from "../../../shared/ipc/contract.ts";
import type { PublicationKind } from "../../../shared/policy/publication.ts";
import { written } from "../../ui/written.ts";

export interface Draft {
  readonly kind: PublicationKind;
  readonly ground: string;
  readonly evidence: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
  readonly publishOn: string;
  readonly noticeGivenOn: string;
  readonly reviewOn: string;
}

const two = (n: number): string => String(n).padStart(2, "0");

/** Today where this person is, not in Greenwich. */
export const dayOn = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

export const blankDecision = (now: Date, decidedBy: string): Draft => ({
  kind: "publish-redacted",
  ground: "",
  evidence: "",
  decidedBy,
  decidedOn: dayOn(now),
  publishOn: "",
  noticeGivenOn: "",
  reviewOn: "",
});

/** A ground is only sent with the kinds that need one. */
export function requestOf(draft: Draft): RequestOf<"publication.decide"> {
  const held = draft.kind !== "publish-in-full" && draft.kind !== "publish-redacted";
  return {
    kind: draft.kind,
    ground: held ? written(draft.ground) : null,
    evidence: held ? written(draft.evidence) : null,
    decidedBy: draft.decidedBy.trim(),
    decidedOn: draft.decidedOn,
    publishOn: written(draft.publishOn),
    noticeGivenOn: written(draft.noticeGivenOn),
    reviewOn: held ? written(draft.reviewOn) : null,
  };
}
