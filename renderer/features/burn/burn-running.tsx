// What is happening now: pages as they are written, then the verifier reading them back. No spinner:
// counts, and each page that could not stay text with its reason.
import { useTranslation } from "react-i18next";
import { attempt } from "../../app/notices.ts";
import { Button } from "../../ui/button.tsx";
import { useLasting } from "../../ui/lasting.ts";
import { Progress } from "../../ui/progress.tsx";
import { cancelBurn, useBurnRun } from "./burn-run.ts";
import { PageGrid } from "./page-grid.tsx";
import styles from "./burn.module.css";

const STAGES = ["structure", "pages", "terms"] as const;

export function BurnRunning() {
  const { t } = useTranslation();
  const { pages, totalPages, read, check } = useBurnRun();
  const reading = pages.length === 0 && read > 0;
  const written = t(reading ? "burn.reading" : totalPages > 0 ? "burn.burning" : "burn.waiting", {
    done: reading ? read : pages.length,
    total: totalPages,
  });
  const stage = STAGES.find((s) => s === check?.name);
  const verifying = check
    ? t(stage ? `burn.stage.${stage}` : "burn.stage.other", check)
    : t("burn.stage.waiting");
  const sealed = pages.filter((p) => p.kind === "sealed");
  return (
    <div data-testid="burn-running">
      <div className={styles["steps"]}>
        <Step
          title={t("burn.stepWrite")}
          words={written}
          done={reading ? read : pages.length}
          total={totalPages}
          going={!check}
        />
        <Step
          title={t("burn.stepVerify")}
          words={verifying}
          done={check?.done ?? 0}
          total={check?.total ?? 0}
          going={check !== null}
        />
        <Button data-testid="cancel-burn" onPress={() => attempt(cancelBurn)}>
          {t("burn.cancel")}
        </Button>
      </div>
      <PageGrid pages={pages} total={totalPages} />
      <p className={styles["counts"]}>
        {pages.length > 0 && t("burn.crispCount", { count: pages.length - sealed.length })}
        {sealed.length > 0 && <> · {t("burn.sealedCount", { count: sealed.length })}</>}
      </p>
      <ul className={styles["log"]} aria-live="polite">
        {sealed.map((p) => (
          <li key={p.page}>
            {t("burn.sealedWhy", { page: p.page, why: p.reason ?? t("burn.sealed") })}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface StepProps {
  readonly title: string;
  readonly words: string;
  readonly done: number;
  readonly total: number;
  /** This one is at work, and not the other. */
  readonly going: boolean;
}

function Step({ title, words, done, total, going }: StepProps) {
  const lasting = useLasting(words);
  return (
    <div className={styles["step"]}>
      <b>{title}</b>
      <span>{going ? lasting : words}</span>
      <Progress
        label={title}
        done={done}
        total={total}
        open={going && (done === 0 || done >= total)}
      />
    </div>
  );
}
