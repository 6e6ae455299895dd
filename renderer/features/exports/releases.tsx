// The register of releases for one export: to whom it went, what it replaced, whether it was
// recalled; and recording a new one once nothing stands in the way.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReleaseCard } from "../../../shared/ipc/workflow.ts";
import { ask } from "../../app/client.ts";
import { whenOf } from "../../i18n/when.ts";
import { Button } from "../../ui/button.tsx";
import { ReasonSheet } from "../../ui/reason-sheet.tsx";
import styles from "./exports.module.css";

interface ReleasesProps {
  readonly releases: readonly ReleaseCard[];
  readonly all: readonly ReleaseCard[];
  readonly onChange: (releases: readonly ReleaseCard[]) => void;
}

export function Releases({ releases, all, onChange }: ReleasesProps) {
  const { t } = useTranslation();
  const [now] = useState(() => new Date());
  const [recalling, setRecalling] = useState<string | null>(null);
  if (releases.length === 0) return null;
  return (
    <ul className={styles["releases"]} data-testid="releases">
      {releases.map((release) => {
        const before = all.find((r) => r.id === release.supersedes);
        const after = all.find((r) => r.supersedes === release.id);
        return (
          <li key={release.id}>
            <span>
              {t("releases.line", {
                to: release.to,
                when: whenOf(release.at, now),
                who: release.by,
              })}
              {before &&
                ` · ${t("releases.replaces", { to: before.to, when: whenOf(before.at, now) })}`}
              {release.note && ` · ${release.note}`}
              {after && (
                <b className={styles["replaced"]} data-testid="replaced">
                  {t("releases.replaced", { to: after.to, when: whenOf(after.at, now) })}
                </b>
              )}
              {release.recalled && (
                <b className={styles["recalled"]}>
                  {t("releases.recalled", {
                    when: whenOf(release.recalled.at, now),
                    reason: release.recalled.reason,
                  })}
                </b>
              )}
            </span>
            {!release.recalled && (
              <Button small data-testid="recall" onPress={() => setRecalling(release.id)}>
                {t("releases.recall")}
              </Button>
            )}
          </li>
        );
      })}
      {recalling && (
        <ReasonSheet
          title={t("releases.recallTitle")}
          help={t("releases.recallHelp")}
          label={t("common.reason")}
          confirm={t("releases.recallDo")}
          tone="stop"
          onClose={() => setRecalling(null)}
          onConfirm={async (reason) =>
            onChange(await ask("releases.recall", { id: recalling, reason }))
          }
        />
      )}
    </ul>
  );
}
