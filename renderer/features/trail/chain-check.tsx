// Checks the chain when asked, and says in plain words what that proves and what it does not.
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TrailCheck } from "../../../shared/ipc/trail.ts";
import { ask } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./trail.module.css";

export function ChainCheck() {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<TrailCheck | null>(null);
  const [checking, setChecking] = useState(false);
  const check = (): void => {
    setChecking(true);
    attempt(async () => {
      try {
        setAnswer(await ask("trail.check", {}));
      } finally {
        setChecking(false);
      }
    });
  };
  return (
    <div className={styles["check"]} data-whole={answer?.whole} data-testid="chain-check">
      {answer && (
        <div className={styles["answer"]} role="status">
          {answer.whole ? <ShieldCheck aria-hidden="true" /> : <ShieldAlert aria-hidden="true" />}
          <div>
            <p className={answer.whole ? undefined : styles["verdict"]}>{answer.message}</p>
            <p className={styles["headHash"]}>
              <code className="selectable">{t("trail.head", { head: answer.head })}</code>
            </p>
          </div>
        </div>
      )}
      <Button isDisabled={checking} data-testid="check-trail" onPress={check}>
        {checking ? t("trail.checking") : t("trail.check")}
      </Button>
    </div>
  );
}
