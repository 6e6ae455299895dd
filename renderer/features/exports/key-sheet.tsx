// A copy with the reader's key: who publishes, whom to ask, and whether the key is wanted as the last
// page of a second copy too. The certified file itself is never changed.
import { useState } from "react";
import { Checkbox, Form } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { ask, sentenceOf } from "../../app/client.ts";
import { tell } from "../../app/notices.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { written } from "../../ui/written.ts";
import form from "../../ui/form.module.css";

interface KeySheetProps {
  readonly exportId: string;
  readonly onClose: () => void;
}

export function KeySheet({ exportId, onClose }: KeySheetProps) {
  const { t } = useTranslation();
  const [published, setPublished] = useState("");
  const [contact, setContact] = useState("");
  const [append, setAppend] = useState(true);
  const [waiting, setWaiting] = useState(false);
  const [trouble, setTrouble] = useState<string | undefined>();
  const save = async (): Promise<void> => {
    setWaiting(true);
    setTrouble(undefined);
    try {
      const { saved, name } = await ask("publish.saveCopy", {
        export: exportId,
        readersKey: {
          published: published.trim(),
          contact: written(contact),
          append,
        },
      });
      if (saved && name) tell(t("exports.key.saved", { name }));
      if (saved) onClose();
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
    setWaiting(false);
  };
  return (
    <Sheet title={t("exports.key.title")} onClose={onClose} testId="key-form">
      <Form
        className={form["form"]!}
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>{t("exports.key.help")}</p>
        <Field
          label={t("exports.key.published")}
          help={t("exports.key.publishedHelp")}
          value={published}
          onChange={setPublished}
          maxLength={200}
          autoFocus
          trouble={trouble}
          testId="key-published"
        />
        <Field
          label={t("exports.key.contact")}
          help={t("exports.key.contactHelp")}
          value={contact}
          onChange={setContact}
          maxLength={300}
          testId="key-contact"
        />
        <Checkbox className={form["check"]!} isSelected={append} onChange={setAppend}>
          <span className={form["box"]} aria-hidden="true" />
          {t("exports.key.append")}
        </Checkbox>
        <div className={form["acts"]}>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button
            type="submit"
            tone="primary"
            isDisabled={waiting || published.trim() === ""}
            data-testid="key-save"
          >
            {t("exports.saveCopy")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
