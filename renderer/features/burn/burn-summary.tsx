// What will happen, before anything does: counts, what stands in the way, what is good to know,
// and how pages are to be made.
import { OctagonAlert, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { BURN_MODES, type BurnMode } from "../../../shared/model/plan.ts";
import type { BurnSummary } from "../../../shared/ipc/publish.ts";
import { ask } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { goTo, useSession } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import form from "../../ui/form.module.css";
import { startBurn, useBurnRun } from "./burn-run.ts";
import { numberOf } from "../../i18n/number.ts";
import { Sentences } from "./sentences.tsx";
import styles from "./burn.module.css";

export function BurnSummaryView({ document }: { readonly document: string }) {
  const { t } = useTranslation();
  const [summary, setSummary] = useState<BurnSummary | null>(null);
  const signed = useSession((s) => s.open?.frozen ?? false);
  const [mode, setMode] = useState<BurnMode>("auto");
  useEffect(() => {
    attempt(async () => setSummary(await ask("publish.summary", { document })));
  }, [document]);
  // One at a time: two would only wait for each other.
  const running = useBurnRun((r) => (r.phase === "running" ? r.document : null));
  const other = useSession((s) => s.open?.documents.find((d) => d.id === running));
  if (!summary) return <p>{t("common.loading")}</p>;
  const { marks, undecided, pagesWithMarks, blockers, warnings, byReason } = summary;
  const goingOn = other !== undefined;
  const most = Math.max(1, ...byReason.map((r) => r.count));
  return (
    <>
      <p className={styles["intro"]}>{t("burn.intro")}</p>
      <p className={styles["figure"]} data-testid="burn-marks">
        <b>{t("burn.marks", { count: marks })}</b>
        {marks > 0 && ` ${t("burn.onPages", { count: pagesWithMarks })}`}.
        {!signed && <span className={styles["draft"]}>{t("burn.draft")}</span>}
        {undecided > 0 && (
          <span className={styles["undecided"]}>{t("burn.undecided", { count: undecided })}</span>
        )}
      </p>
      <Sentences
        title={t("burn.blockers")}
        kind="stop"
        icon={<OctagonAlert aria-hidden="true" />}
        document={document}
        list={blockers}
      />
      <Sentences
        title={t("burn.warnings")}
        kind="warn"
        icon={<TriangleAlert aria-hidden="true" />}
        document={document}
        list={warnings}
      />
      <div className={styles["pair"]}>
        <section hidden={byReason.length === 0}>
          <h2>{t("burn.byReason")}</h2>
          <ul className={styles["reasons"]}>
            {byReason.map((r) => (
              <li key={r.reason}>
                <span>{r.name}</span>
                <span className={styles["measure"]}>
                  <span style={{ width: `${(r.count / most) * 100}%` }} />
                </span>
                <b>{numberOf(r.count)}</b>
              </li>
            ))}
          </ul>
        </section>
        <RadioGroup
          className={form["roles"]!}
          value={mode}
          onChange={(value) => setMode(value as BurnMode)}
        >
          <Label className={styles["h2"]!}>{t("burn.mode")}</Label>
          {BURN_MODES.map((m) => (
            <Radio key={m} value={m} className={form["radio"]!} data-testid={`mode-${m}`}>
              <span className={form["dot"]} aria-hidden="true" />
              <span>
                <b>{t(`burn.modes.${m}`)}</b>
                <span className={styles["help"]}>{t(`burn.modeHelp.${m}`)}</span>
              </span>
            </Radio>
          ))}
        </RadioGroup>
      </div>
      {goingOn && (
        <p className={styles["other"]} role="status">
          {t("burn.otherRuns", { name: other.name })}
        </p>
      )}
      <div className={`${styles["acts"]} ${styles["begin"]}`}>
        <Button onPress={() => goTo({ at: "review", document })}>{t("burn.backToReview")}</Button>
        <Button
          tone="primary"
          isDisabled={blockers.length > 0 || goingOn}
          data-testid="start-burn"
          onPress={() => attempt(() => startBurn(document, mode))}
        >
          {t("burn.start")}
        </Button>
      </div>
    </>
  );
}
