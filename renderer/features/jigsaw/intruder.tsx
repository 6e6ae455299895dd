// The motivated intruder's questions: somebody without special knowledge, but who wants to know.
// Each is answered by a person; the trail keeps who answered what and when.
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  INTRUDER_ANSWERS,
  type IntruderAnswer,
  type IntruderQuestion,
} from "../../../shared/ipc/jigsaw.ts";
import { ask } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { whenOf } from "../../i18n/when.ts";
import page from "../../ui/page.module.css";
import styles from "./jigsaw.module.css";

interface IntruderProps {
  readonly questions: readonly IntruderQuestion[];
  readonly onAnswered: (questions: readonly IntruderQuestion[]) => void;
}

export function Intruder({ questions, onAnswered }: IntruderProps) {
  const { t } = useTranslation();
  const [now] = useState(() => new Date());
  const left = questions.filter((q) => q.answer === null || q.answer === "open").length;
  const give = (question: number, answer: IntruderAnswer): void =>
    attempt(async () => onAnswered(await ask("jigsaw.answer", { question, answer })));
  return (
    <section className={page["section"]} data-testid="intruder">
      <h2>{t("jigsaw.intruder")}</h2>
      <p className={page["lead"]}>
        {t("jigsaw.intruderHelp")} {t("jigsaw.left", { count: left })}
      </p>
      <ol className={page["list"]}>
        {questions.map(({ text, answer, at, by }, i) => (
          <li key={text} className={`${page["card"]} ${page["row"]}`} data-answer={answer}>
            <div className={page["grow"]}>
              <p>{text}</p>
              {at && by && (
                <p className={page["small"]}>
                  {by}, {whenOf(at, now)}
                </p>
              )}
            </div>
            <ToggleButtonGroup
              className={styles["answers"]!}
              aria-label={text}
              selectionMode="single"
              selectedKeys={answer === null ? [] : [answer]}
              onSelectionChange={(keys) => {
                const [chosen] = keys;
                if (chosen) give(i, chosen as IntruderAnswer);
              }}
            >
              {INTRUDER_ANSWERS.map((id) => (
                <ToggleButton
                  key={id}
                  id={id}
                  className={styles["answer"]!}
                  data-testid={`intruder-${id}`}
                >
                  {t(`jigsaw.answer.${id}`)}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          </li>
        ))}
      </ol>
    </section>
  );
}
