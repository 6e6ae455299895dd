// What stays readable here can stay so in every document of the case: the panel, an author, the
// authority by decision. Only the words shown on the button go on the list.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ask } from "../../../app/client.ts";
import { attempt, tell } from "../../../app/notices.ts";
import type { Place } from "../deciding/places.ts";
import styles from "./group-card.module.css";

/** Characters of a name; what is longer is no name. */
const LONGEST = 60;

export function KeepAlways({ place }: { readonly place: Place }) {
  const { t } = useTranslation();
  const [listed, setListed] = useState<string | null>(null);
  const text = place.text?.replaceAll(/\s+/gu, " ").trim() ?? "";
  if (text === "" || text.length > LONGEST || listed === text) return null;
  const keep = async (): Promise<void> => {
    await ask("lists.add", { list: "allow", text, fuzzy: false, pattern: false });
    setListed(text);
    tell(t("people.listed_allow", { text }));
  };
  return (
    <button
      type="button"
      className={styles["toggle"]}
      data-testid="keep-always"
      onClick={() => attempt(keep)}
    >
      {t("review.keepAlways", { text })}
    </button>
  );
}
