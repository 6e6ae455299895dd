// One person: the names they go by, the one label that stands for them everywhere, and their kin.
import { useState } from "react";
import { Form } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { PersonCard } from "../../../shared/ipc/people.ts";
import { sentenceOf } from "../../app/client.ts";
import { attempt, tell } from "../../app/notices.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { written } from "../../ui/written.ts";
import { parted } from "./join.ts";
import { KinFields } from "./kin-fields.tsx";
import { PartNames } from "./part-names.tsx";
import { joinPeople, partPeople, removePerson, savePerson } from "./people-store.ts";
import form from "../../ui/form.module.css";
import styles from "./people.module.css";

interface PersonSheetProps {
  readonly person: PersonCard | null;
  readonly people: readonly PersonCard[];
  readonly onClose: () => void;
  readonly onOpen: (person: PersonCard) => void;
  /** The row that two entries became. */
  readonly onJoined: (id: string) => void;
}

/** No id: the person is nobody else in the register. */
const NOBODY = "nobody";

export function PersonSheet({ person, people, onClose, onOpen, onJoined }: PersonSheetProps) {
  const { t } = useTranslation();
  const [names, setNames] = useState(person?.names.join("\n") ?? "");
  const [label, setLabel] = useState(person?.label ?? "");
  const [role, setRole] = useState(person?.role ?? "");
  const [note, setNote] = useState(person?.note ?? "");
  const [kin, setKin] = useState<PersonCard["kin"]>(person?.kin ?? []);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [same, setSame] = useState(NOBODY);
  const [apart, setApart] = useState<readonly string[]>([]);
  const others = people.filter((p) => p.id !== person?.id);
  const stays = others.find((p) => p.id === same);
  const called = names.split("\n").flatMap((n) => (n.trim() === "" ? [] : [n.trim()]));

  const save = async (): Promise<void> => {
    try {
      if (stays && person) {
        await joinPeople(stays, { ...person, names: called });
        onJoined(stays.id);
        tell(t("people.joined", { name: stays.names[0] }), "done", {
          words: t("review.undo"),
          run: () => partPeople(stays, person, people),
        });
        return;
      }
      const { own, others: theirs } = parted(called, apart);
      await savePerson({
        id: person?.id,
        names: [...own],
        label: written(label),
        role: written(role),
        note: written(note),
        kin: [...kin],
      });
      if (theirs.length > 0) {
        const fresh = { names: [...theirs], label: null, role: null, note: null, kin: [] };
        const parted = await savePerson(fresh);
        tell(t("people.parted", { name: theirs[0] }), "done", {
          words: t("people.giveLabel"),
          run: async () => onOpen(parted),
        });
      }
      onClose();
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };

  return (
    <Sheet
      title={person ? person.names[0]! : t("people.add")}
      onClose={onClose}
      size="wide"
      testId="person-form"
    >
      <Form
        className={styles["form"]!}
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={form["pair"]}>
          <Field
            label={t("people.names")}
            help={t("people.namesHelp")}
            rows={4}
            value={names}
            onChange={setNames}
            autoFocus
            testId="person-names"
          />
          <div className={styles["beside"]}>
            {same === NOBODY && (
              <>
                <Field
                  label={t("people.label")}
                  help={t("people.labelHelp")}
                  value={label}
                  onChange={setLabel}
                  maxLength={80}
                  testId="person-label"
                />
                <Field label={t("people.role")} value={role} onChange={setRole} maxLength={60} />
              </>
            )}
          </div>
        </div>
        {person && others.length > 0 && (
          <Choice
            label={t("people.same")}
            options={[
              { id: NOBODY, name: t("people.sameNobody") },
              ...others.map((p) => ({
                id: p.id,
                name: p.label ? `${p.names[0]} (${p.label})` : p.names[0]!,
              })),
            ]}
            value={same}
            onChange={setSame}
            testId="same-person"
          />
        )}
        {stays && (
          <p role="status" className={styles["becomes"]} data-testid="join-help">
            {t(stays.label ? "people.joinHelp" : "people.joinHelpBare", {
              name: stays.names[0],
              label: stays.label,
              names: called.join(", "),
            })}
          </p>
        )}
        {same === NOBODY && (
          <>
            {person && <PartNames names={called} apart={apart} onChange={setApart} />}
            <div className={form["pair"]}>
              <KinFields kin={kin} others={others} onChange={setKin} />
              <Field
                label={t("people.note")}
                value={note}
                onChange={setNote}
                maxLength={500}
                rows={2}
              />
            </div>
          </>
        )}
        {trouble && (
          <p role="alert" className={styles["trouble"]}>
            {trouble}
          </p>
        )}
        <div className={styles["acts"]}>
          {person && same === NOBODY && (
            <Button
              tone="stop"
              onPress={() => {
                onClose();
                attempt(async () => {
                  await removePerson(person.id);
                  const { id: _, ...again } = person;
                  tell(t("people.removed", { name: person.names[0] }), "done", {
                    words: t("review.undo"),
                    run: () =>
                      savePerson({ ...again, names: [...again.names], kin: [...again.kin] }),
                  });
                });
              }}
            >
              {t("people.remove")}
            </Button>
          )}
          <span className={styles["space"]} />
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button
            type="submit"
            tone="primary"
            isDisabled={parted(called, apart).own.length === 0}
            data-testid="save-person"
          >
            {t(same === NOBODY ? "people.save" : "people.join")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
