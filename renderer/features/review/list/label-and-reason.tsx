// What a mark is burnt as and why: the two fields that every way of giving a label asks for.
import { useTranslation } from "react-i18next";
import { REASONS, reasonOf, type ReasonCode } from "../../../../shared/policy/reasons.ts";
import { Choice } from "../../../ui/choice.tsx";
import { Field } from "../../../ui/field.tsx";

interface LabelAndReasonProps {
  readonly label: string;
  readonly reason: ReasonCode;
  readonly onLabel: (label: string) => void;
  readonly onReason: (reason: ReasonCode) => void;
  /** Where the label is not for all that the form is about. */
  readonly words?: string;
  readonly testId: string;
}

const OPTIONS = REASONS.map((r) => ({ id: r.code, name: r.name }));

export function LabelAndReason(props: LabelAndReasonProps) {
  const { label, reason, onLabel, onReason, words, testId } = props;
  const { t } = useTranslation();
  // What a field that is left empty comes to.
  const standard = reasonOf(reason).label;
  return (
    <>
      <Field
        label={words ?? t("review.labelForm.label")}
        help={
          standard
            ? t("review.labelForm.empty", { label: standard })
            : t("review.labelForm.emptyBox")
        }
        value={label}
        onChange={onLabel}
        maxLength={80}
        autoFocus
        testId={testId}
      />
      <Choice
        label={t("review.labelForm.reason")}
        options={OPTIONS}
        value={reason}
        onChange={onReason}
        testId="reason-choice"
      />
    </>
  );
}
