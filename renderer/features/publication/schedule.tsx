// The redaction schedule as UK practice expects it: what was removed, where, why and how often,
// without a single secret. The copy to keep is saved from the trail.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ScheduleRow } from "../../../shared/policy/schedule.ts";
import { ask } from "../../app/client.ts";
import { attempt, tell } from "../../app/notices.ts";
import { Button } from "../../ui/button.tsx";
import page from "../../ui/page.module.css";
import styles from "./publication.module.css";

export function Schedule() {
  const { t } = useTranslation();
  const [rows, setRows] = useState<readonly ScheduleRow[]>([]);
  useEffect(() => {
    attempt(async () => setRows(await ask("schedule.list", {})));
  }, []);
  if (rows.length === 0) return null;
  const save = (format: "schedule" | "schedule-pdf"): void =>
    attempt(async () => {
      const { saved, name } = await ask("trail.export", { format });
      if (saved && name) tell(t("burn.savedCopy", { name }));
    });
  return (
    <section className={page["section"]}>
      <h2>{t("publication.schedule")}</h2>
      <p className={page["soft"]}>{t("publication.scheduleHelp")}</p>
      <details className={styles["learning"]} data-testid="schedule">
        <summary>
          <b>{t("publication.scheduleRows", { count: rows.length })}</b>
        </summary>
        <div
          className={styles["table"]}
          tabIndex={0}
          role="group"
          aria-label={t("publication.schedule")}
        >
          <table>
            <thead>
              <tr>
                {(["document", "why", "shown", "count", "pages"] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`publication.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.document} ${row.reason} ${row.shown}`}>
                  <td>{row.document}</td>
                  <td>{row.why}</td>
                  <td>{row.shown}</td>
                  <td className={styles["number"]}>{row.count}</td>
                  <td>{row.pages}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <p className={styles["save"]}>
        <Button data-testid="save-schedule-pdf" onPress={() => save("schedule-pdf")}>
          {t("publication.scheduleSavePdf")}
        </Button>
        <Button data-testid="save-schedule" onPress={() => save("schedule")}>
          {t("publication.scheduleSave")}
        </Button>
      </p>
    </section>
  );
}
