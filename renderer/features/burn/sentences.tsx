// Plain sentences about a document, each with the way to its page where it has one.
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { goTo } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./burn.module.css";

export interface Sentence {
  readonly message: string;
  readonly page?: number | undefined;
}

const MOST = 6;

interface SentencesProps {
  readonly title: string;
  readonly kind: "stop" | "warn" | "note";
  readonly icon?: ReactNode;
  readonly document: string;
  readonly list: readonly Sentence[];
}

export function Sentences({ title, kind, icon, document, list }: SentencesProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (list.length === 0) return null;
  const shown = all ? list : list.slice(0, MOST);
  return (
    <section className={`${styles["sentences"]} ${styles[kind]}`} data-testid={`sentences-${kind}`}>
      <h2>
        {icon}
        {title}
      </h2>
      <ul>
        {shown.map(({ message, page }, i) => (
          <li key={`${page ?? 0}-${i}`}>
            <span>{message}</span>
            {page !== undefined && (
              <Button
                small
                data-testid="go-there"
                aria-label={`${t("common.goThere")}: ${t("common.page", { page })}`}
                onPress={() => goTo({ at: "review", document, page })}
              >
                {t("common.goThere")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < list.length && (
        <Button small tone="quiet" onPress={() => setAll(true)}>
          {t("burn.showAll", { count: list.length })}
        </Button>
      )}
    </section>
  );
}
