// Why a place was suggested, one reason a line. Who else could be meant comes first and is never
// overlooked: such a place is decided by a person.
import { useTranslation } from "react-i18next";
import type { Place } from "../deciding/places.ts";
import { reasonsOf } from "../../../../shared/detect/doubt.ts";
import styles from "./group-card.module.css";

export function Why({ place, why }: { readonly place: Place; readonly why: string }) {
  const { t } = useTranslation();
  const { doubt, reasons } = reasonsOf(why);
  return (
    <div>
      {place.standing === "undecided" && place.tier === "check" && !doubt && (
        <p className={styles["doubt"]}>{t("review.tierCheck")}</p>
      )}
      {doubt && (
        <p className={styles["doubt"]} data-testid="doubt">
          {upperFirst(doubt)}.
        </p>
      )}
      <p className={styles["why"]}>{reasons.map(upperFirst).join(". ")}</p>
    </div>
  );
}

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
