// The other documents that hold the same person or thing, each with the way to it and, where
// something is undecided there, the act to take it too.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { attempt } from "../../../app/notices.ts";
import { goTo } from "../../../app/session.ts";
import { Button } from "../../../ui/button.tsx";
import { acceptThere, there, useElsewhere } from "../deciding/elsewhere.ts";
import { useMayDecide } from "../deciding/may-decide.ts";
import type { Group } from "../deciding/places.ts";
import card from "./group-card.module.css";
import styles from "./elsewhere-lines.module.css";

export function ElsewhereLines({ group }: { readonly group: Group }) {
  const { t } = useTranslation();
  const documents = useElsewhere((e) => e.documents);
  const decides = useMayDecide();
  const places = useMemo(() => there(documents, group.id), [documents, group.id]);
  if (places.length === 0) return null;
  return (
    <ul className={styles["elsewhere"]} data-testid="elsewhere">
      {places.map((place) => (
        <li key={place.document}>
          <button
            type="button"
            className={card["toggle"]}
            onClick={() => goTo({ at: "review", document: place.document, find: group.name })}
          >
            {place.name}
          </button>
          <span>
            {place.undecided.length > 0
              ? t("review.undecidedThere", { count: place.undecided.length })
              : t("review.decidedThere", { count: place.decided })}
          </span>
          {decides && place.undecided.length > 0 && group.accepted > 0 && (
            <Button
              small
              data-testid="accept-there"
              onPress={() => attempt(() => acceptThere(place, group.label, group.reason))}
            >
              {t("review.acceptThere")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
