// The inside of the open card: the chosen place in its sentence, the acts, the other places.
import { useState } from "react";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button as AriaButton } from "react-aria-components";
import { useView } from "../view.ts";
import { useReview } from "../store.ts";
import { select, stepInGroup } from "../deciding/select.ts";
import { takenUnder } from "../deciding/covered.ts";
import type { Group, Place } from "../deciding/places.ts";
import { CardActs, RefuseEverywhere } from "./card-acts.tsx";
import { Context } from "./context.tsx";
import { useMayDecide } from "../deciding/may-decide.ts";
import { WalkActs } from "./walk-acts.tsx";
import { ElsewhereLines } from "./elsewhere-lines.tsx";
import { OpenComments } from "./open-comments.tsx";
import { PlaceHistory } from "./place-history.tsx";
import { KeepAlways } from "./keep-always.tsx";
import { LabelForm } from "./label-form.tsx";
import { Why } from "./why.tsx";
import styles from "./group-card.module.css";

interface OpenCardProps {
  readonly group: Group;
  readonly name: string;
}

export function OpenCard({ group, name }: OpenCardProps) {
  const { t } = useTranslation();
  const selected = useView((v) => v.selected);
  const labelling = useView((v) => v.labelling);
  const showAll = useView((v) => v.showAll);
  const document = useReview((r) => r.document);
  const place = group.places.find((p) => p.id === selected) ?? group.places[0]!;
  const at = group.places.indexOf(place) + 1;
  const decides = useMayDecide();
  const complete = useReview((r) => r.complete);
  const [history, setHistory] = useState<string | null>(null);
  const many = group.places.length > 1;
  return (
    <div className={styles["body"]}>
      {place.why && <Why place={place} why={place.why} />}
      {document && <Context document={document} place={place} />}
      {place.standing === "drawn" && <Under place={place} />}
      <OpenComments of={(c) => c.target === place.id} />
      {place.note && <p className={styles["why"]}>{t("review.note", { note: place.note })}</p>}
      <div className={styles["where"]}>
        <span>
          {many
            ? t("review.place", { at, of: group.places.length, page: place.page })
            : t("common.page", { page: place.page })}
          {place.standing !== "undecided" &&
            place.standing !== "drawn" &&
            ` · ${t(`review.standing.${place.standing}`)}`}
        </span>
        {many && (
          <span className={styles["stepper"]}>
            <AriaButton
              aria-label={t("review.previousPlace")}
              isDisabled={at === 1}
              onPress={() => stepInGroup(-1)}
            >
              <ChevronUp size={18} aria-hidden="true" />
            </AriaButton>
            <AriaButton
              aria-label={t("review.nextPlace")}
              isDisabled={at === group.places.length}
              onPress={() => stepInGroup(1)}
            >
              <ChevronDown size={18} aria-hidden="true" />
            </AriaButton>
          </span>
        )}
      </div>
      {labelling && decides && (
        <LabelForm key={`${place.id}-${labelling}`} group={group} place={place} name={name} />
      )}
      {!labelling && decides && <CardActs group={group} place={place} />}
      {!decides && complete && <WalkActs place={place} />}
      {many && !labelling && (
        <div className={styles["more"]}>
          <button
            type="button"
            className={styles["toggle"]}
            aria-expanded={showAll}
            onClick={() => useView.setState({ showAll: !showAll })}
          >
            {showAll
              ? t("review.fewerPlaces")
              : t("review.allPlaces", { count: group.places.length })}
          </button>
          {decides && <RefuseEverywhere group={group} />}
        </div>
      )}
      {many && showAll && !labelling && <AllPlaces places={group.places} chosen={place.id} />}
      {place.standing === "refused" && decides && !labelling && <KeepAlways place={place} />}
      {!labelling && <ElsewhereLines group={group} />}
      {place.standing !== "undecided" && !labelling && (
        <button
          type="button"
          className={styles["toggle"]}
          aria-expanded={history === place.id}
          data-testid="toggle-history"
          onClick={() => setHistory(history === place.id ? null : place.id)}
        >
          {t("review.history")}
        </button>
      )}
      {document && history === place.id && (
        <PlaceHistory key={place.standing} document={document} target={place.id} />
      )}
    </div>
  );
}

/** What a drawn box took with it. */
function Under({ place }: { readonly place: Place }) {
  const { t } = useTranslation();
  const count = useReview((r) => takenUnder(place, r.index));
  return count > 0 && <p className={styles["why"]}>{t("review.covers", { count })}</p>;
}

interface AllPlacesProps {
  readonly places: readonly Place[];
  readonly chosen: string;
}

function AllPlaces({ places, chosen }: AllPlacesProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles["places"]}>
      {places.map((p) => (
        <li key={p.id}>
          <button
            type="button"
            aria-current={p.id === chosen}
            onClick={() => {
              select(p.id);
              useView.setState({ showAll: true });
            }}
          >
            <span className={styles[`state-${p.standing}`]} aria-hidden="true" />
            <span>{t("common.page", { page: p.page })}</span>
            <span className={styles["placeText"]}>{p.text}</span>
            <span className={styles["placeState"]}>{t(`review.standing.${p.standing}`)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
