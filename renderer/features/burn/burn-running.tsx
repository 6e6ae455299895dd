// What is happening now, page by page and check by check. No spinner: counts.
import { useTranslation } from "react-i18next";
import { attempt } from "../../app/notices.ts";
import { Button } from "../../ui/button.tsx";
import { Progress } from "../../ui/progress.tsx";
import { cancelBurn, useBurnRun } from "./burn-run.ts";
import { PageGrid } from "./page-grid.tsx";
import styles from "./burn.module.css";

export function BurnRunning() {
  const { t } = useTranslation();
  const { pages, totalPages, checks, totalChecks } = useBurnRun();
  const verifying = totalChecks > 0;
  const words = verifying
    ? t("burn.verifying", { done: checks.length, total: totalChecks })
    : totalPages > 0
      ? t("burn.burning", { done: pages.length, total: totalPages })
      : t("burn.waiting");
  const sealed = pages.filter((p) => p.kind === "sealed").length;
  return (
    <div data-testid="burn-running">
      <div className={styles["progress"]} role="status">
        <Progress
          label={words}
          done={verifying ? checks.length : pages.length}
          total={verifying ? totalChecks : totalPages}
          words={words}
        />
        <Button data-testid="cancel-burn" onPress={() => attempt(cancelBurn)}>
          {t("burn.cancel")}
        </Button>
      </div>
      <PageGrid pages={pages} total={totalPages} />
      <p className={styles["counts"]}>
        {t("burn.crispCount", { count: pages.length - sealed })}
        {sealed > 0 && <> · {t("burn.sealedCount", { count: sealed })}</>}
      </p>
    </div>
  );
}
