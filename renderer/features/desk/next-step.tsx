// What comes next for the case as a whole, with the way to it. One thing at a time.
import { ArrowRight } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { attempt } from "../../app/notices.ts";
import { goTo, useSession, type Screen } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { loadWorkflow, useWorkflow } from "../signoff/workflow-store.ts";
import styles from "./desk.module.css";

export function CaseNextStep() {
  const { t } = useTranslation();
  const open = useSession((s) => s.open);
  const workflow = useWorkflow((w) => w.state);
  const stage = workflow?.stage;
  const looking = useSession((s) => s.looking.size > 0);
  useEffect(() => attempt(loadWorkflow), []);
  if (!open || !stage || open.documents.length === 0) return null;
  if (looking || open.documents.some((d) => d.status !== "ready")) return null;
  const undecided = open.documents.reduce((n, d) => n + d.undecided, 0);
  // Where nothing was suggested, "everything is decided" would be said of what nobody may have read.
  const unmarked = open.documents.every((d) => d.accepted + d.refused === 0);
  const { role } = open.user;
  // Somebody wants something looked at: until it was handed over again, their reason comes first.
  const reopened = workflow.returned !== null && workflow.returned.by !== open.user.name;
  const held =
    workflow.blockers.length > 0 || workflow.obstacles.some((o) => o.code === "uncleared-pictures");
  const [words, to]: readonly [string, Screen | null] =
    stage === "signed"
      ? role === "publisher"
        ? [t("desk.next.publish"), { at: "publication" }]
        : [t("desk.next.signed"), null]
      : stage === "submitted"
        ? role === "reviewer"
          ? [t("desk.next.look"), { at: "signoff" }]
          : [t("desk.next.waiting"), null]
        : stage === "sent-back" && role === "analyst"
          ? [t("desk.next.sentBack", { who: workflow?.returned?.by }), { at: "signoff" }]
          : role !== "analyst" || undecided > 0
            ? ["", null]
            : reopened
              ? [t("desk.next.reopened", { who: workflow?.returned?.by }), { at: "signoff" }]
              : [
                  t(
                    held
                      ? "desk.next.held"
                      : unmarked
                        ? "desk.next.unmarked"
                        : "desk.next.handOver",
                  ),
                  { at: "signoff" },
                ];
  if (words === "") return null;
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
