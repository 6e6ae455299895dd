// A new person of the case: their name, their part and a first passphrase.
import { useState } from "react";
import { Form } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { ROLES, type Role } from "../../../shared/ipc/cases.ts";
import { ask, sentenceOf } from "../../app/client.ts";
import { refreshCase } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import { agreed, NewPassphraseFields, NO_PASSPHRASE } from "../../ui/new-passphrase.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import form from "../../ui/form.module.css";

export function AddPerson({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("reviewer");
  const [passphrase, setPassphrase] = useState(NO_PASSPHRASE);
  const [waiting, setWaiting] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const roles = ROLES.map((id) => ({ id, name: t(`common.roles.${id}`) }));
  const add = async (): Promise<void> => {
    setWaiting(true);
    try {
      await ask("team.add", { name, role, passphrase: passphrase.first });
      await refreshCase();
      onClose();
    } catch (error) {
      setTrouble(sentenceOf(error));
      setWaiting(false);
    }
  };
  return (
    <Sheet title={t("caseFile.addTitle")} onClose={onClose} testId="add-user-form">
      <Form
        className={form["form"]!}
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field
          label={t("caseFile.name")}
          value={name}
          onChange={setName}
          maxLength={120}
          autoFocus
          testId="new-user-name"
        />
        <Choice
          label={t("caseFile.role")}
          options={roles}
          value={role}
          onChange={setRole}
          testId="new-user-role"
        />
        <NewPassphraseFields
          label={t("caseFile.passphrase")}
          help={t("caseFile.passphraseHelp")}
          value={passphrase}
          onChange={setPassphrase}
          tried={false}
          testId="new-user-passphrase"
        />
        {trouble && (
          <p role="alert" className={form["trouble"]}>
            {trouble}
          </p>
        )}
        <div className={form["acts"]}>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button
            type="submit"
            tone="primary"
            isDisabled={waiting || name.trim() === "" || !agreed(passphrase)}
            data-testid="save-user"
          >
            {t("caseFile.addSave")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
