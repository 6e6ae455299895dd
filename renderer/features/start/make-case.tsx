// Making a case: its name, who you are, and the passphrase that alone can open it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Form, Label, Radio, RadioGroup } from "react-aria-components";
import { ROLES, type Role } from "../../../shared/ipc/cases.ts";
import { ask, sentenceOf } from "../../app/client.ts";
import { enter } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { agreed, NewPassphraseFields, NO_PASSPHRASE } from "../../ui/new-passphrase.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import styles from "../../ui/form.module.css";

export function MakeCase({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [you, setYou] = useState("");
  const [role, setRole] = useState<Role>("analyst");
  const [passphrase, setPassphrase] = useState(NO_PASSPHRASE);
  const [tried, setTried] = useState(false);
  const [making, setMaking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const missing = (text: string): string | undefined =>
    tried && text.trim() === "" ? t("start.form.missing") : undefined;

  const make = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === "" || you.trim() === "" || !agreed(passphrase)) return;
    setMaking(true);
    setTrouble(null);
    try {
      const { first } = passphrase;
      enter(await ask("cases.create", { name, user: { name: you, role }, passphrase: first }));
    } catch (error) {
      setTrouble(sentenceOf(error));
      setMaking(false);
    }
  };

  return (
    <Sheet title={t("start.form.title")} onClose={onClose} size="middle" testId="make-case-form">
      <Form
        className={styles["form"]!}
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <div className={styles["pair"]}>
          <Field
            label={t("start.form.name")}
            help={t("start.form.nameHelp")}
            value={name}
            onChange={setName}
            maxLength={120}
            trouble={missing(name)}
            testId="case-name"
            autoFocus
          />
          <Field
            label={t("start.form.you")}
            help={t("start.form.youHelp")}
            value={you}
            onChange={setYou}
            maxLength={120}
            trouble={missing(you)}
            testId="user-name"
          />
        </div>
        <RadioGroup
          className={styles["roles"]!}
          value={role}
          onChange={(value) => setRole(value as Role)}
        >
          <Label className={styles["label"]!}>{t("start.form.role")}</Label>
          {ROLES.map((r) => (
            <Radio key={r} value={r} className={styles["radio"]!} data-testid={`role-${r}`}>
              <span className={styles["dot"]} aria-hidden="true" />
              <span>
                <b>{t(`common.roles.${r}`)}:</b> {t(ROLE_HELP[r])}
              </span>
            </Radio>
          ))}
        </RadioGroup>
        <NewPassphraseFields
          label={t("start.form.passphrase")}
          help={t("start.form.passphraseHelp")}
          value={passphrase}
          onChange={setPassphrase}
          tried={tried}
          testId="passphrase"
        />
        {trouble && (
          <p role="alert" className={styles["trouble"]}>
            {trouble}
          </p>
        )}
        <div className={styles["acts"]}>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" tone="primary" isDisabled={making} data-testid="create-case">
            {making ? t("start.form.making") : t("start.form.make")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}

const ROLE_HELP = {
  analyst: "start.form.roleAnalyst",
  reviewer: "start.form.roleReviewer",
  publisher: "start.form.rolePublisher",
} as const;
