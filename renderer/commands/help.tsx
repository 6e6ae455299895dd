// All keys, in the groups of the table.
import { useTranslation } from "react-i18next";
import { useSettings } from "../app/settings.ts";
import { Button } from "../ui/button.tsx";
import { KeyCaps } from "../ui/key-cap.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { COMMAND_GROUPS } from "./command.ts";
import { closePanel } from "./panels.ts";
import { COMMANDS } from "./table.ts";
import styles from "./panels.module.css";

export function HelpSheet() {
  const { t } = useTranslation();
  const singleKeys = useSettings((s) => s.singleKeys);
  return (
    <Sheet title={t("panels.helpTitle")} size="wide" onClose={closePanel} testId="help">
      <p className={styles["note"]}>
        {t(singleKeys ? "panels.helpLetters" : "panels.helpLettersOff")} {t("panels.helpMouse")}
      </p>
      <div className={styles["groups"]}>
        {COMMAND_GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`panels.groups.${group}`)}</h3>
            <dl>
              {COMMANDS.filter((c) => c.group === group && c.keys.length > 0).map((command) => (
                <div key={command.id}>
                  <dt>{t(`commands.${command.id}`)}</dt>
                  <dd>
                    {command.keys.slice(0, 2).map((binding) => (
                      <KeyCaps key={binding} binding={binding} />
                    ))}
                    <span className="sr-only">{command.keys.join(", ")}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className={styles["foot"]}>
        <Button tone="primary" onPress={closePanel}>
          {t("common.close")}
        </Button>
      </div>
    </Sheet>
  );
}
