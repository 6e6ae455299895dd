// What a later export removes otherwise than an earlier one of the same document: more, less, or
// under another label. From plans alone, so it shows places and labels and no text.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ExportCard } from "../../../shared/ipc/publish.ts";
import type { PlanMark } from "../../../shared/model/plan.ts";
import type { PlanDiff } from "../../../shared/policy/schedule.ts";
import { reasonOf } from "../../../shared/policy/reasons.ts";
import { ask } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import form from "../../ui/form.module.css";
import styles from "./exports.module.css";

interface DiffSheetProps {
  readonly before: ExportCard;
  readonly after: ExportCard;
  readonly onClose: () => void;
}

export function DiffSheet({ before, after, onClose }: DiffSheetProps) {
  const { t } = useTranslation();
  const [diff, setDiff] = useState<PlanDiff | null>(null);
  useEffect(() => {
    attempt(async () =>
      setDiff(await ask("releases.diff", { before: before.id, after: after.id })),
    );
  }, [before.id, after.id]);
  const shownAs = (m: PlanMark): string =>
    m.label ?? reasonOf(m.reason).label ?? t("review.noLabel");
  const line = (m: PlanMark): string =>
    t("exports.diff.line", { page: m.page, label: shownAs(m), why: reasonOf(m.reason).name });
  return (
    <Sheet title={t("exports.diff.title")} size="wide" onClose={onClose} testId="diff">
      {diff && (
        <>
          <p>{t("exports.diff.same", { count: diff.same })}</p>
          <List title={t("exports.diff.added", { count: diff.added.length })}>
            {diff.added.map(line)}
          </List>
          <List title={t("exports.diff.removed", { count: diff.removed.length })} warn>
            {diff.removed.map(line)}
          </List>
          <List title={t("exports.diff.relabelled", { count: diff.relabelled.length })}>
            {diff.relabelled.map(({ before: b, after: a }) =>
              t("exports.diff.relabel", { page: a.page, before: shownAs(b), after: shownAs(a) }),
            )}
          </List>
        </>
      )}
      <div className={form["acts"]}>
        <Button onPress={onClose}>{t("common.close")}</Button>
      </div>
    </Sheet>
  );
}

interface ListProps {
  readonly title: string;
  readonly warn?: boolean;
  readonly children: readonly string[];
}

function List({ title, warn, children }: ListProps) {
  if (children.length === 0) return null;
  return (
    <section className={styles["diff"]} data-warn={warn}>
      <h3>{title}</h3>
      <ul>
        {children.map((line, i) => (
          <li key={`${line}-${i}`}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
