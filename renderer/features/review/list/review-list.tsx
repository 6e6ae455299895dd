// The right-hand column: search, filters, and the list of people and things.
import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { howFar } from "../../../app/reading-words.ts";
import { useSession } from "../../../app/session.ts";
import { useMayDecide } from "../deciding/may-decide.ts";
import { useWalk } from "../walk.ts";
import { listed } from "../deciding/filters.ts";
import { useReview } from "../store.ts";
import { useView } from "../view.ts";
import { AcceptSuggested } from "./accept-suggested.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { GroupList } from "./group-list.tsx";
import { PageComments } from "./page-comments.tsx";
import { Pictures } from "./pictures.tsx";
import { SearchBox } from "./search-box.tsx";
import { WalkList } from "./walk-list.tsx";
import { WhatNext } from "./what-next.tsx";
import { TextHits } from "./text-hits.tsx";
import styles from "./review-list.module.css";

/** Why nothing can be decided here, where that is so. */
function ReadOnlyNote() {
  const { t } = useTranslation();
  const frozen = useSession((s) => s.open?.frozen ?? false);
  const onWalk = useWalk((w) => w.toSee !== null);
  const complete = useReview((r) => r.complete);
  const decides = useMayDecide();
  if (decides || onWalk || !complete) return null;
  return (
    <p className={styles["reading"]} role="note" data-testid="read-only">
      {t(frozen ? "signoff.frozenNote" : "signoff.readOnly")}
    </p>
  );
}

/** How far the reading has come, as the desk says it. */
function HowFar() {
  const document = useReview((r) => r.document);
  const reading = useSession((s) => (document ? s.reading.get(document) : undefined));
  return reading && <b>{howFar(reading, reading.total, true).words}</b>;
}

export function ReviewList() {
  const { t } = useTranslation();
  const index = useReview((r) => r.index);
  const complete = useReview((r) => r.complete);
  const filter = useView((v) => v.filter);
  const query = useDeferredValue(useView((v) => v.query));
  const open = useView((v) => (v.selected ? (index.byId.get(v.selected)?.group ?? null) : null));
  const searching = query.trim() !== "";
  const groups = useMemo(() => listed(index, filter, query, open), [index, filter, query, open]);
  const pictures = filter === "pictures" && !searching;
  const walk = filter === "tosee" && !searching;
  return (
    <aside className={styles["column"]} aria-label={t("review.list")}>
      <div className={styles["head"]}>
        <SearchBox />
        <FilterBar />
        {!searching && <AcceptSuggested />}
        <ReadOnlyNote />
        {!walk && <PageComments />}
        {!complete && (
          <p className={styles["reading"]} role="note" data-testid="still-reading">
            {t("review.stillReading")} <HowFar />
          </p>
        )}
      </div>
      {pictures && <WhatNext />}
      {pictures && <Pictures />}
      {walk && <WalkList />}
      {!pictures && !walk && (
        <GroupList groups={groups} openGroup={open} searching={searching}>
          {searching ? <TextHits query={query.trim()} /> : <WhatNext />}
        </GroupList>
      )}
    </aside>
  );
}
