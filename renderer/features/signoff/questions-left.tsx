// The motivated intruder's questions that nobody has answered: told to whoever hands over and to
// whoever signs. They stop nobody, because an answer that was forced is worth nothing.
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { goTo } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
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
