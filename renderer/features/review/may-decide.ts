// Whether the person at the keyboard may decide now, for components that must follow a change.
import { useSession } from "../../app/session.ts";
import { mayDecide, useWorkflow } from "../signoff/workflow-store.ts";

export function useMayDecide(): boolean {
  useWorkflow((w) => w.state?.stage);
  useSession((s) => s.open?.frozen);
  return mayDecide();
}
