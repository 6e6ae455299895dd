// The motivated intruder's questions that nobody has answered: told to whoever hands over, and once more
// to whoever signs. They stop nobody, because an answer that was forced is worth nothing; but nobody
// signs past them unawares, and the trail tells how many there were.
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { attempt } from "../../app/notices.ts";
import { goTo } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { sign } from "./workflow-store.ts";
import styles from "./signoff.module.css";

export function QuestionsLeft({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <div className={styles["advice"]} data-testid="questions-left">
      <TriangleAlert size={20} aria-hidden="true" />
      <p>{t("signoff.questions", { count })}</p>
      <Button small onPress={() => goTo({ at: "jigsaw" })}>
        {t("signoff.toQuestions")}
      </Button>
    </div>
  );
}

interface SignWithQuestionsProps {
  readonly count: number;
  readonly onClose: () => void;
}

export function SignWithQuestions({ count, onClose }: SignWithQuestionsProps) {
  const { t } = useTranslation();
  return (
    <Sheet title={t("signoff.signOpenTitle", { count })} onClose={onClose} testId="sign-open">
      <p>{t("signoff.signOpenHelp")}</p>
      <div className={styles["acts"]}>
        <Button onPress={() => goTo({ at: "jigsaw" })}>{t("signoff.toQuestions")}</Button>
        <Button
          tone="primary"
          data-testid="sign-open-confirm"
          onPress={() => {
            onClose();
            attempt(sign);
          }}
        >
          {t("signoff.signOpenDo")}
        </Button>
      </div>
    </Sheet>
  );
}
