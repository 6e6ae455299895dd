// The case as one encrypted file.
import { useTranslation } from "react-i18next";
import { ask } from "../../app/client.ts";
import { attempt, tell } from "../../app/notices.ts";
import { Button } from "../../ui/button.tsx";
import page from "../../ui/page.module.css";

export function SaveCase() {
  const { t } = useTranslation();
  const save = (): void =>
    attempt(async () => {
      const { saved, name } = await ask("cases.backup", {});
      if (saved && name) tell(t("caseFile.backedUp", { name }));
    });
  return (
    <Button data-testid="backup" onPress={save}>
      {t("caseFile.backupDo")}
    </Button>
  );
}

export function Backup() {
  const { t } = useTranslation();
  return (
    <section className={page["section"]}>
      <h2>{t("caseFile.backup")}</h2>
      <div className={page["card"]}>
        <p className={page["lead"]}>{t("caseFile.backupHelp")}</p>
        <p>
          <SaveCase />
        </p>
      </div>
    </section>
  );
}
