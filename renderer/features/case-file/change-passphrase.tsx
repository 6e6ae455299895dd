// Changing one's own passphrase. Neither of the two outlives this form.
import { useState } from "react";
import { Form } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { ask, sentenceOf } from "../../app/client.ts";
import { tell } from "../../app/notices.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { agreed, NewPassphraseFields, NO_PASSPHRASE } from "../../ui/new-passphrase.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import form from "../../ui/form.module.css";

export function ChangePassphrase({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [old, setOld] = useState("");
  const [fresh, setFresh] = useState(NO_PASSPHRASE);
  const [waiting, setWaiting] = useState(false);
  const [trouble, setTrouble] = useState<string | undefined>();
  const change = async (): Promise<void> => {
    setWaiting(true);
    try {
      await ask("team.changePassphrase", { old, fresh: fresh.first });
      tell(t("caseFile.changed"));
      onClose();
    } catch (error) {
      setTrouble(sentenceOf(error));
      setWaiting(false);
    }
  };
  return (
    <Sheet title={t("caseFile.changeTitle")} onClose={onClose}>
      <Form
        className={form["form"]!}
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <Field
          label={t("caseFile.old")}
          type="password"
          value={old}
          onChange={setOld}
          maxLength={400}
          autoComplete="off"
          autoFocus
          trouble={trouble}
        />
        <NewPassphraseFields
          label={t("caseFile.fresh")}
          help={t("start.form.passphraseHelp")}
          value={fresh}
          onChange={setFresh}
          tried={false}
          testId="fresh-passphrase"
        />
        <div className={form["acts"]}>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" tone="primary" isDisabled={waiting || old === "" || !agreed(fresh)}>
            {t("caseFile.changeSave")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
