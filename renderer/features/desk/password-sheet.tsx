// Asks for the password of a locked file: three tries, counted by the side with power.
import { useState } from "react";
import { Form } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { attempt } from "../../app/notices.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { givePassword, leaveOut, type Locked } from "./import.ts";
import styles from "../../ui/form.module.css";

export function PasswordSheet({ file }: { readonly file: Locked }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  const [waiting, setWaiting] = useState(false);
  const skip = (): void => leaveOut(file.token);
  const open = (): void => {
    setWaiting(true);
    attempt(async () => {
      try {
        await givePassword(file.token, password);
      } finally {
        setWaiting(false);
      }
    });
  };
  return (
    <Sheet title={t("desk.password.title")} onClose={skip} testId="password-form">
      <Form
        className={styles["form"]!}
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <p>{t("desk.password.help", { name: file.name })}</p>
        <Field
          label={t("desk.password.field")}
          type="password"
          value={password}
          onChange={setPassword}
          maxLength={400}
          autoComplete="off"
          autoFocus
          trouble={file.tried ? t("desk.password.wrong", { count: file.triesLeft }) : undefined}
          testId="file-password"
        />
        <div className={styles["acts"]}>
          <Button onPress={skip}>{t("desk.password.skip")}</Button>
          <Button
            type="submit"
            tone="primary"
            isDisabled={waiting || password === ""}
            data-testid="file-password-open"
          >
            {t("desk.password.open")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
