// One text that is removed in one place and readable in others: where, and settling all of it in one
// act. Removing and leaving are decisions like any other: they are in the trail and can be undone.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { attempt, tell } from "../../app/notices.ts";
import { goTo, useSession } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { ReasonSheet } from "../../ui/reason-sheet.tsx";
import type { Pair, PairPlaces } from "./pairs.ts";
import { settlePair } from "./people-store.ts";
import styles from "./people.module.css";

interface PairLineProps {
  readonly pair: Pair;
}

export function PairLine({ pair }: PairLineProps) {
  const { t } = useTranslation();
  const documents = useSession((s) => s.open?.documents ?? NONE);
  const decides = useSession((s) => s.open?.user.role === "analyst" && !s.open.frozen);
  const [asking, setAsking] = useState(false);
  const nameOf = (id: string): string =>
    documents.find((d) => d.id === id)?.name.replace(/\.pdf$/i, "") ?? "";
  const first = pair.where.find((w) => w.page > 0);
  // What was published before is out: only its reader's knowledge can be reckoned with.
  const inReach = pair.where.filter(
    (w) => w.page > 0 && documents.find((d) => d.id === w.document)?.role !== "earlier-version",
  );
  const count = inReach.reduce((n, w) => n + w.places, 0);
  const settled = (n: number): void => tell(t("people.pair.settled", { count: n }));
  return (
    <li data-testid="pair">
      <span>
        <b>“{pair.term}”</b>{" "}
        {t("people.pair.removed", { page: pair.burntOnPage, document: nameOf(pair.burntIn) })}{" "}
        {pair.where
          .map((w) =>
            t(wordsFor(w, pair.burntIn), {
              count: w.places,
              document: nameOf(w.document),
              page: w.page,
            }),
          )
          .join("; ")}
        .
      </span>
      <span className={styles["settle"]}>
        {decides && pair.blocks && count > 0 && (
          <Button
            small
            tone="primary"
            data-testid="pair-remove"
            onPress={() =>
              attempt(async () => settled(await settlePair(pair.term, "remove", null)))
            }
          >
            {t("people.pair.remove", { count })}
          </Button>
        )}
        {decides && pair.blocks && (
          <Button small data-testid="pair-leave" onPress={() => setAsking(true)}>
            {t("people.pair.leave")}
          </Button>
        )}
        {first && (
          <Button
            small
            onPress={() =>
              goTo({ at: "review", document: first.document, page: first.page, find: pair.term })
            }
          >
            {t("common.goThere")}
          </Button>
        )}
      </span>
      {asking && (
        <ReasonSheet
          title={t("people.pair.leaveTitle", { term: pair.term })}
          help={t("people.pair.leaveHelp")}
          label={t("common.reason")}
          confirm={t("people.pair.leaveSave")}
          most={500}
          onClose={() => setAsking(false)}
          onConfirm={async (note) => settled(await settlePair(pair.term, "leave", note))}
        />
      )}
    </li>
  );
}

const wordsFor = ({ document, page }: PairPlaces, burntIn: string) => {
  if (page === 0) return "people.pair.hidden" as const;
  return document === burntIn ? ("people.pair.here" as const) : ("people.pair.readable" as const);
};

const NONE: never[] = [];
