// One document of the case and its next step: reading, reviewing, burning.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentCard } from "../../../shared/ipc/cases.ts";
import type { ExportCard } from "../../../shared/ipc/publish.ts";
import { DOCUMENT_ROLES } from "../../../shared/model/document-role.ts";
import { ask } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { pagePicture } from "../../app/pictures.ts";
import { howFar } from "../../app/reading-words.ts";
import { goTo, refreshCase, useSession } from "../../app/session.ts";
import { whenOf } from "../../i18n/when.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { useLasting } from "../../ui/lasting.ts";
import { Progress } from "../../ui/progress.tsx";
import { useBurnRun } from "../burn/burn-run.ts";
import { mayBringIn, mayBurn, mayDecide, useWorkflow } from "../signoff/workflow-store.ts";
import { RemoveDocument } from "./remove-document.tsx";
import styles from "./desk.module.css";

interface DocumentRowProps {
  readonly card: DocumentCard;
  readonly now: Date;
  /** The document that is to be worked on next: one thing on the desk asks for it. */
  readonly next: boolean;
  /** The newest export of the document; undefined where there is none. */
  readonly exported: ExportCard | undefined;
}

export function DocumentRow({ card, now, next, exported }: DocumentRowProps) {
  const { t } = useTranslation();
  const looking = useSession((s) => s.looking.has(card.id));
  const burning = useBurnRun((r) => r.phase === "running" && r.document === card.id);
  const signed = useSession((s) => s.open?.frozen ?? false);
  useWorkflow((w) => w.state?.stage);
  const verb = t(mayDecide() ? verbOf(card) : "desk.look");
  const busy = card.status === "reading" || (card.status === "ready" && looking);
  const decided = card.accepted + card.refused;
  const facts = [
    t("common.pages", { count: card.pages }),
    t("desk.imported", { when: whenOf(card.importedAt, now) }),
    ...(card.accepted > 0 ? [t("desk.accepted", { count: card.accepted })] : []),
    ...(card.refused > 0 ? [t("desk.refused", { count: card.refused })] : []),
  ];
  return (
    <li className={styles["document"]} data-testid="document">
      <FirstPage card={card} />
      <div className={styles["about"]}>
        <h2 title={card.name}>{card.name.replace(/\.pdf$/i, "")}</h2>
        <p className={styles["facts"]}>{facts.map(unbroken).join(" · ")}</p>
        {busy && <ReadingLine card={card} />}
        {card.status === "failed" && <p className={styles["trouble"]}>{t("desk.failed")}</p>}
        {card.status === "ready" && !busy && <NextStep card={card} />}
        {burning && (
          <button
            type="button"
            className={styles["burning"]}
            data-testid="burning"
            onClick={() => goTo({ at: "burn", document: card.id })}
          >
            {t("desk.burning")}
          </button>
        )}
        {exported && (
          <p className={styles["facts"]} data-testid="exported">
            {t(`desk.exported.${exported.standing}`, { when: whenOf(exported.at, now) })}
          </p>
        )}
      </div>
      <Role card={card} />
      {card.status === "failed" && (
        <div className={styles["acts"]}>
          <Button
            data-testid="read-again"
            onPress={() =>
              attempt(async () => {
                await ask("documents.readAgain", { document: card.id });
                await refreshCase();
              })
            }
          >
            {t("desk.readAgain")}
          </Button>
        </div>
      )}
      {card.status !== "failed" && (
        <div className={styles["acts"]}>
          {card.status === "ready" &&
            card.undecided === 0 &&
            (decided > 0 || signed) &&
            mayBurn() && (
              <Button
                data-testid="burn-document"
                tone={signed && exported?.standing !== "signed" ? "primary" : "plain"}
                onPress={() => goTo({ at: "burn", document: card.id })}
              >
                {t("desk.burn")}
              </Button>
            )}
          <Button
            tone={next ? "primary" : "plain"}
            data-testid="review-document"
            aria-label={`${verb}: ${card.name}`}
            onPress={() => goTo({ at: "review", document: card.id })}
          >
            {verb}
          </Button>
        </div>
      )}
    </li>
  );
}

/** A line breaks between facts, never within one. */
const unbroken = (fact: string): string => fact.replaceAll(" ", "\u00A0");

/** Two files of nearly one name are told apart by what they look like. */
function FirstPage({ card }: { readonly card: DocumentCard }) {
  const [drawn, setDrawn] = useState(false);
  return (
    <span className={styles["first"]} aria-hidden="true">
      {card.status !== "failed" && (
        <img
          src={pagePicture(card.id, 1, 200)}
          alt=""
          hidden={!drawn}
          draggable={false}
          onLoad={() => setDrawn(true)}
        />
      )}
    </span>
  );
}

/** What the document is within the case: guessed from its name, changed here. */
function Role({ card }: { readonly card: DocumentCard }) {
  const { t } = useTranslation();
  const fixed = useSession((s) => s.open?.user.role !== "analyst") || !mayBringIn();
  const words = t(`desk.role.${card.role}`);
  const { id, role } = card;
  const options = DOCUMENT_ROLES.map((r) => ({ id: r, name: t(`desk.role.${r}`) }));
  return (
    <div className={styles["role"]}>
      {fixed ? (
        <span>{words}</span>
      ) : (
        <Choice
          label={t("desk.roleOf", { name: card.name })}
          hideLabel
          options={options}
          value={role}
          testId="document-role"
          onChange={(next) =>
            attempt(async () => {
              await ask("documents.setRole", { document: id, role: next });
              await refreshCase();
            })
          }
        />
      )}
      {!fixed && <RemoveDocument card={card} />}
      {role === "earlier-version" && <p className={styles["facts"]}>{t("desk.earlierHelp")}</p>}
    </div>
  );
}

const verbOf = (card: DocumentCard) => {
  if (card.accepted + card.refused === 0) return "desk.review" as const;
  return card.undecided > 0 ? ("desk.goOn" as const) : ("desk.again" as const);
};

function NextStep({ card }: { readonly card: DocumentCard }) {
  const { t } = useTranslation();
  if (card.undecided > 0)
    return <p className={styles["undecided"]}>{t("desk.undecided", { count: card.undecided })}</p>;
  const decided = card.accepted + card.refused > 0;
  return <p className={styles["done"]}>{t(decided ? "desk.decided" : "desk.nothing")}</p>;
}

function ReadingLine({ card }: { readonly card: DocumentCard }) {
  const reading = useSession((s) => s.reading.get(card.id));
  const { words, done, total, open } = howFar(reading, card.pages, card.status === "reading");
  return <Progress label={words} done={done} total={total} words={useLasting(words)} open={open} />;
}
