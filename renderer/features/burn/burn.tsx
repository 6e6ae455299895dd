// Burn and verify: what will happen, what is happening, what came of it.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../app/session.ts";
import { BurnResult } from "./burn-result.tsx";
import { resetBurn, useBurnRun } from "./burn-run.ts";
import { BurnRunning } from "./burn-running.tsx";
import { BurnSummaryView } from "./burn-summary.tsx";
import styles from "./burn.module.css";

export function BurnScreen({ document }: { readonly document: string }) {
  const { t } = useTranslation();
  const phase = useBurnRun((r) => (r.document === document ? r.phase : "summary"));
  const card = useSession((s) => s.open?.documents.find((d) => d.id === document));
  useEffect(() => resetBurn, []);
  return (
    <main className={styles["burn"]}>
      <h1>
        {t("burn.title")}
        <span className={styles["of"]}>{card?.name}</span>
      </h1>
      {phase === "summary" && <BurnSummaryView document={document} />}
      {phase === "running" && <BurnRunning />}
      {phase === "done" && <BurnResult document={document} />}
    </main>
  );
}
