// Asks why, before something that others will read about: sending back, reopening, recalling.
// A refusal of the words (they are scanned for the case's secrets) is shown where they were typed.
import { useState, type ReactNode } from "react";
import { Form } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { sentenceOf } from "../app/client.ts";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { Sheet } from "./sheet.tsx";
import styles from "./reason-sheet.module.css";

interface ReasonSheetProps {
  readonly title: string;
  readonly help: string;
  readonly label: string;
  readonly confirm: string;
  readonly tone?: "primary" | "stop";
  /** Longest text, in characters. */
  readonly most?: number;
  /** More about what follows, between the help and the field. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => Promise<unknown>;
}

const LEAST = 3;

export function ReasonSheet(props: ReasonSheetProps) {
  const { title, help, label, confirm, tone = "primary", most = 2_000, onClose, onConfirm } = props;
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const [trouble, setTrouble] = useState<string | undefined>();
  const [waiting, setWaiting] = useState(false);
  const go = async (): Promise<void> => {
    setWaiting(true);
    try {
      await onConfirm(reason.trim());
      onClose();
    } catch (error) {
      setTrouble(sentenceOf(error));
      setWaiting(false);
    }
  };
  return (
    <Sheet title={title} onClose={onClose} testId="reason-form">
      <Form
        className={styles["form"]!}
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <p>{help}</p>
        {props.children}
        <Field
          label={label}
          help={t("common.reasonHelp")}
          rows={3}
          value={reason}
          onChange={setReason}
          maxLength={most}
          autoFocus
          trouble={trouble}
          testId="reason"
        />
        <div className={styles["acts"]}>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button
            type="submit"
            tone={tone}
            isDisabled={waiting || reason.trim().length < LEAST}
            data-testid="reason-confirm"
          >
            {confirm}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
