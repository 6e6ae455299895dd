// Recording that an export left: to whom, and which release it replaces. Sentences in the way are
// shown instead of the form.
import { useEffect, useState } from "react";
import { Form } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { ExportCard } from "../../../shared/ipc/publish.ts";
import type { ReleaseCard } from "../../../shared/ipc/workflow.ts";
import { ask, sentenceOf } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { goTo } from "../../app/session.ts";
import { whenOf } from "../../i18n/when.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { written } from "../../ui/written.ts";
import { lastStanding } from "./replaced.ts";
import form from "../../ui/form.module.css";

interface ReleaseSheetProps {
  readonly card: ExportCard;
  /** Of exports of the same document, the oldest first. */
  readonly earlier: readonly ReleaseCard[];
  readonly onClose: () => void;
  readonly onRecorded: () => Promise<void>;
}

const NONE = "none";

export function ReleaseSheet({ card, earlier, onClose, onRecorded }: ReleaseSheetProps) {
  const { t } = useTranslation();
  const [obstacles, setObstacles] = useState<readonly string[] | null>(null);
  const [to, setTo] = useState("");
  const [note, setNote] = useState("");
  // Whoever releases a document again mostly replaces what they released before.
  const [before, setBefore] = useState(() => lastStanding(earlier) ?? NONE);
  const [now] = useState(() => new Date());
  const [trouble, setTrouble] = useState<string | undefined>();
  useEffect(() => {
    attempt(async () => setObstacles(await ask("releases.obstacles", { export: card.id })));
  }, [card.id]);
  const options = [
    { id: NONE, name: t("releases.supersedesNone") },
    ...earlier.map((r) => ({
      id: r.id,
      name: t("releases.toOn", { to: r.to, when: whenOf(r.at, now) }),
    })),
  ];
  const record = async (): Promise<void> => {
    try {
      await ask("releases.record", {
        export: card.id,
        to: to.trim(),
        note: written(note),
        supersedes: before === NONE ? null : before,
      });
      await onRecorded();
      onClose();
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <Sheet
      title={t("releases.recordTitle", { name: card.name })}
      onClose={onClose}
      testId="release-form"
    >
      {obstacles && obstacles.length > 0 && (
        <>
          <p>{t("releases.obstacles")}</p>
          <ul>
            {obstacles.map((message) => (
              <li key={message}>• {message}</li>
            ))}
          </ul>
          <div className={form["acts"]}>
            <Button onPress={onClose}>{t("common.close")}</Button>
            <Button
              tone="primary"
              data-testid="to-publication"
              onPress={() => goTo({ at: "publication" })}
            >
              {t("releases.toPublication")}
            </Button>
          </div>
        </>
      )}
      {obstacles?.length === 0 && (
        <Form
          className={form["form"]!}
          validationBehavior="aria"
          onSubmit={(event) => {
            event.preventDefault();
            void record();
          }}
        >
          <Field
            label={t("releases.to")}
            help={t("releases.toHelp")}
            value={to}
            onChange={setTo}
            maxLength={200}
            autoFocus
            trouble={trouble}
            testId="release-to"
          />
          {options.length > 1 && (
            <Choice
              label={t("releases.supersedes")}
              options={options}
              value={before}
              onChange={setBefore}
              testId="supersedes"
            />
          )}
          <Field
            label={t("releases.note")}
            rows={2}
            value={note}
            onChange={setNote}
            maxLength={2_000}
          />
          <div className={form["acts"]}>
            <Button onPress={onClose}>{t("common.cancel")}</Button>
            <Button
              type="submit"
              tone="primary"
              isDisabled={to.trim().length < 2}
              data-testid="record-release"
            >
              {t("releases.save")}
            </Button>
          </div>
        </Form>
      )}
    </Sheet>
  );
}
