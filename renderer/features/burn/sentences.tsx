// Plain sentences about a document, each told once, with the way to the first of its pages.
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { goTo } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { pageRanges } from "../../../shared/audit/page-ranges.ts";
import { gathered, type Sentence } from "../../../shared/audit/gathered.ts";
import styles from "./burn.module.css";

const MOST = 6;

/** Where the sentence says its page itself, it is not said again. */
const names = (message: string, page: number): boolean =>
  new RegExp(String.raw`\bpage ${page}\b`).test(message);

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
  const sentences = gathered(list);
  const shown = all ? sentences : sentences.slice(0, MOST);
  return (
    <section className={`${styles["sentences"]} ${styles[kind]}`} data-testid={`sentences-${kind}`}>
      <h2>
        {icon}
        {title}
      </h2>
      <ul>
        {shown.map(({ message, pages, times, find, pictures, people }) => (
          <li key={`${message} ${find ?? ""}`}>
            <span>
              {message}
              {(pages.length > 1 || times > 1) && (
                <span className={styles["where"]}>
                  {t("burn.places", { count: times, pages: pageRanges(pages) })}
                </span>
              )}
              {pages.length === 1 && times === 1 && !names(message, pages[0]!) && (
                <span className={styles["where"]}>{t("common.page", { page: pages[0] })}</span>
              )}
            </span>
            {people && (
              <Button small onPress={() => goTo({ at: "people" })}>
                {t("signoff.toPeople")}
              </Button>
            )}
            {pages.length > 0 && (
              <Button
                small
                data-testid="go-there"
                aria-label={`${t("common.goThere")}: ${t("common.page", { page: pages[0] })}`}
                onPress={() => goTo({ at: "review", document, page: pages[0]!, find, pictures })}
              >
                {t("common.goThere")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < sentences.length && (
        <Button small tone="quiet" onPress={() => setAll(true)}>
          {t("burn.showAll", { count: sentences.length })}
        </Button>
      )}
    </section>
  );
}
