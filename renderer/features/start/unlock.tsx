// Opening a case: who you are, where there is more than one person, and your passphrase.
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Form, Label, Radio, RadioGroup } from "react-aria-components";
import type { CaseCard } from "../../../shared/ipc/cases.ts";
import { ask, sentenceOf } from "../../app/client.ts";
import { enter } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import styles from "../../ui/form.module.css";

interface UnlockProps {
  readonly card: CaseCard;
  readonly onClose: () => void;
}

export function Unlock({ card, onClose }: UnlockProps) {
  const { t } = useTranslation();
  const [user, setUser] = useState(card.users[0]?.id ?? "");
  const [passphrase, setPassphrase] = useState("");
  const [opening, setOpening] = useState(false);
  const [trouble, setTrouble] = useState<string | undefined>();
  const field = useRef<HTMLInputElement>(null);

  const open = async (): Promise<void> => {
    if (passphrase === "") return;
    setOpening(true);
    setTrouble(undefined);
    try {
      enter(await ask("cases.open", { id: card.id, user, passphrase }));
    } catch (error) {
      setTrouble(sentenceOf(error));
      setPassphrase("");
      setOpening(false);
      field.current?.focus();
    }
  };

  return (
    <Sheet
      title={t("start.unlock.title", { name: card.name })}
      onClose={onClose}
      testId="unlock-form"
    >
      <Form
        className={styles["form"]!}
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        {card.users.length > 1 && (
          <RadioGroup className={styles["roles"]!} value={user} onChange={setUser}>
            <Label className={styles["label"]!}>{t("start.unlock.who")}</Label>
            {card.users.map((u) => (
              <Radio key={u.id} value={u.id} className={styles["radio"]!}>
                <span className={styles["dot"]} aria-hidden="true" />
                <span>
                  <b>{u.name}</b> · {t(`common.roles.${u.role}`)}
                </span>
              </Radio>
            ))}
          </RadioGroup>
        )}
        <Field
          label={t("start.unlock.passphrase")}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          maxLength={400}
          autoComplete="off"
          autoFocus
          inputRef={field}
          trouble={trouble}
          help={card.sample ? t("start.unlock.sample") : undefined}
          testId="unlock-passphrase"
        />
        <div className={styles["acts"]}>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" tone="primary" isDisabled={opening} data-testid="unlock">
            {opening ? t("start.unlock.opening") : t("start.unlock.open")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
