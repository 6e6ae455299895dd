// Where the searched words stand in the text of all documents of the case, marked or not. What was
// missed is marked from here, one place or all of this document at once.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ask } from "../../../app/client.ts";
import { attempt } from "../../../app/notices.ts";
import { goTo, useSession } from "../../../app/session.ts";
import type { ResponseOf } from "../../../../shared/ipc/contract.ts";
import { Button } from "../../../ui/button.tsx";
import { hitsToMark, uncovered } from "../deciding/hits.ts";
import { useMayDecide } from "../deciding/may-decide.ts";
import { MarkHits } from "./mark-hits.tsx";
import { showText } from "../pages/show-text.ts";
import { useReview } from "../store.ts";
import styles from "./text-hits.module.css";

type Hits = ResponseOf<"documents.find">;

const PAUSE = 250;
const SHOWN = 100;

export function TextHits({ query }: { readonly query: string }) {
  const { t } = useTranslation();
  const document = useReview((r) => r.document);
  const decides = useMayDecide();
  const [hits, setHits] = useState<Hits | null>(null);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      attempt(async () => {
        const found = await ask("documents.find", { text: query });
        if (current) setHits(found);
      });
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query]);

  const [marking, setMarking] = useState(false);
  const index = useReview((r) => r.index);

  if (!hits) return null;
  const here = hits.filter((h) => h.document === document);
  const open = new Set(uncovered(here, index));
  const toMark = hitsToMark(here, index);
  const count = toMark.places.length + toMark.loose.length;
  return (
    <section className={styles["hits"]} data-testid="text-hits">
      <div className={styles["head"]}>
        <h3>
          {hits.length > 0 ? t("review.inText", { count: hits.length }) : t("review.inTextNone")}
        </h3>
        {count > 0 && !marking && decides && (
          <Button small data-testid="mark-hits" onPress={() => setMarking(true)}>
            {t("review.markAllHits", { count })}
          </Button>
        )}
      </div>
      {marking && <MarkHits query={query} hits={toMark} onDone={() => setMarking(false)} />}
      <ul>
        {hits.slice(0, SHOWN).map((hit) => (
          <Hit
            key={`${hit.document}-${hit.page}-${hit.start}`}
            hit={hit}
            query={query}
            marked={hit.document === document && !open.has(hit)}
          />
        ))}
      </ul>
    </section>
  );
}

interface HitProps {
  readonly hit: Hits[number];
  readonly query: string;
  /** True where a mark covers it already. */
  readonly marked: boolean;
}

function Hit({ hit, query, marked }: HitProps) {
  const { t } = useTranslation();
  const here = useReview((r) => r.document === hit.document);
  const name = useSession((s) => s.open?.documents.find((d) => d.id === hit.document)?.name ?? "");
  const go = (): void => {
    if (!here) {
      goTo({ at: "review", document: hit.document, page: hit.page, find: query });
      return;
    }
    attempt(() => showText(hit, true));
  };
  return (
    <li>
      <button type="button" className={styles["hit"]} onClick={go}>
        <span className={styles["where"]}>
          {[
            ...(here ? [] : [name]),
            t("common.page", { page: hit.page }),
            ...(marked ? [t("review.marked")] : []),
          ].join(" · ")}
        </span>
        <span>
          …<Found text={hit.context} query={query} />…
        </span>
      </button>
    </li>
  );
}

/** The words looked for stand out in what is around them. */
function Found({ text, query }: { readonly text: string; readonly query: string }) {
  const at = text.toLowerCase().indexOf(query.toLowerCase());
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark className={styles["found"]}>{text.slice(at, at + query.length)}</mark>
      {text.slice(at + query.length)}
    </>
  );
}
