// What the second reviewer can do: walk through what has to be seen, send back, sign.
import { Footprints, PenLine, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkflowState } from "../../../shared/ipc/workflow.ts";
import { attempt } from "../../app/notices.ts";
import { goTo, useSession } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import page from "../../ui/page.module.css";
import { ReasonSheet } from "../../ui/reason-sheet.tsx";
import { QuestionsLeft, SignWithQuestions } from "./questions-left.tsx";
import { sendBack, sign } from "./workflow-store.ts";
import styles from "./signoff.module.css";

export function ReviewerStep({ state }: { readonly state: WorkflowState }) {
  const { t } = useTranslation();
  const documents = useSession((s) => s.open?.documents ?? NONE);
  const [asking, setAsking] = useState(false);
  const [doubting, setDoubting] = useState(false);
  if (state.stage !== "submitted")
    return <p className={page["empty"]}>{t("signoff.reviewerWaits")}</p>;
  const unseen = state.obstacles.find((o) => o.code.startsWith("unseen"))?.document;
  const free = state.obstacles.length === 0 && state.blockers.length === 0;
  return (
    <section className={page["section"]}>
      <div className={page["card"]}>
        <p className={styles["lead"]}>{t(free ? "signoff.maySign" : "signoff.mayNotSign")}</p>
        <ul className={styles["lines"]} data-testid="obstacles">
          {state.obstacles.map(({ code, message, document, page: number }) => (
            <li key={`${code}-${document ?? ""}`}>
              <span>{message}</span>
              {document && (
                <Button small onPress={() => goTo({ at: "review", document, page: number })}>
                  {t("common.goThere")}
                </Button>
              )}
            </li>
          ))}
          {state.blockers.map((message) => (
            <li key={message}>
              <span>{message}</span>
            </li>
          ))}
        </ul>
        <QuestionsLeft count={state.questionsLeft} />
        <div className={styles["walks"]}>
          {documents
            .filter((d) => d.status === "ready")
            .map((d) => (
              <Button
                key={d.id}
                tone={d.id === unseen ? "primary" : "plain"}
                icon={<Footprints aria-hidden="true" />}
                data-testid="walk"
                onPress={() => goTo({ at: "review", document: d.id })}
              >
                {t("signoff.walk", { name: d.name })}
              </Button>
            ))}
        </div>
        <div className={styles["acts"]}>
          <Button
            icon={<Undo2 aria-hidden="true" />}
            data-testid="send-back"
            onPress={() => setAsking(true)}
          >
            {t("signoff.sendBack")}
          </Button>
          <Button
            tone="primary"
            icon={<PenLine aria-hidden="true" />}
            isDisabled={!free}
            data-testid="sign"
            onPress={() => (state.questionsLeft > 0 ? setDoubting(true) : attempt(sign))}
          >
            {t("signoff.sign")}
          </Button>
        </div>
      </div>
      {doubting && (
        <SignWithQuestions count={state.questionsLeft} onClose={() => setDoubting(false)} />
      )}
      {asking && (
        <ReasonSheet
          title={t("signoff.sendBackTitle")}
          help={t("signoff.sendBackHelp")}
          label={t("common.reason")}
          confirm={t("signoff.sendBackDo")}
          onClose={() => setAsking(false)}
          onConfirm={sendBack}
        />
      )}
    </section>
  );
}

const NONE: never[] = [];
