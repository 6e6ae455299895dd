// The case itself: who belongs to it, handing it over as one file, and how long it is kept.
import { useTranslation } from "react-i18next";
import page from "../../ui/page.module.css";
import { Backup } from "./backup.tsx";
import { Retention } from "./retention.tsx";
import { Team } from "./team.tsx";

export function CaseFile() {
  const { t } = useTranslation();
  return (
    <main className={page["page"]} data-testid="case-file">
      <div className={page["head"]}>
        <h1>{t("caseFile.title")}</h1>
      </div>
      <Team />
      <div className={page["columns"]}>
        <Backup />
        <Retention />
      </div>
    </main>
  );
}
