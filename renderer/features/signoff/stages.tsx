// The three stations of a case: deciding, the second look, signed. Where it is stands out by shape.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { whenOf } from "../../i18n/when.ts";
import type { WorkflowState } from "../../../shared/ipc/workflow.ts";
import styles from "./signoff.module.css";

const STATIONS = ["deciding", "second", "signed"] as const;

export function Stages({ state }: { readonly state: WorkflowState }) {
  const { t } = useTranslation();
  const [now] = useState(() => new Date());
  const at = state.stage === "signed" ? 2 : state.stage === "submitted" ? 1 : 0;
  return (
    <>
      <ol className={styles["stages"]}>
        {STATIONS.map((station, i) => (
          <li
            key={station}
            data-done={i < at || state.stage === "signed"}
            aria-current={i === at ? "step" : undefined}
          >
            <span className={styles["number"]} aria-hidden="true">
              {i + 1}
            </span>
            <b>{t(`signoff.station.${station}`)}</b>
          </li>
        ))}
      </ol>
      {state.reason && state.stage !== "signed" && (
        <p className={styles["reason"]} role="note" data-testid="stage-reason">
          <span>
            {t(state.stage === "sent-back" ? "signoff.sentBack" : "signoff.reopened", {
              who: state.returned?.by,
              when: state.returned ? whenOf(state.returned.at, now) : "",
            })}
          </span>
          <b className="selectable">{state.reason}</b>
        </p>
      )}
    </>
  );
}
