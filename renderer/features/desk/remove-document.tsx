// Taking a document out of the case that was imported by mistake: asked once, with everything that goes
// along named before, and what stands in the way where something does.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentCard } from "../../../shared/ipc/cases.ts";
import type { RemovalPreview } from "../../../shared/ipc/documents.ts";
import { ask } from "../../app/client.ts";
import { attempt, tell } from "../../app/notices.ts";
import { refreshCase } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { ReasonSheet } from "../../ui/reason-sheet.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import form from "../../ui/form.module.css";
import styles from "./desk.module.css";

/** More names than can be taken in at a glance are counted. */
const MOST_NAMES = 5;

interface RemoveDocumentProps {
  readonly card: DocumentCard;
}

export function RemoveDocument({ card }: RemoveDocumentProps) {
  const { t } = useTranslation();
  const [preview, setPreview] = useState<RemovalPreview | null>(null);
  const close = (): void => setPreview(null);
  const look = (): void =>
    attempt(async () => setPreview(await ask("documents.removal", { document: card.id })));
  const remove = async (reason: string): Promise<void> => {
    await ask("documents.remove", { document: card.id, reason });
    await refreshCase();
    tell(t("desk.remove.done", { name: card.name }));
  };
  return (
    <>
      <button
        type="button"
        className={styles["remove"]}
        data-testid="remove-document"
        aria-label={t("desk.remove.openOf", { name: card.name })}
        onClick={look}
      >
        {t("desk.remove.open")}
      </button>
      {preview?.obstacle && (
        <Sheet title={t("desk.remove.notNow")} onClose={close} testId="remove-obstacle">
          <p>{preview.obstacle}</p>
          <div className={form["acts"]}>
            <Button tone="primary" onPress={close} autoFocus>
              {t("common.close")}
            </Button>
          </div>
        </Sheet>
      )}
      {preview && !preview.obstacle && (
        <ReasonSheet
          title={t("desk.remove.title", { name: card.name.replace(/\.pdf$/i, "") })}
          help={t("desk.remove.help")}
          label={t("desk.remove.reason")}
          confirm={t("desk.remove.confirm")}
          tone="stop"
          onClose={close}
          onConfirm={remove}
        >
          <Consequences preview={preview} />
        </ReasonSheet>
      )}
    </>
  );
}

function Consequences({ preview }: { readonly preview: RemovalPreview }) {
  const { t } = useTranslation();
  const { people, texts } = preview;
  const names = people.slice(0, MOST_NAMES).join(", ");
  const count = people.length - MOST_NAMES;
  const lines = [
    ...(["decisions", "comments", "exports", "copied"] as const).flatMap((what) =>
      preview[what] > 0 ? [t(`desk.remove.${what}`, { count: preview[what] })] : [],
    ),
    ...(people.length > 0
      ? [
          t("desk.remove.people", {
            names: count > 0 ? t("desk.remove.morePeople", { names, count }) : names,
          }),
        ]
      : []),
    ...(texts > 0 ? [t("desk.remove.texts", { count: texts })] : []),
    t("desk.remove.labels"),
    t("desk.remove.trail"),
    t("desk.remove.backups"),
  ];
  return (
    <ul className={styles["consequences"]} data-testid="remove-consequences">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
