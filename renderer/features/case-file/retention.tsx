// How long the case is kept, and destroying it for good.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ask } from "../../app/client.ts";
import { attempt, tell } from "../../app/notices.ts";
import { dateOf } from "../../i18n/when.ts";
import { Button } from "../../ui/button.tsx";
import { DayField } from "../../ui/day-field.tsx";
import page from "../../ui/page.module.css";
import { DestroyCase } from "./destroy-case.tsx";
import styles from "./case-file.module.css";

export function Retention() {
  const { t } = useTranslation();
  const [kept, setKept] = useState<{ until: string | null; due: boolean } | null>(null);
  const [day, setDay] = useState("");
  const [destroying, setDestroying] = useState(false);
  useEffect(() => {
    attempt(async () => {
      const now = await ask("retention.get", {});
      setKept(now);
      setDay(now.until ?? "");
    });
  }, []);
  const save = (): void =>
    attempt(async () => {
      await ask("retention.set", { until: day });
      setKept(await ask("retention.get", {}));
      tell(t("caseFile.keepSet"));
    });
  return (
    <section className={page["section"]}>
      <h2>{t("caseFile.keep")}</h2>
      <div className={page["card"]}>
        <p className={page["soft"]}>
          {kept?.due && t("caseFile.due")}
          {kept && !kept.due && (kept.until ? dateOf(kept.until) : t("caseFile.noDay"))}
        </p>
        <form
          className={styles["day"]}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <DayField label={t("caseFile.keepUntil")} value={day} onChange={setDay} />
          <Button type="submit" isDisabled={day === "" || day === kept?.until}>
            {t("caseFile.keepSave")}
          </Button>
        </form>
        <Button tone="stop" data-testid="destroy" onPress={() => setDestroying(true)}>
          {t("caseFile.destroy")}
        </Button>
      </div>
      {destroying && <DestroyCase onClose={() => setDestroying(false)} />}
    </section>
  );
}
