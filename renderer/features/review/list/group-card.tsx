// One person or thing: who it is → what stands in the gap, how many places, why. Open, it shows
// the sentence around the chosen place and the acts with their keys.
import { t as translate } from "i18next";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { LabelChip } from "../../../ui/label-chip.tsx";
import { burntLabel, type Group } from "../deciding/places.ts";
import { useGroupName } from "./group-name.ts";
import { OpenCard } from "./open-card.tsx";
import styles from "./group-card.module.css";

interface GroupCardProps {
  readonly group: Group;
  readonly open: boolean;
  readonly onOpen: () => void;
}

export const GroupCard = memo(function GroupCard({ group, open, onOpen }: GroupCardProps) {
  const { t } = useTranslation();
  const name = useGroupName(group);
  const category = t(`categories.${group.category ?? "drawn"}`);
  const places = t("review.places", { count: group.places.length });
  const state = t("review.cardState", {
    undecided: group.undecided,
    accepted: group.accepted,
    refused: group.refused,
  });
  return (
    <div
      role="gridcell"
      className={open ? styles["open"] : styles["card"]}
      data-testid="group"
      data-open={open || undefined}
    >
      <div className={styles["head"]} onClick={open ? undefined : onOpen}>
        <span className="sr-only">{t("review.card", { name, category, places, state })}</span>
        <div className={styles["title"]} aria-hidden="true">
          <span className={styles["name"]}>{name}</span>
          <Becomes group={group} />
        </div>
        <p className={styles["why"]} aria-hidden="true">
          <span className={styles["count"]}>{countWords(group, places)}</span>
          {["", category, ...writtenAs(group)].join(" · ")}
        </p>
      </div>
      {open && <OpenCard group={group} name={name} />}
    </div>
  );
});

/** What sets some places of the group apart is said while it is closed. */
function countWords(group: Group, words: string): string {
  const { toCheck, refused } = group;
  const some = refused > 0 && refused < group.places.length;
  const places = some ? translate("review.refusedOf", { places: words, count: refused }) : words;
  if (toCheck === 0) return places;
  return toCheck === group.places.length
    ? translate("review.allToCheck", { places })
    : translate("review.toCheck", { places, count: toCheck });
}

function Becomes({ group }: { readonly group: Group }) {
  const { t } = useTranslation();
  if (group.undecided === 0 && group.accepted === 0)
    return <span className={styles["kept"]}>{t("review.kept")}</span>;
  const label = burntLabel(group.label, group.reason) ?? t("review.noLabel");
  return (
    <>
      <span className={styles["arrow"]}>→</span>
      <LabelChip text={label} burnt={group.undecided === 0} />
    </>
  );
}

const SHOWN = 4;

function writtenAs(group: Group): string[] {
  if (group.also.length === 0) return [];
  const names = group.also.slice(0, SHOWN).join(", ");
  return [translate("review.also", { names: group.also.length > SHOWN ? `${names}…` : names })];
}
