// Accepting everything that detectors are sure of, in one act: the count is said before, and what
// is to be checked stays for a person.
import { ListChecks } from "lucide-react";
import { useTranslation } from "react-i18next";
import { attempt } from "../../../app/notices.ts";
import { runCommand } from "../../../commands/table.ts";
import { Button } from "../../../ui/button.tsx";
import { Sheet } from "../../../ui/sheet.tsx";
import { acceptSuggested, suggested } from "../deciding/decide.ts";
import { useMayDecide } from "../deciding/may-decide.ts";
import { useReview } from "../store.ts";
import { useView } from "../view.ts";
import styles from "./review-list.module.css";

export function AcceptSuggested() {
  const { t } = useTranslation();
  const count = useReview((r) => suggested(r).length);
  const left = useReview((r) => r.state.counts.undecided) - count;
  const confirming = useView((v) => v.confirming);
  const filter = useView((v) => v.filter);
  const decides = useMayDecide();
  if (!decides || count === 0) return null;
  return (
    <>
      {filter === "undecided" && (
        <Button
          small
          icon={<ListChecks aria-hidden="true" />}
          data-testid="accept-suggested"
          onPress={() => runCommand("acceptSuggested")}
        >
          {t("review.acceptSuggested", { count })}
        </Button>
      )}
      {confirming && (
        <Sheet title={t("review.acceptSuggestedTitle", { count })} onClose={close}>
          <p>{t("review.acceptSuggestedHelp", { count: left })}</p>
          <div className={styles["confirm"]}>
            <Button onPress={close}>{t("common.cancel")}</Button>
            <Button
              tone="primary"
              autoFocus
              data-testid="accept-suggested-confirm"
              onPress={() => {
                close();
                attempt(acceptSuggested);
              }}
            >
              {t("review.acceptSuggestedDo", { count })}
            </Button>
          </div>
        </Sheet>
      )}
    </>
  );
}

const close = (): void => useView.setState({ confirming: false });
