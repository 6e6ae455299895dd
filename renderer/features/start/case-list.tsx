// The cases as cards: name, when it changed, who belongs to it, and how to open it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseCard } from "../../../shared/ipc/cases.ts";
import { whenOf } from "../../i18n/when.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./start.module.css";

interface CaseListProps {
  readonly cases: readonly CaseCard[];
  readonly onOpen: (card: CaseCard) => void;
}

export function CaseList({ cases, onOpen }: CaseListProps) {
  const { t } = useTranslation();
  const [now] = useState(() => new Date());
  if (cases.length === 0) return <p className={styles["none"]}>{t("start.none")}</p>;
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
