// The trail as a timeline in plain words, with filters and the check of the chain.
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TrailEntry } from "../../../shared/ipc/trail.ts";
import { ask } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { useSession } from "../../app/session.ts";
import { dayOf } from "../../i18n/when.ts";
import { Button } from "../../ui/button.tsx";
import { ChainCheck } from "./chain-check.tsx";
import { Entry } from "./entry.tsx";
import { TrailCopies } from "./trail-copies.tsx";
import { TrailFilters, NO_FILTER, type TrailFilter } from "./trail-filters.tsx";
import styles from "./trail.module.css";

const STEP = 100;

export function Trail() {
  const { t } = useTranslation();
  const users = useSession((s) => s.open?.users ?? NONE);
  const documents = useSession((s) => s.open?.documents ?? NONE);
  const [filter, setFilter] = useState<TrailFilter>(NO_FILTER);
  const [entries, setEntries] = useState<readonly TrailEntry[] | null>(null);
  const [total, setTotal] = useState(0);

  useEffect(() => {
    let current = true;
    attempt(async () => {
      const answer = await ask("trail.list", { limit: STEP, ...wanted(filter) });
      if (!current) return;
      setEntries(answer.entries);
      setTotal(answer.total);
    });
    return () => {
      current = false;
    };
  }, [filter]);

  const more = (): void =>
    attempt(async () => {
      const before = entries?.at(-1)?.seq;
      const answer = await ask("trail.list", { limit: STEP, before, ...wanted(filter) });
      setEntries((now) => [...(now ?? []), ...answer.entries]);
    });

  const nameOf = useMemo(
    () => new Map(documents.map((d) => [d.id as string, d.name.replace(/\.pdf$/i, "")])),
    [documents],
  );
  const days = useMemo(() => byDay(entries ?? []), [entries]);
  return (
    <main className={styles["trail"]}>
      <div className={styles["head"]}>
        <div>
          <h1>{t("trail.title")}</h1>
          <p className={styles["intro"]}>{t("trail.intro")}</p>
        </div>
        <TrailCopies />
      </div>
      <ChainCheck />
      <TrailFilters
        filter={filter}
        people={users.map((u) => u.name)}
        documents={[...nameOf].map(([id, name]) => ({ id, name }))}
        onChange={setFilter}
      />
      <p className={styles["total"]} role="status">
        {t("trail.entries", { count: total })}
      </p>
      {entries?.length === 0 && <p className={styles["none"]}>{t("trail.none")}</p>}
      {days.map(([day, list]) => (
        <section key={day} className={styles["day"]}>
          <h2>{day}</h2>
          <ol>
            {list.map((entry) => (
              <Entry
                key={entry.seq}
                entry={entry}
                documentName={entry.document === null ? undefined : nameOf.get(entry.document)}
              />
            ))}
          </ol>
        </section>
      ))}
      {entries && entries.length < total && entries.length > 0 && (
        <Button data-testid="trail-more" onPress={more}>
          {t("trail.more")}
        </Button>
      )}
    </main>
  );
}

const NONE: never[] = [];

const wanted = (filter: TrailFilter) => ({
  ...(filter.kind === "all" ? {} : { kind: filter.kind }),
  ...(filter.by === "all" ? {} : { by: filter.by }),
  ...(filter.document === "all" ? {} : { document: filter.document }),
  ...(filter.page === null ? {} : { page: filter.page }),
});

/** Entries come newest first; days keep that order. */
function byDay(entries: readonly TrailEntry[]): readonly (readonly [string, TrailEntry[]])[] {
  const days = new Map<string, TrailEntry[]>();
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const list = days.get(day);
    if (list) list.push(entry);
    else days.set(day, [entry]);
  }
  return [...days];
}
