// Where the case stands between its two people, and the comments on it. Asked again after every
// step; steps themselves are refused by the side with power, this store only asks for them.
import { create } from "zustand";
import type { CommentCard, WorkflowState } from "../../../shared/ipc/workflow.ts";
import { ask } from "../../app/client.ts";
import { refreshCase, useSession, whenCaseIsLeft } from "../../app/session.ts";

interface Workflow {
  readonly state: WorkflowState | null;
  readonly comments: readonly CommentCard[];
}

const NOTHING: Workflow = { state: null, comments: [] };

export const useWorkflow = create<Workflow>(() => NOTHING);
const set = useWorkflow.setState;
whenCaseIsLeft(() => set(NOTHING));

export async function loadWorkflow(): Promise<void> {
  const [state, comments] = await Promise.all([
    ask("workflow.state", {}),
    ask("comments.list", {}),
  ]);
  set({ state, comments });
}

async function step(next: Promise<WorkflowState>): Promise<void> {
  set({ state: await next });
  await refreshCase();
}

export const submit = (): Promise<void> => step(ask("workflow.submit", {}));
export const sign = (): Promise<void> => step(ask("workflow.sign", {}));
export const sendBack = (reason: string): Promise<void> =>
  step(ask("workflow.sendBack", { reason }));
export const reopen = (reason: string): Promise<void> => step(ask("workflow.reopen", { reason }));

export async function comment(request: {
  document: string;
  target: string | null;
  page: number | null;
  text: string;
}): Promise<void> {
  await commented(ask("comments.add", request));
}

export const resolveComment = (id: string): Promise<void> =>
  commented(ask("comments.resolve", { id }));

/** An unanswered comment stands in the way of the signature: what stands there is asked again. */
async function commented(next: Promise<readonly CommentCard[]>): Promise<void> {
  const comments = await next;
  set({ comments, state: await ask("workflow.state", {}) });
}

/** The second reviewer looks and comments; taking a decision would cost them the signature (R1). */
export const walking = (): boolean =>
  useSession.getState().open?.user.role === "reviewer" &&
  useWorkflow.getState().state?.stage === "submitted";

/**
 * True where this person may take decisions about places now. The second reviewer only does where
 * a case has no analyst: a decision taken by the way would cost them the signature (R1).
 */
export function mayDecide(): boolean {
  const { open } = useSession.getState();
  if (!open || open.frozen || walking()) return false;
  const { role } = open.user;
  return (
    role === "analyst" || (role === "reviewer" && !open.users.some((u) => u.role === "analyst"))
  );
}

const withReviewer = (): boolean => useWorkflow.getState().state?.stage === "submitted";

/** Documents are brought in by whoever decides about them, and not while somebody looks at what is there. */
export const mayBringIn = (): boolean => mayDecide() && !withReviewer();

/** A draft is burnt by whoever decides; what was signed by anybody. Nothing is while the second reviewer looks. */
export const mayBurn = (): boolean =>
  !withReviewer() && (mayDecide() || useSession.getState().open?.frozen === true);

/** Overruling is the second reviewer's, until the plan is frozen. */
export function mayOverrule(): boolean {
  const { open } = useSession.getState();
  return open !== null && !open.frozen && open.user.role === "reviewer";
}
