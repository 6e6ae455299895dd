// One entry of the trail: when, who, what in plain words, and its place in the chain.
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { TrailEntry } from "../../../shared/ipc/trail.ts";
import { goTo } from "../../app/session.ts";
import { timeOf } from "../../i18n/when.ts";
import styles from "./trail.module.css";

export const Entry = memo(function Entry({ entry }: { readonly entry: TrailEntry }) {
  const { t } = useTranslation();
  const { document, page } = entry;
  return (
    <li className={styles["entry"]} data-testid="trail-entry" data-kind={entry.kind}>
      <time dateTime={entry.at}>{timeOf(entry.at)}</time>
      <span className={styles["dot"]} data-area={entry.kind.split(".")[0]} aria-hidden="true" />
      <div className={styles["what"]}>
        <p>{entry.sentence}</p>
        <p className={styles["who"]}>
          {entry.by}
          {document && page !== null && (
            <button type="button" onClick={() => goTo({ at: "review", document, page })}>
              {t("trail.page", { page })}
            </button>
          )}
        </p>
      </div>
      <span className={styles["seq"]} title={entry.hash}>
        {t("trail.entry", { seq: entry.seq })}
      </span>
    </li>
  );
});
