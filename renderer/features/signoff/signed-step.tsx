// A signed case: who signed, what exactly, and the only way back.
import { LockKeyhole } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkflowState } from "../../../shared/ipc/workflow.ts";
import { goTo, useSession } from "../../app/session.ts";
import { whenOf } from "../../i18n/when.ts";
import { Button } from "../../ui/button.tsx";
import page from "../../ui/page.module.css";
import { ReasonSheet } from "../../ui/reason-sheet.tsx";
import { reopen } from "./workflow-store.ts";
import styles from "./signoff.module.css";

export function SignedStep({ state }: { readonly state: WorkflowState }) {
  const { t } = useTranslation();
  const publisher = useSession((s) => s.open?.user.role === "publisher");
  const [asking, setAsking] = useState(false);
  const [now] = useState(() => new Date());
  if (!state.signed) return null;
  return (
    <section className={page["section"]}>
      <div className={`${page["card"]} ${styles["signed"]}`}>
        <LockKeyhole aria-hidden="true" />
        <div className={page["grow"]}>
          <p className={styles["lead"]}>
            {t("signoff.signedBy", {
              who: state.signed.by,
              when: whenOf(state.signed.at, now),
            })}
          </p>
          <p className={page["soft"]}>{t("signoff.frozen")}</p>
          <p className={page["small"]}>
            {t("signoff.plan")} <code className="selectable">{state.signed.plan}</code>
          </p>
        </div>
        <div className={styles["after"]}>
          {!publisher && (
            <Button data-testid="reopen" onPress={() => setAsking(true)}>
              {t("signoff.reopen")}
            </Button>
          )}
          <Button
            tone="primary"
            data-testid="after-signature"
            onPress={() => goTo({ at: publisher ? "publication" : "desk" })}
          >
            {t(publisher ? "releases.toPublication" : "exports.toDocuments")}
          </Button>
        </div>
      </div>
      {asking && (
        <ReasonSheet
          title={t("signoff.reopenTitle")}
          help={t("signoff.reopenHelp")}
          label={t("common.reason")}
          confirm={t("signoff.reopenDo")}
          tone="stop"
          onClose={() => setAsking(false)}
          onConfirm={reopen}
        />
      )}
    </section>
  );
}
