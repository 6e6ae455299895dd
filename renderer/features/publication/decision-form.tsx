// Recording a decision: one of five kinds, the ground where it needs one, and the days. The dates
// that follow from it are shown while it is filled in.
import { useState } from "react";
import { Form, Label, Radio, RadioGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
import {
  deniesMarks,
  PUBLICATION_KINDS,
  publicationDates,
  publicationDecisionSchema,
  type PublicationKind,
} from "../../../shared/policy/publication.ts";
import { ask, sentenceOf } from "../../app/client.ts";
import { useSession } from "../../app/session.ts";
import { dateOf } from "../../i18n/when.ts";
import { Button } from "../../ui/button.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { Field } from "../../ui/field.tsx";
import page from "../../ui/page.module.css";
import form from "../../ui/form.module.css";
import { blankDecision, requestOf, type Draft } from "./draft.ts";
import styles from "./publication.module.css";

interface DecisionFormProps {
  readonly onCancel: (() => void) | undefined;
  readonly onDecided: () => Promise<void>;
}

export function DecisionForm({ onCancel, onDecided }: DecisionFormProps) {
  const { t } = useTranslation();
  const user = useSession((s) => s.open?.user.name ?? "");
  const removed = useSession((s) =>
    (s.open?.documents ?? [])
      .filter((d) => d.role !== "earlier-version")
      .reduce((n, d) => n + d.accepted, 0),
  );
  const [draft, setDraft] = useState<Draft>(() => blankDecision(new Date(), user));
  const [tried, setTried] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const set = (change: Partial<Draft>): void => setDraft((now) => ({ ...now, ...change }));

  const request = requestOf(draft);
  const parsed = publicationDecisionSchema.safeParse(request);
  const missing = (field: string): string | undefined =>
    tried ? parsed.error?.issues.find((i) => i.path[0] === field)?.message : undefined;
  const dates = publicationDates(request);
  const held = draft.kind !== "publish-in-full" && draft.kind !== "publish-redacted";

  const decide = async (): Promise<void> => {
    setTried(true);
    if (!parsed.success) return;
    try {
      await ask("publication.decide", request);
      await onDecided();
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };

  const dayField = (
    field: "decidedOn" | "publishOn" | "noticeGivenOn" | "reviewOn",
    help?: string,
  ) => (
    <DayField
      label={t(`publication.${field}`)}
      help={help}
      value={draft[field]}
      onChange={(value) => set({ [field]: value })}
      trouble={missing(field)}
    />
  );

  return (
    <Form
      className={`${page["card"]} ${form["form"]}`}
      validationBehavior="aria"
      data-testid="decision-form"
      onSubmit={(event) => {
        event.preventDefault();
        void decide();
      }}
    >
      <RadioGroup
        className={form["roles"]!}
        value={draft.kind}
        onChange={(kind) => set({ kind: kind as PublicationKind })}
      >
        <Label className={styles["question"]!}>{t("publication.question")}</Label>
        {PUBLICATION_KINDS.map((kind) => (
          <Radio
            key={kind}
            value={kind}
            isDisabled={deniesMarks(kind, removed)}
            className={form["radio"]!}
            data-testid={`kind-${kind}`}
          >
            <span className={form["dot"]} aria-hidden="true" />
            <span>
              <b>{t(`publication.kinds.${kind}`)}</b>
              <span className={styles["help"]}>
                {deniesMarks(kind, removed)
                  ? t("publication.notInFull", { count: removed })
                  : t(`publication.kindHelp.${kind}`)}
              </span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {held && (
        <>
          <Field
            label={t("publication.ground")}
            help={t("publication.groundHelp")}
            rows={2}
            value={draft.ground}
            onChange={(ground) => set({ ground })}
            maxLength={2_000}
            trouble={missing("ground")}
            testId="ground"
          />
          <Field
            label={t("publication.evidence")}
            rows={2}
            value={draft.evidence}
            onChange={(evidence) => set({ evidence })}
            maxLength={2_000}
            trouble={missing("evidence")}
            testId="evidence"
          />
        </>
      )}
      <div className={styles["days"]}>
        <Field
          label={t("publication.decidedBy")}
          value={draft.decidedBy}
          onChange={(decidedBy) => set({ decidedBy })}
          maxLength={200}
          trouble={missing("decidedBy")}
          testId="decided-by"
        />
        {dayField("decidedOn")}
        {dayField(
          "publishOn",
          dates.noticeBy ? t("publication.noticeBy", { day: dateOf(dates.noticeBy) }) : undefined,
        )}
        {dayField(
          "noticeGivenOn",
          dates.earliest ? t("publication.earliestIs", { day: dateOf(dates.earliest) }) : undefined,
        )}
        {held && dayField("reviewOn")}
      </div>
      {!dates.noticeKept && <p className={styles["warn"]}>{t("publication.noticeShort")}</p>}
      {trouble && (
        <p role="alert" className={form["trouble"]}>
          {trouble}
        </p>
      )}
      <div className={form["acts"]}>
        {onCancel && <Button onPress={onCancel}>{t("common.cancel")}</Button>}
        <Button type="submit" tone="primary" data-testid="record-decision">
          {t("publication.record")}
        </Button>
      </div>
    </Form>
  );
}
