// The acts of the open card with their keys. Each button is a command: what is not possible now is
// not shown.
import { useTranslation } from "react-i18next";
import type { CommandId } from "../../../commands/command.ts";
import { commandOf, runCommand } from "../../../commands/table.ts";
import { useSettings } from "../../../app/settings.ts";
import { Button, type ButtonProps } from "../../../ui/button.tsx";
import { acceptable, refusable } from "../deciding/decide.ts";
import { generalisations } from "../deciding/generalise.ts";
import { SayWhy } from "./say-why.tsx";
import type { Group, Place } from "../deciding/places.ts";
import { focusList } from "../search-field.ts";
import styles from "./group-card.module.css";

interface CardActsProps {
  readonly group: Group;
  readonly place: Place;
}

export function CardActs({ group, place }: CardActsProps) {
  const { t } = useTranslation();
  const open = acceptable(group).length;
  const undecided = place.standing === "undecided";
  const drawn = place.standing === "drawn";
  const canAccept = undecided || place.standing === "refused";
  return (
    <div className={styles["acts"]}>
      {canAccept && (
        <Act id="accept" tone={undecided ? "primary" : "plain"}>
          {t("review.accept")}
        </Act>
      )}
      {open > (undecided ? 1 : 0) && (
        <Act id="acceptAll" tone={canAccept ? "plain" : "primary"}>
          {t("review.acceptAll", { count: open })}
        </Act>
      )}
      {place.standing !== "refused" && (
        <Act id="refuse">{t(drawn ? "review.remove" : "review.refuse")}</Act>
      )}
      <Act id="label">{t("review.label")}</Act>
      {place.text !== null &&
        generalisations(place.text, place.category, place.label).length > 0 && (
          <Act id="generalise">{t("review.generalise")}</Act>
        )}
      <Act id="adjust">{t("review.adjust")}</Act>
      {place.standing === "refused" && <SayWhy place={place} />}
    </div>
  );
}

/** Stands apart from the others: it takes a whole person or thing out of the review. */
export function RefuseEverywhere({ group }: { readonly group: Group }) {
  const { t } = useTranslation();
  const taken = refusable(group).length;
  if (taken < 2) return null;
  return (
    <Act id="refuseAll" tone="quiet">
      {t("review.refuseAll", { count: taken })}
    </Act>
  );
}

interface ActProps extends Pick<ButtonProps, "tone" | "children"> {
  readonly id: CommandId;
}

function Act({ id, tone, children }: ActProps) {
  const singleKeys = useSettings((s) => s.singleKeys);
  const key = commandOf(id).keys[0];
  return (
    <Button
      small
      tone={tone}
      keys={singleKeys ? key : undefined}
      aria-keyshortcuts={key}
      data-testid={`act-${id}`}
      onPress={() => {
        focusList();
        runCommand(id);
      }}
    >
      {children}
    </Button>
  );
}
