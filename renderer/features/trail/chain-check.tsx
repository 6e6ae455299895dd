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
            <Verdict {...answer} />
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

/** What was found stands out; what a trail cannot prove is read after it. */
function Verdict({ whole, message }: TrailCheck) {
  const ends = message.indexOf(". ") + 1;
  const [found, beyond] =
    whole && ends > 0 ? [message.slice(0, ends), message.slice(ends)] : [message, ""];
  return (
    <p>
      <b className={whole ? undefined : styles["verdict"]}>{found}</b>
      {beyond}
    </p>
  );
}
