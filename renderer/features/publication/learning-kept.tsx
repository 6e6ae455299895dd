// How much of each document still teaches, by section; what teaches most and lost too much is
// said in words and by shape, not by colour alone.
import { TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentCard } from "../../../shared/ipc/cases.ts";
import type { Learning } from "../../../shared/policy/learning.ts";
import { ask } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { goTo, useSession } from "../../app/session.ts";
import page from "../../ui/page.module.css";
import styles from "./publication.module.css";

export function LearningKept() {
  const { t } = useTranslation();
  const documents = useSession((s) => s.open?.documents ?? NONE);
  const ready = documents.filter((d) => d.status === "ready");
  if (ready.length === 0) return null;
  return (
    <section className={page["section"]}>
      <h2>{t("publication.learning")}</h2>
      <p className={page["soft"]}>{t("publication.learningHelp")}</p>
      {ready.map((d) => (
        <DocumentLearning key={d.id} card={d} />
      ))}
    </section>
  );
}

const NONE: never[] = [];
const percent = new Intl.NumberFormat("en-GB", {
  style: "percent",
  maximumFractionDigits: 1,
  // 100% is said of nothing that lost a word.
  roundingMode: "floor",
});
const count = new Intl.NumberFormat("en-GB");

function DocumentLearning({ card }: { readonly card: DocumentCard }) {
  const { t } = useTranslation();
  const [learning, setLearning] = useState<Learning | null>(null);
  useEffect(() => {
    attempt(async () => setLearning(await ask("learning.kept", { document: card.id })));
  }, [card.id]);
  if (!learning) return null;
  if (card.undecided > 0 && card.accepted + card.refused === 0)
    return (
      <p className={`${styles["learning"]} ${styles["notBegun"]}`} data-testid="learning">
        <b>{card.name}</b>
        <span>{t("publication.notBegun", { count: card.undecided })}</span>
      </p>
    );
  return (
    <details className={styles["learning"]} data-testid="learning">
      <summary>
        <b>{card.name}</b>
        <span>
          {t("publication.kept", {
            readable: count.format(learning.readable),
            words: count.format(learning.words),
            share: percent.format(learning.share),
          })}
          {learning.labelled > 0 &&
            ` · ${t("publication.labelled", { count: learning.labelled, shown: count.format(learning.labelled) })}`}
          {card.undecided > 0 && ` · ${t("publication.soFar", { count: card.undecided })}`}
        </span>
      </summary>
      <ul>
        {learning.sections.map((section) => (
          <li key={`${section.page}-${section.title}`} data-low={section.low}>
            <button
              type="button"
              onClick={() => goTo({ at: "review", document: card.id, page: section.page })}
            >
              {section.low && <TriangleAlert aria-hidden="true" />}
              {section.title}
            </button>
            <span className={styles["bar"]}>
              <span style={{ width: `${section.share * 100}%` }} />
            </span>
            <span className={styles["share"]}>
              {percent.format(section.share)}
              {section.low && <span className="sr-only"> {t("publication.low")}</span>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
