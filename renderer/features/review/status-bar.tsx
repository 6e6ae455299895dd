// The truth that is always in sight: how much is undecided, where you are, the keys that matter.
import { useTranslation } from "react-i18next";
import type { CommandId } from "../../commands/command.ts";
import { commandOf, runCommand } from "../../commands/table.ts";
import { useSettings } from "../../app/settings.ts";
import { KeyCaps } from "../../ui/key-cap.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useMayDecide } from "./deciding/may-decide.ts";
import { PageField } from "./pages/page-field.tsx";
import { numberOf } from "../../i18n/number.ts";
import { useReview } from "./store.ts";
import styles from "./status-bar.module.css";

const KEYS = [
  ["next", "review.next"],
  ["previous", "review.previous"],
  ["undo", "review.undo"],
  ["help", "review.allKeys"],
] as const satisfies readonly (readonly [CommandId, string])[];

export function StatusBar() {
  const { t } = useTranslation();
  const counts = useReview((r) => r.state.counts);
  const ready = useReview((r) => r.phase === "ready");
  const complete = useReview((r) => r.complete);
  const singleKeys = useSettings((s) => s.singleKeys);
  const decides = useMayDecide();
  // What was drawn by hand is decided too, as the filters count it.
  const total = counts.total + counts.drawn;
  return (
    <footer className={styles["status"]}>
      <div className={styles["bar"]}>
        <Progress label={t("review.progress")} done={total - counts.undecided} total={total} />
      </div>
      <span data-testid="undecided-count">
        {!ready ? null : counts.undecided > 0 ? (
          <>
            <b>{numberOf(counts.undecided)}</b> {t("review.undecidedOf", { total })}
          </>
        ) : (
          t(complete ? "review.allDecided" : "review.soFarDecided", { count: total })
        )}
      </span>
      <PageField />
      <span className={styles["keys"]}>
        {KEYS.filter(([id]) => id !== "undo" || decides).map(([id, words]) => (
          <button
            key={id}
            type="button"
            className={styles["key"]}
            data-testid={`status-${id}`}
            onClick={() => runCommand(id)}
          >
            {t(words)}
            {singleKeys && <KeyCaps binding={keyOf(id)} />}
          </button>
        ))}
      </span>
      <span className={styles["offline"]}>{t("common.offline")}</span>
    </footer>
  );
}

/** The letter where there is one: it is what the hand already rests on. */
const keyOf = (id: CommandId): string => {
  const { keys } = commandOf(id);
  return keys.find((k) => !k.includes("$mod")) ?? keys[0]!;
};
