// The people of the case: who they are, what they are called in print, how they belong together,
// and what the register finds when it looks over all documents.
import { UserPlus } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonCard } from "../../../shared/ipc/people.ts";
import { attempt } from "../../app/notices.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { LabelChip } from "../../ui/label-chip.tsx";
import page from "../../ui/page.module.css";
import { findPeople } from "./find-people.ts";
import { Findings } from "./findings.tsx";
import { Found } from "./found.tsx";
import { KinView } from "./kin-view.tsx";
import { loadPeople, useMayRegister, usePeople } from "./people-store.ts";
import { PersonSheet } from "./person-sheet.tsx";
import { LISTS, TextLists } from "./text-lists.tsx";
import styles from "./people.module.css";

export function People() {
  const { t } = useTranslation();
  const people = usePeople((p) => p.people);
  const [open, setOpen] = useState<PersonCard | "new" | null>(null);
  const [query, setQuery] = useState("");
  const changes = useMayRegister();
  const shown = findPeople(people ?? [], query);
  useEffect(() => attempt(loadPeople), []);
  return (
    <main className={page["page"]} data-testid="people">
      <div className={page["head"]}>
        <div>
          <h1>{t("people.title")}</h1>
          <p className={page["soft"]}>{t("people.intro")}</p>
        </div>
        {changes && (
          <Button
            icon={<UserPlus aria-hidden="true" />}
            data-testid="add-person"
            onPress={() => setOpen("new")}
          >
            {t("people.add")}
          </Button>
        )}
      </div>
      <Findings />
      {people && <KinView people={people} onChoose={changes ? setOpen : undefined} />}
      {people && people.length > 0 && (
        <div className={styles["registerHead"]}>
          <h2>{t("people.register", { count: people.length })}</h2>
          {people.length > LONG && (
            <Button small tone="quiet" onPress={toTexts}>
              {t("people.toLists")}
            </Button>
          )}
        </div>
      )}
      {people && people.length > LONG && (
        <div className={styles["find"]} role="search">
          <Field
            type="search"
            label={t("people.find")}
            value={query}
            onChange={setQuery}
            maxLength={200}
            autoComplete="off"
            spellCheck="false"
            testId="find-person"
          />
          <p role="status">
            {query.trim() !== "" && t("people.findCount", { count: shown.length })}
          </p>
        </div>
      )}
      {people?.length === 0 && (
        <p className={page["empty"]}>{t(changes ? "people.none" : "people.noneKept")}</p>
      )}
      <ul className={styles["people"]}>
        {shown.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              id={rowOf(person.id)}
              className={styles["person"]}
              disabled={!changes}
              data-testid="person"
              onClick={() => setOpen(person)}
            >
              <span className={styles["names"]}>
                <b>{person.names[0]}</b>
                {person.names.length > 1 && (
                  <span>{t("people.also", { names: person.names.slice(1).join(", ") })}</span>
                )}
                <Kin person={person} people={people ?? []} />
              </span>
              <span className={styles["role"]}>{person.role}</span>
              {person.label ? (
                <LabelChip text={person.label} burnt />
              ) : (
                <LabelChip text={t("people.noLabel")} burnt={false} />
              )}
            </button>
          </li>
        ))}
      </ul>
      {changes && <Found />}
      <TextLists />
      {open && people && (
        <PersonSheet
          key={open === "new" ? "new" : open.id}
          person={open === "new" ? null : open}
          people={people}
          onClose={() => setOpen(null)}
          onOpen={setOpen}
          onJoined={(id) => {
            setOpen(null);
            setQuery("");
            setTimeout(() => document.getElementById(rowOf(id))?.focus(), SHEET_GONE);
          }}
        />
      )}
    </main>
  );
}

/** From so many people on, the lists below them are out of sight. */
const LONG = 6;

/** Milliseconds until a sheet that closes has let go of the focus. */
const SHEET_GONE = 50;

const rowOf = (person: string): string => `person-${person}`;

function toTexts(): void {
  const lists = document.getElementById(LISTS);
  lists?.scrollIntoView({ block: "start" });
  lists?.focus({ preventScroll: true });
}

interface KinProps {
  readonly person: PersonCard;
  readonly people: readonly PersonCard[];
}

function Kin({ person, people }: KinProps) {
  const { t } = useTranslation();
  const words = person.kin.flatMap(({ other, relation }) => {
    const name = people.find((p) => p.id === other)?.names[0];
    return name ? [t(`people.is.${relation}`, { name })] : [];
  });
  return words.length > 0 ? <span>{words.join(", ")}</span> : null;
}
