// Whether the person at the keyboard may decide here and now. While pages are still being read nobody
// decides: the next page may tell that "Person 1" is the mother, and a label once given stays.
import { useSession } from "../../../app/session.ts";
import { mayDecide, useWorkflow } from "../../signoff/workflow-store.ts";
import { useReview } from "../store.ts";

export const mayDecideHere = (): boolean => useReview.getState().complete && mayDecide();

/** The same for components that must follow a change. */
export function useMayDecide(): boolean {
  useWorkflow((w) => w.state?.stage);
  useSession((s) => s.open?.frozen);
  useReview((r) => r.complete);
  return mayDecideHere();
}
