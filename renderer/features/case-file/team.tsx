// The persons of the case, adding and removing them, and changing one's own passphrase.
import { KeyRound, UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseCard } from "../../../shared/ipc/cases.ts";
import { ask } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { refreshCase, useSession } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import page from "../../ui/page.module.css";
import { Sheet } from "../../ui/sheet.tsx";
import { AddPerson } from "./add-person.tsx";
import { ChangePassphrase } from "./change-passphrase.tsx";

type User = CaseCard["users"][number];

export function Team() {
  const { t } = useTranslation();
  const open = useSession((s) => s.open);
  const [asking, setAsking] = useState<"add" | "change" | User | null>(null);
  const close = (): void => setAsking(null);
  if (!open) return null;
  return (
    <section>
      <h2 className={page["h2"]}>{t("caseFile.team")}</h2>
      <p className={page["lead"]}>{t("caseFile.teamHelp")}</p>
      <ul className={page["list"]} data-testid="team">
        {open.users.map((user) => (
          <li key={user.id} className={`${page["card"]} ${page["row"]}`}>
            <span className={page["grow"]}>
              <b>{user.name}</b> · {t(`common.roles.${user.role}`)}
              {user.id === open.user.id && ` · ${t("caseFile.you")}`}
            </span>
            {user.id === open.user.id ? (
              <Button
                small
                icon={<KeyRound aria-hidden="true" />}
                data-testid="change-passphrase"
                onPress={() => setAsking("change")}
              >
                {t("caseFile.change")}
              </Button>
            ) : (
              <Button small onPress={() => setAsking(user)}>
                {t("caseFile.remove")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className={page["section"]}>
        <Button
          icon={<UserPlus aria-hidden="true" />}
          data-testid="add-user"
          onPress={() => setAsking("add")}
        >
          {t("caseFile.add")}
        </Button>
      </p>
      {asking === "add" && <AddPerson onClose={close} />}
      {asking === "change" && <ChangePassphrase onClose={close} />}
      {asking !== null && typeof asking === "object" && (
        <Sheet title={t("caseFile.removeTitle", { name: asking.name })} onClose={close}>
          <p>{t("caseFile.removeHelp")}</p>
          <div className={page["acts"]}>
            <Button onPress={close}>{t("common.cancel")}</Button>
            <Button
              tone="stop"
              data-testid="confirm-remove-user"
              onPress={() => {
                close();
                attempt(async () => {
                  await ask("team.remove", { id: asking.id });
                  await refreshCase();
                });
              }}
            >
              {t("caseFile.remove")}
            </Button>
          </div>
        </Sheet>
      )}
    </section>
  );
}
