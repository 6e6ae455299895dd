// Marking all places of searched words at once: what they are burnt as is asked first, with the
// label such words have elsewhere already filled in.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReasonCode } from "../../../../shared/policy/reasons.ts";
import { attempt } from "../../../app/notices.ts";
import { Button } from "../../../ui/button.tsx";
import { written } from "../../../ui/written.ts";
import { knownLabel, type HitsToMark, type Stretch } from "../deciding/hits.ts";
import { burntLabel, type Place } from "../deciding/places.ts";
import { markPlaces } from "../deciding/mark-text.ts";
import { focusList, focusSearch } from "../search-field.ts";
import { useReview } from "../store.ts";
import { LabelAndReason } from "./label-and-reason.tsx";
import styles from "./label-form.module.css";
import form from "../../../ui/form.module.css";

interface MarkHitsProps {
  readonly query: string;
  readonly hits: HitsToMark<Stretch>;
  readonly onDone: () => void;
}

export function MarkHits({ query, hits, onDone }: MarkHitsProps) {
  const { t } = useTranslation();
  const [known] = useState(() => knownLabel(useReview.getState().index, query));
  const [label, setLabel] = useState(known?.label ?? "");
  const [reason, setReason] = useState<ReasonCode>(known?.reason ?? "other");
  const { places, doubtful, loose } = hits;
  const count = places.length + loose.length;
  const leave = (): void => {
    onDone();
    focusSearch();
  };
  const mark = (): void => {
    onDone();
    focusList();
    attempt(() => markPlaces(hits, { label: written(label), reason }));
  };
  return (
    <form
      ref={(form) => form?.scrollIntoView({ block: "nearest" })}
      className={styles["form"]}
      aria-label={t("review.markAllHits", { count })}
      data-testid="mark-hits-form"
      onSubmit={(event) => {
        event.preventDefault();
        mark();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        leave();
      }}
    >
      {places.length > 0 && <OwnLabels places={places} />}
      {doubtful > 0 && <p>{t("review.hitsDoubtful", { count: doubtful })}</p>}
      {loose.length > 0 && (
        <LabelAndReason
          {...(places.length > 0 && { words: t("review.hitsLabel", { count: loose.length }) })}
          label={label}
          reason={reason}
          onLabel={setLabel}
          onReason={setReason}
          testId="mark-hits-label"
        />
      )}
      <div className={form["acts"]}>
        <Button small onPress={leave}>
          {t("common.cancel")}
        </Button>
        <Button
          small
          type="submit"
          tone="primary"
          autoFocus={loose.length === 0}
          data-testid="mark-hits-confirm"
        >
          {t("review.markAllHits", { count })}
        </Button>
      </div>
    </form>
  );
}

/** Words that several people share are taken as each of theirs. */
function OwnLabels({ places }: { readonly places: readonly Place[] }) {
  const { t } = useTranslation();
  const groups = useReview((r) => r.index.groupById);
  const counts = new Map<string, number>();
  for (const { group, label, reason } of places) {
    const name = groups.get(group)?.name ?? "";
    const line = `${name} → ${burntLabel(label, reason) ?? t("review.noLabel")}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return (
    <div data-testid="own-labels">
      <p>{t("review.hitsOwn", { count: places.length })}</p>
      <ul>
        {[...counts].map(([line, times]) => (
          <li key={line}>{times > 1 ? `${line} (${times})` : line}</li>
        ))}
      </ul>
    </div>
  );
}
