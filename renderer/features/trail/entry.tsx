// One entry of the trail: when, who, what in plain words and in which document, and its place in the
// chain. An act over many places opens to a line for each of its labels.
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TrailEntry } from "../../../shared/ipc/trail.ts";
import { goTo } from "../../app/session.ts";
import { timeOf } from "../../i18n/when.ts";
import styles from "./trail.module.css";

interface EntryProps {
  readonly entry: TrailEntry;
  /** Name of the entry's document; undefined where it has none. */
  readonly documentName: string | undefined;
}

export const Entry = memo(function Entry({ entry, documentName }: EntryProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { document, page, details } = entry;
  return (
    <li className={styles["entry"]} data-testid="trail-entry" data-kind={entry.kind}>
      <time dateTime={entry.at}>{timeOf(entry.at)}</time>
      <span className={styles["dot"]} data-area={entry.kind.split(".")[0]} aria-hidden="true" />
      <div className={styles["what"]}>
        <p>{entry.sentence}</p>
        <p className={styles["who"]}>
          <span>{entry.by}</span>
          {documentName !== undefined && <span>{documentName}</span>}
          {document && page !== null && (
            <button type="button" onClick={() => goTo({ at: "review", document, page })}>
              {t("trail.page", { page })}
            </button>
          )}
          {details.length > 0 && (
            <button
              type="button"
              aria-expanded={open}
              data-testid="trail-details"
              onClick={() => setOpen(!open)}
            >
              {t(open ? "trail.fewer" : "trail.details", { count: details.length })}
            </button>
          )}
        </p>
        {open && (
          <ul className={styles["details"]}>
            {details.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
      <span className={styles["seq"]} title={entry.hash}>
        {t("trail.entry", { seq: entry.seq })}
      </span>
    </li>
  );
});
