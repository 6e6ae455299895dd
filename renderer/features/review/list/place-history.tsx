// The whole life of one mark, in plain words from the trail: who decided what, and when.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TrailEntry } from "../../../../shared/ipc/trail.ts";
import { ask } from "../../../app/client.ts";
import { attempt } from "../../../app/notices.ts";
import { whenOf } from "../../../i18n/when.ts";
import styles from "./group-card.module.css";

interface PlaceHistoryProps {
  readonly document: string;
  readonly target: string;
}

export function PlaceHistory({ document, target }: PlaceHistoryProps) {
  const { t } = useTranslation();
  const [entries, setEntries] = useState<readonly TrailEntry[] | null>(null);
  const [now] = useState(() => new Date());
  useEffect(() => {
    let current = true;
    attempt(async () => {
      const life = await ask("trail.life", { document, target });
      if (current) setEntries(life);
    });
    return () => {
      current = false;
    };
  }, [document, target]);
  if (!entries) return null;
  if (entries.length === 0) return <p className={styles["why"]}>{t("review.noHistory")}</p>;
  return (
    <ol className={styles["history"]} data-testid="place-history">
      {entries.map((entry) => (
        <li key={entry.seq}>
          {entry.sentence}
          <span>
            {entry.by}, {whenOf(entry.at, now)}
          </span>
        </li>
      ))}
    </ol>
  );
}
