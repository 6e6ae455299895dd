// Where passing words are shown and said: the polite live region, and the notice at the head of the screen.
import { X } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { attempt, dismiss, useNotices } from "./notices.ts";
import { useSession } from "./session.ts";
import styles from "./notice-board.module.css";

const DONE_STAYS = 6_000;
/** Milliseconds: an act that is offered is read first. */
const ACT_STAYS = 15_000;

export function NoticeBoard() {
  const { t } = useTranslation();
  const { spoken, notice } = useNotices();
  const low = useSession((s) => s.screen.at === "review");
  useEffect(() => {
    if (notice?.kind !== "done") return;
    const timer = setTimeout(dismiss, notice.act ? ACT_STAYS : DONE_STAYS);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <>
      <p className="sr-only" role="status" aria-live="polite" data-testid="spoken">
        {spoken}
      </p>
      {notice && (
        <div
          key={notice.id}
          className={`${styles[notice.kind]} ${low ? styles["low"] : ""}`}
          role={notice.kind === "trouble" ? "alert" : "status"}
          data-testid="notice"
        >
          <span>{notice.text}</span>
          {notice.act && (
            <Button
              small
              data-testid="notice-act"
              onPress={() => {
                dismiss();
                attempt(notice.act!.run);
              }}
            >
              {notice.act.words}
            </Button>
          )}
          <Button
            tone="quiet"
            small
            aria-label={t("common.dismiss")}
            icon={<X aria-hidden="true" />}
            onPress={dismiss}
          />
        </div>
      )}
    </>
  );
}
