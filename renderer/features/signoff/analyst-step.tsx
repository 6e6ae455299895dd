// What the analyst can do: see what is in the way, hand the case over, or take it back.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkflowState } from "../../../shared/ipc/workflow.ts";
import { attempt } from "../../app/notices.ts";
import { goTo, useSession } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import page from "../../ui/page.module.css";
import { ReasonSheet } from "../../ui/reason-sheet.tsx";
import { SaveCase } from "../case-file/backup.tsx";
import { QuestionsLeft } from "./questions-left.tsx";
import { reopen, submit } from "./workflow-store.ts";
import styles from "./signoff.module.css";

export function AnalystStep({ state }: { readonly state: WorkflowState }) {
  const { t } = useTranslation();
  const documents = useSession((s) => s.open?.documents ?? NONE);
  const alone = useSession((s) => !s.open?.users.some((u) => u.role === "reviewer"));
  const [asking, setAsking] = useState(false);
  const unmarked = documents.every((d) => d.accepted + d.refused === 0);
  const undecided = documents.filter((d) => d.undecided > 0);
  const pictures = state.obstacles.filter((o) => o.code === "uncleared-pictures");
  const clear =
    undecided.length === 0 && pictures.length === 0 && state.blockers.length === 0 && !alone;
  if (state.stage === "submitted")
    return (
      <section className={page["section"]}>
        <div className={page["card"]}>
          <p className={styles["lead"]}>{t("signoff.waiting")}</p>
          <p className={page["soft"]}>{t("signoff.waitingHelp")}</p>
          <div className={styles["acts"]}>
            <SaveCase />
            <Button data-testid="take-back" onPress={() => setAsking(true)}>
              {t("signoff.takeBack")}
            </Button>
          </div>
        </div>
        {asking && (
          <ReasonSheet
            title={t("signoff.takeBackDo")}
            help={t("signoff.takeBackHelp")}
            label={t("common.reason")}
            confirm={t("signoff.takeBackDo")}
            onClose={() => setAsking(false)}
            onConfirm={reopen}
          />
        )}
      </section>
    );
  return (
    <section className={page["section"]}>
      <div className={page["card"]}>
        <p className={styles["lead"]}>
          {t(clear ? (unmarked ? "signoff.readyUnmarked" : "signoff.ready") : "signoff.notReady")}
        </p>
        <ul className={styles["lines"]}>
          {alone && (
            <li>
              <span>{t("signoff.alone")}</span>
              <Button small data-testid="to-case" onPress={() => goTo({ at: "case" })}>
                {t("signoff.toCase")}
              </Button>
            </li>
          )}
          {undecided.map((d) => (
            <li key={d.id}>
              <span>{t("signoff.undecided", { count: d.undecided, name: d.name })}</span>
              <Button small onPress={() => goTo({ at: "review", document: d.id })}>
                {t("common.goThere")}
              </Button>
            </li>
          ))}
          {pictures.map(({ message, document, page: number }) => (
            <li key={`pictures-${document}`}>
              <span>{message}</span>
              <Button
                small
                onPress={() =>
                  goTo({ at: "review", document: document!, page: number, pictures: true })
                }
              >
                {t("common.goThere")}
              </Button>
            </li>
          ))}
          {state.blockers.map((message) => (
            <li key={message}>
              <span>{message}</span>
              <Button small onPress={() => goTo({ at: "people" })}>
                {t("signoff.toPeople")}
              </Button>
            </li>
          ))}
        </ul>
        <QuestionsLeft count={state.questionsLeft} />
        <div className={styles["acts"]}>
          <Button
            tone="primary"
            isDisabled={!clear || documents.length === 0}
            data-testid="submit-case"
            onPress={() => attempt(submit)}
          >
            {t("signoff.submit")}
          </Button>
        </div>
      </div>
    </section>
  );
}

const NONE: never[] = [];
