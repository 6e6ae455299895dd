// The jigsaw: facts that name nobody, gathered by the person they are about. From three kinds on a
// person may be singled out; whether they would be is for people to say, question by question.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { JigsawAnswer } from "../../../shared/ipc/jigsaw.ts";
import { ask } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import page from "../../ui/page.module.css";
import { Intruder } from "./intruder.tsx";
import { PersonFacts } from "./person-facts.tsx";
import styles from "./jigsaw.module.css";

export function Jigsaw() {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<JigsawAnswer | null>(null);
  useEffect(() => {
    attempt(async () => setAnswer(await ask("jigsaw.load", {})));
  }, []);
  const known = answer?.people.filter((p) => p.kept.length + p.open.length > 0) ?? [];
  const amber = known.filter((p) => p.level === "amber");
  const some = known.filter((p) => p.level === "clear" && p.kept.length > 0);
  const rest = known.filter((p) => p.kept.length === 0);
  return (
    <main className={page["page"]} data-testid="jigsaw">
      <div className={page["head"]}>
        <div>
          <h1>{t("jigsaw.title")}</h1>
          <p className={page["soft"]}>{t("jigsaw.intro")}</p>
        </div>
      </div>
      {!answer && <p className={page["soft"]}>{t("common.loading")}</p>}
      {answer && known.length === 0 && <p className={page["empty"]}>{t("jigsaw.none")}</p>}
      {amber.length > 0 && (
        <section data-testid="jigsaw-amber">
          <h2 className={page["h2"]}>{t("jigsaw.amber", { count: amber.length })}</h2>
          <ul className={page["list"]}>
            {amber.map((person) => (
              <PersonFacts key={person.group} person={person} startOpen />
            ))}
          </ul>
        </section>
      )}
      {some.length > 0 && (
        <section className={page["section"]}>
          <h2>{t("jigsaw.clear", { count: some.length })}</h2>
          <ul className={styles["clear"]}>
            {some.map((person) => (
              <PersonFacts key={person.group} person={person} startOpen={false} />
            ))}
          </ul>
        </section>
      )}
      {rest.length > 0 && (
        <details className={page["section"]} data-testid="jigsaw-open">
          <summary>
            <b>{t("jigsaw.rest", { count: rest.length })}</b>
          </summary>
          <ul className={styles["clear"]}>
            {rest.map((person) => (
              <PersonFacts key={person.group} person={person} startOpen={false} />
            ))}
          </ul>
        </details>
      )}
      {answer && (
        <Intruder
          questions={answer.questions}
          onAnswered={(questions) => setAnswer({ ...answer, questions })}
        />
      )}
    </main>
  );
}
