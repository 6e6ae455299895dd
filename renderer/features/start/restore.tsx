// Bringing a case back from the one file it was handed over as. A case that is here already is only
// replaced when the person says so.
import { FolderInput } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, Refused } from "../../app/client.ts";
import { attempt, tell } from "../../app/notices.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import form from "../../ui/form.module.css";

export function Restore({ onRestored }: { readonly onRestored: () => Promise<void> }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const restore = (replace: boolean): void =>
    attempt(async () => {
      setAsking(false);
      const answer = await call("cases.restore", { replace });
      if (!answer.ok && answer.code === "exists" && !replace) {
        setAsking(true);
        return;
      }
      if (!answer.ok) throw new Refused(answer.code, answer.message);
      if (!answer.value) return;
      tell(t("start.restored"));
      await onRestored();
    });
  return (
    <>
      <Button
        icon={<FolderInput aria-hidden="true" />}
        data-testid="restore"
        onPress={() => restore(false)}
      >
        {t("start.restore")}
      </Button>
      <p>{t("start.restoreHelp")}</p>
      {asking && (
        <Sheet title={t("start.replaceTitle")} onClose={() => setAsking(false)}>
          <p>{t("start.replaceHelp")}</p>
          <div className={form["acts"]}>
            <Button onPress={() => setAsking(false)}>{t("common.cancel")}</Button>
            <Button tone="stop" onPress={() => restore(true)}>
              {t("start.replace")}
            </Button>
          </div>
        </Sheet>
      )}
    </>
  );
}
