// The first screen: the cases on this machine, making one, looking around in the sample.
import { FolderOpen, Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseCard } from "../../../shared/ipc/cases.ts";
import { ask } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { enter, useSession } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { CaseList } from "./case-list.tsx";
import { MakeCase } from "./make-case.tsx";
import { Restore } from "./restore.tsx";
import { Unlock } from "./unlock.tsx";
import styles from "./start.module.css";

type Open = { readonly at: "make" } | { readonly at: "unlock"; readonly card: CaseCard };

export function Start() {
  const { t } = useTranslation();
  const [cases, setCases] = useState<readonly CaseCard[] | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const [sampleComing, setSampleComing] = useState(false);
  const screen = useSession((s) => s.screen);
  const locked = screen.at === "start" ? screen.locked : undefined;

  const load = async (): Promise<void> => setCases(await ask("cases.list", {}));
  useEffect(() => {
    attempt(async () => setCases(await ask("cases.list", {})));
  }, []);

  const openSample = (): void => {
    setSampleComing(true);
    attempt(async () => {
      try {
        enter(await ask("cases.openSample", {}));
      } finally {
        setSampleComing(false);
      }
    });
  };

  return (
    <main className={styles["start"]}>
      <header className={styles["head"]}>
        <h1>{t("start.title")}</h1>
        <p>{t("start.promise")}</p>
      </header>
      {locked && <p className={styles["locked"]}>{t(LOCKED[locked])}</p>}
      <div className={styles["columns"]}>
        <section aria-labelledby="your-cases">
          <h2 id="your-cases">{t("start.cases")}</h2>
          {cases && <CaseList cases={cases} onOpen={(card) => setOpen({ at: "unlock", card })} />}
        </section>
        <aside className={styles["ways"]}>
          <div className={styles["way"]}>
            <Button
              tone="primary"
              icon={<Plus aria-hidden="true" />}
              data-testid="make-case"
              onPress={() => setOpen({ at: "make" })}
            >
              {t("start.make")}
            </Button>
            <p>{t("start.makeHelp")}</p>
          </div>
          <div className={styles["way"]}>
            <Restore onRestored={load} />
          </div>
          <div className={styles["way"]}>
            <Button
              icon={<FolderOpen aria-hidden="true" />}
              data-testid="open-sample"
              isDisabled={sampleComing}
              onPress={openSample}
            >
              {sampleComing ? t("common.loading") : t("start.sampleButton")}
            </Button>
            <p>{t("start.sampleHelp")}</p>
          </div>
        </aside>
      </div>
      {open?.at === "make" && <MakeCase onClose={() => setOpen(null)} />}
      {open?.at === "unlock" && <Unlock card={open.card} onClose={() => setOpen(null)} />}
    </main>
  );
}

const LOCKED = {
  idle: "start.lockedIdle",
  lid: "start.lockedLid",
  asked: "start.lockedAsked",
} as const;
