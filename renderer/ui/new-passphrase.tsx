// A passphrase chosen anew: nobody can recover it, so it is typed twice, or shown and typed once.
// The words live in the form that asks; this keeps only whether they can be seen.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Checkbox } from "react-aria-components";
import form from "./form.module.css";
import { Field } from "./field.tsx";

/** Characters; the side with power asks for the same. */
const LEAST = 8;

export interface NewPassphrase {
  readonly first: string;
  /** The second time; the same as the first while it is shown. */
  readonly again: string;
}

export const NO_PASSPHRASE: NewPassphrase = { first: "", again: "" };

export function agreed({ first, again }: NewPassphrase): boolean {
  return first.length >= LEAST && first === again;
}

interface NewPassphraseProps {
  readonly label: string;
  readonly help: string;
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
  /** True once the form was sent: from then on what is missing is said at once. */
  readonly tried: boolean;
  readonly testId: string;
}

export function NewPassphraseFields(props: NewPassphraseProps) {
  const { label, help, value, onChange, tried, testId } = props;
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const [left, setLeft] = useState(false);
  const short = tried && value.first.length < LEAST ? t("start.form.tooShort") : undefined;
  const differs = (tried || left) && value.again !== "" && value.again !== value.first;
  const empty = tried && !short && value.again === "";
  return (
    <>
      <div className={form["pair"]}>
        <Field
          label={label}
          help={help}
          type={shown ? "text" : "password"}
          value={value.first}
          onChange={(first) => onChange({ first, again: shown ? first : value.again })}
          maxLength={400}
          autoComplete="off"
          trouble={short}
          testId={testId}
        />
        {!shown && (
          <Field
            label={t("start.form.again")}
            type="password"
            value={value.again}
            onChange={(again) => onChange({ ...value, again })}
            onBlur={() => setLeft(true)}
            maxLength={400}
            autoComplete="off"
            trouble={differs || empty ? t("start.form.differs") : undefined}
            testId={`${testId}-again`}
          />
        )}
      </div>
      <Checkbox
        className={form["check"]!}
        isSelected={shown}
        onChange={(now) => {
          setShown(now);
          onChange({ ...value, again: now ? value.first : "" });
        }}
      >
        <span className={form["box"]} aria-hidden="true" />
        {t("start.form.show")}
      </Checkbox>
    </>
  );
}
