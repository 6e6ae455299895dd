// The cases as cards: name, when it changed, who belongs to it, and how to open it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseCard } from "../../../shared/ipc/cases.ts";
import { whenOf } from "../../i18n/when.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import styles from "./start.module.css";

interface CaseListProps {
  readonly cases: readonly CaseCard[];
  readonly onOpen: (card: CaseCard) => void;
}

export function CaseList({ cases, onOpen }: CaseListProps) {
  const { t } = useTranslation();
  const [now] = useState(() => new Date());
  const [wanted, setWanted] = useState("");
  if (cases.length === 0) return <p className={styles["none"]}>{t("start.none")}</p>;
  const shown = cases.filter((c) => named(c, wanted));
  return (
    <>
      {cases.length >= MANY && (
        <div className={styles["find"]} role="search">
          <Field
            label={t("start.find")}
            value={wanted}
            onChange={setWanted}
            autoComplete="off"
            testId="find-case"
          />
        </div>
      )}
      {shown.length === 0 && (
        <p className={styles["none"]} role="status">
          {t("start.noneNamed")}
        </p>
      )}
      <Cards cases={shown} now={now} onOpen={onOpen} />
    </>
  );
}

/** From so many cases on, one is looked for by its name or its people. */
const MANY = 8;

const named = (card: CaseCard, wanted: string): boolean =>
  [card.name, ...card.users.map((u) => u.name)].some((text) =>
    text.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );

function Cards({ cases, now, onOpen }: CaseListProps & { readonly now: Date }) {
  const { t } = useTranslation();
  return (
    <ul className={styles["cases"]} data-testid="case-list">
      {cases.map((card) => (
        <li key={card.id} className={styles["case"]}>
          <div className={styles["about"]}>
            <h3>
              {card.name}
              {card.sample && <span className={styles["tag"]}>{t("start.sample")}</span>}
            </h3>
            <p>{t("start.changed", { when: whenOf(card.changedAt, now) })}</p>
            <p>{card.users.map((u) => `${u.name}, ${t(`common.roles.${u.role}`)}`).join(" · ")}</p>
            {card.trouble && <p className={styles["trouble"]}>{card.trouble}</p>}
          </div>
          {!card.trouble && (
            <Button
              data-testid="open-case"
              aria-label={t("start.openNamed", { name: card.name })}
              onPress={() => onOpen(card)}
            >
              {t("start.open")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
