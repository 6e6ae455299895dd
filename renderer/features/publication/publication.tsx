// The decision on publication: what stands, what it needs, its dates, and how much of the review
// still teaches. A review is published in full unless a compelling ground is recorded.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PublicationCard } from "../../../shared/ipc/workflow.ts";
import { ask } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { useSession } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import page from "../../ui/page.module.css";
import { dateOf } from "../../i18n/when.ts";
import { DecisionForm } from "./decision-form.tsx";
import { LearningKept } from "./learning-kept.tsx";
import { Schedule } from "./schedule.tsx";
import styles from "./publication.module.css";

export function Publication() {
  const { t } = useTranslation();
  const [cards, setCards] = useState<readonly PublicationCard[] | null>(null);
  const publisher = useSession((s) => s.open?.user.role === "publisher");
  const someone = useSession((s) => s.open?.users.some((u) => u.role === "publisher"));
  const [deciding, setDeciding] = useState(false);
  const load = async (): Promise<void> => setCards(await ask("publication.decisions", {}));
  useEffect(() => {
    attempt(async () => setCards(await ask("publication.decisions", {})));
  }, []);
  const [stands, ...earlier] = cards ?? [];
  return (
    <main className={page["page"]} data-testid="publication">
      <div className={page["head"]}>
        <div>
          <h1>{t("publication.title")}</h1>
          <p className={page["soft"]}>{t("publication.intro")}</p>
        </div>
        {stands && publisher && !deciding && (
          <Button data-testid="decide-again" onPress={() => setDeciding(true)}>
            {t("publication.again")}
          </Button>
        )}
      </div>
      {stands && !deciding && <Standing card={stands} />}
      {cards && !stands && !publisher && (
        <p className={page["empty"]} data-testid="publisher-decides">
          {t(someone ? "publication.publisherDecides" : "publication.noPublisher")}
        </p>
      )}
      {cards && publisher && (deciding || !stands) && (
        <DecisionForm
          onCancel={stands ? () => setDeciding(false) : undefined}
          onDecided={async () => {
            setDeciding(false);
            await load();
          }}
        />
      )}
      <LearningKept />
      <Schedule />
      {earlier.length > 0 && (
        <section className={page["section"]}>
          <h2>{t("publication.earlier")}</h2>
          <ul className={page["list"]}>
            {earlier.map((card) => (
              <li key={card.at} className={page["card"]}>
                <p>{t(`publication.kinds.${card.decision.kind}`)}</p>
                <p className={page["small"]}>
                  {t("publication.by", {
                    who: card.decision.decidedBy,
                    when: dateOf(card.decision.decidedOn),
                  })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

function Standing({ card }: { readonly card: PublicationCard }) {
  const { t } = useTranslation();
  const { decision, dates } = card;
  const day = (value: string | null): string => (value ? dateOf(value) : t("publication.notYet"));
  const facts: readonly (readonly [string, string])[] = [
    [t("publication.publishOn"), day(decision.publishOn)],
    [t("publication.noticeGivenOn"), day(decision.noticeGivenOn)],
    [t("publication.earliest"), day(dates.earliest)],
    [t("publication.availableUntil"), day(dates.availableUntil)],
    ...(decision.reviewOn ? [[t("publication.reviewOn"), dateOf(decision.reviewOn)] as const] : []),
  ];
  return (
    <section className={page["card"]} data-testid="standing-decision">
      <p className={styles["kind"]}>{t(`publication.kinds.${decision.kind}`)}</p>
      <p className={page["soft"]}>
        {t("publication.by", { who: decision.decidedBy, when: dateOf(decision.decidedOn) })}
      </p>
      {decision.ground && (
        <p className={styles["ground"]}>
          <b>{t("publication.ground")}:</b> {decision.ground}
        </p>
      )}
      {decision.evidence && (
        <p className={styles["ground"]}>
          <b>{t("publication.evidence")}:</b> {decision.evidence}
        </p>
      )}
      <dl className={styles["facts"]}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!dates.noticeKept && <p className={styles["warn"]}>{t("publication.noticeShort")}</p>}
    </section>
  );
}
