// What comes next for the case as a whole, with the way to it. One thing at a time.
import { ArrowRight } from "lucide-react";
import type { TFunction } from "i18next";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { CaseState } from "../../../shared/ipc/cases.ts";
import type { WorkflowState } from "../../../shared/ipc/workflow.ts";
import { attempt } from "../../app/notices.ts";
import { goTo, useSession, type Screen } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { loadWorkflow, useWorkflow } from "../signoff/workflow-store.ts";
import styles from "./desk.module.css";

interface Step {
  readonly words: string;
  readonly to?: Screen;
}

export function CaseNextStep() {
  const open = useSession((s) => s.open);
  const workflow = useWorkflow((w) => w.state);
  const looking = useSession((s) => s.looking.size > 0);
  const { t } = useTranslation();
  useEffect(() => attempt(loadWorkflow), []);
  if (!open || !workflow || open.documents.length === 0) return null;
  if (looking || open.documents.some((d) => d.status !== "ready")) return null;
  const step = stepOf(open, workflow, t);
  if (!step) return null;
  const { words, to } = step;
  return (
    <div className={styles["next"]} data-testid="next-step">
      <p>{words}</p>
      {to && (
        <Button tone="primary" icon={<ArrowRight aria-hidden="true" />} onPress={() => goTo(to)}>
          {t("common.goThere")}
        </Button>
      )}
    </div>
  );
}

function stepOf(open: CaseState, workflow: WorkflowState, t: TFunction): Step | null {
  const { role } = open.user;
  switch (workflow.stage) {
    case "signed":
      return role === "publisher"
        ? { words: t("desk.next.publish"), to: { at: "publication" } }
        : { words: t("desk.next.signed") };
    case "submitted":
      return role === "reviewer"
        ? { words: t("desk.next.look"), to: { at: "signoff" } }
        : { words: t("desk.next.waiting") };
    default:
      return role === "analyst" ? analystStep(open, workflow, t) : null;
  }
}

function analystStep(open: CaseState, workflow: WorkflowState, t: TFunction): Step | null {
  const { returned, blockers, obstacles, stage } = workflow;
  const to: Screen = { at: "signoff" };
  // Somebody wants something looked at: until it was handed over again, their reason comes first.
  if (stage === "sent-back") return { words: t("desk.next.sentBack", { who: returned?.by }), to };
  if (open.documents.some((d) => d.undecided > 0)) return null;
  if (returned !== null && returned.by !== open.user.name)
    return { words: t("desk.next.reopened", { who: returned.by }), to };
  if (blockers.length > 0 || obstacles.some((o) => o.code === "uncleared-pictures"))
    return { words: t("desk.next.held"), to };
  // Where nothing was suggested, "everything is decided" would be said of what nobody may have read.
  const unmarked = open.documents.every((d) => d.accepted + d.refused === 0);
  return { words: t(unmarked ? "desk.next.unmarked" : "desk.next.handOver"), to };
}
