// What stays readable about one person, by kind, each text with its places; what is not decided yet
// stands apart, because it counts only if it stays.
import { useTranslation } from "react-i18next";
import type { Clue, JigsawPerson } from "../../../shared/detect/jigsaw.ts";
import { goTo } from "../../app/session.ts";
import { byKind } from "./by-kind.ts";
import styles from "./jigsaw.module.css";

interface PersonFactsProps {
  readonly person: JigsawPerson;
  readonly startOpen: boolean;
}

export function PersonFacts({ person, startOpen }: PersonFactsProps) {
  const { t } = useTranslation();
  return (
    <li>
      <details className={styles["person"]} data-level={person.level} open={startOpen}>
        <summary>
          <b>{person.group === "" ? t("jigsaw.case") : person.name}</b>
          <span className={styles["kinds"]}>
            {person.kinds.length === 0
              ? t("jigsaw.notDecided", { count: person.open.length })
              : t("jigsaw.kinds", { count: person.kinds.length, kinds: person.kinds.join(", ") })}
          </span>
        </summary>
        <Clues title={t("jigsaw.kept")} clues={person.kept} />
        <Clues title={t("jigsaw.open")} clues={person.open} />
      </details>
    </li>
  );
}

interface CluesProps {
  readonly title: string;
  readonly clues: readonly Clue[];
}

const SHOWN = 12;

function Clues({ title, clues }: CluesProps) {
  const { t } = useTranslation();
  if (clues.length === 0) return null;
  return (
    <div className={styles["clues"]}>
      <h3>{title}</h3>
      <dl>
        {byKind(clues).map(({ kind, texts }) => (
          <div key={kind}>
            <dt>{kind}</dt>
            <dd>
              {texts.slice(0, SHOWN).map(({ text, first, places }) => (
                <button
                  key={text}
                  type="button"
                  onClick={() =>
                    goTo({ at: "review", document: first.document, page: first.page, find: text })
                  }
                >
                  {text}
                  {places > 1 && <span> × {places}</span>}
                </button>
              ))}
              {texts.length > SHOWN && (
                <span>{t("jigsaw.more", { count: texts.length - SHOWN })}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
