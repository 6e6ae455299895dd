// People whom the documents speak of and who are not in the register: taken in with one press, or
// all at once; the label can be put right afterwards.
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FoundPerson } from "../../../shared/policy/found-people.ts";
import { attempt } from "../../app/notices.ts";
import { goTo } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { LabelChip } from "../../ui/label-chip.tsx";
import page from "../../ui/page.module.css";
import { takeIn, usePeople } from "./people-store.ts";
import styles from "./people.module.css";

const SHOWN = 8;

export function Found() {
  const { t } = useTranslation();
  const found = usePeople((p) => p.found);
  const [all, setAll] = useState(false);
  const [busy, setBusy] = useState(false);
  if (found.length === 0) return null;
  const take = (people: readonly FoundPerson[]): void =>
    attempt(async () => {
      setBusy(true);
      try {
        await takeIn(people);
      } finally {
        setBusy(false);
      }
    });
  return (
    <section className={page["section"]} data-testid="found-people">
      <div className={styles["foundHead"]}>
        <div>
          <h2>{t("people.found", { count: found.length })}</h2>
          <p className={page["soft"]}>{t("people.foundHelp")}</p>
        </div>
        <Button isDisabled={busy} data-testid="take-all" onPress={() => take(found)}>
          {t("people.takeAll", { count: found.length })}
        </Button>
      </div>
      <ul className={styles["people"]}>
        {found.slice(0, all ? found.length : SHOWN).map((person) => (
          <li key={person.names.join("|")} className={styles["person"]}>
            <span className={styles["names"]}>
              <b>{person.names[0]}</b>
              <span>
                {[
                  t("review.places", { count: person.places }),
                  ...(person.names.length > 1
                    ? [t("people.also", { names: person.names.slice(1).join(", ") })]
                    : []),
                ].join(" · ")}
              </span>
            </span>
            <LabelChip text={person.label ?? t("people.noLabel")} burnt={false} />
            <Button
              small
              aria-label={`${t("common.goThere")}: ${person.names[0]}`}
              onPress={() =>
                goTo({ at: "review", document: person.first.document, page: person.first.page })
              }
            >
              {t("common.goThere")}
            </Button>
            <Button
              small
              icon={<Plus aria-hidden="true" />}
              isDisabled={busy}
              aria-label={t("people.take", { name: person.names[0] })}
              data-testid="take-person"
              onPress={() => take([person])}
            >
              {t("people.takeIn")}
            </Button>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && (
        <Button small tone="quiet" onPress={() => setAll(!all)}>
          {t(all ? "people.fewer" : "people.all", { count: found.length })}
        </Button>
      )}
    </section>
  );
}
