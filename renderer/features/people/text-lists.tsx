// What is never suggested (panel, authors, the authority by decision) and what always is.
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListItem } from "../../../shared/ipc/people.ts";
import { attempt, tell } from "../../app/notices.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import page from "../../ui/page.module.css";
import { addToList, removeFromList, useMayRegister, usePeople } from "./people-store.ts";
import styles from "./people.module.css";

export const LISTS = "texts-of-the-case";

export function TextLists() {
  const { t } = useTranslation();
  return (
    <section id={LISTS} className={page["section"]} tabIndex={-1} aria-label={t("people.lists")}>
      <h2>{t("people.lists")}</h2>
      <div className={page["columns"]}>
        <TextList list="allow" />
        <TextList list="deny" />
      </div>
    </section>
  );
}

function TextList({ list }: { readonly list: ListItem["list"] }) {
  const { t } = useTranslation();
  const items = usePeople((p) => p.lists);
  const changes = useMayRegister();
  const [text, setText] = useState("");
  const add = (): void => {
    if (text.trim() === "") return;
    const item = { list, text: text.trim(), fuzzy: list === "deny", pattern: false };
    setText("");
    attempt(async () => {
      await addToList(item);
      tell(t(`people.listed_${list}`, { text: item.text }));
    });
  };
  return (
    <div className={page["card"]}>
      {changes ? (
        <form
          className={styles["addText"]}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <Field
            label={t(`people.${list}`)}
            help={t(`people.${list}Help`)}
            value={text}
            onChange={setText}
            maxLength={200}
          />
          <Button type="submit" isDisabled={text.trim() === ""} data-testid={`add-${list}`}>
            {t("people.addText")}
          </Button>
        </form>
      ) : (
        <h3>{t(`people.${list}`)}</h3>
      )}
      <ul className={styles["texts"]}>
        {items
          .filter((i) => i.list === list)
          .map((item) => (
            <li key={item.id}>
              <span>{item.text}</span>
              {changes && (
                <Button
                  tone="quiet"
                  small
                  aria-label={t("people.removeText", { text: item.text })}
                  icon={<X aria-hidden="true" />}
                  onPress={() => attempt(() => removeFromList(item.id))}
                />
              )}
            </li>
          ))}
      </ul>
    </div>
  );
}
