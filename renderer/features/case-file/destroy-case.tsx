// The last act of a case: it asks for the reason and for the name, typed by hand.
import { useState } from "react";
import { Form } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { ask, sentenceOf } from "../../app/client.ts";
import { tell } from "../../app/notices.ts";
import { leaveCase, useSession } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import form from "../../ui/form.module.css";

export function DestroyCase({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const wanted = useSession((s) => s.open?.name ?? "");
  const [reason, setReason] = useState("");
  const [name, setName] = useState("");
  const [trouble, setTrouble] = useState<string | undefined>();
  const destroy = async (): Promise<void> => {
    try {
      await ask("retention.destroy", { reason, name });
      leaveCase();
      tell(t("caseFile.destroyed"));
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <Sheet title={t("caseFile.destroyTitle")} onClose={onClose} testId="destroy-form">
      <Form
        className={form["form"]!}
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          void destroy();
        }}
      >
        <p>{t("caseFile.destroyHelp")}</p>
        <Field
          label={t("caseFile.destroyReason")}
          help={t("common.reasonHelp")}
          rows={2}
          value={reason}
          onChange={setReason}
          maxLength={2_000}
          autoFocus
          trouble={trouble}
          testId="destroy-reason"
        />
        <Field
          label={t("caseFile.destroyName", { name: wanted })}
          value={name}
          onChange={setName}
          maxLength={120}
          testId="destroy-name"
        />
        <div className={form["acts"]}>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button
            type="submit"
            tone="stop"
            data-testid="destroy-confirm"
            isDisabled={name !== wanted || reason.trim().length < 3}
          >
            {t("caseFile.destroyDo")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
