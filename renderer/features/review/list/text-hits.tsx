// Where the searched words stand in the text of all documents of the case, marked or not. What was
// missed is marked from here, one place or all of this document at once.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ask } from "../../../app/client.ts";
import { attempt } from "../../../app/notices.ts";
import { goTo, useSession } from "../../../app/session.ts";
import type { ResponseOf } from "../../../../shared/ipc/contract.ts";
import { Button } from "../../../ui/button.tsx";
import { markPlaces } from "../mark-text.ts";
import { useReview } from "../store.ts";
import { useView } from "../view.ts";
import styles from "./text-hits.module.css";

type Hits = ResponseOf<"documents.find">;

const PAUSE = 250;
const SHOWN = 100;

export function TextHits({ query }: { readonly query: string }) {
  const { t } = useTranslation();
  const document = useReview((r) => r.document);
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

  if (!hits) return null;
  const here = hits.filter((h) => h.document === document);
  return (
    <section className={styles["hits"]} data-testid="text-hits">
      <div className={styles["head"]}>
        <h3>
          {hits.length > 0 ? t("review.inText", { count: hits.length }) : t("review.inTextNone")}
        </h3>
        {here.length > 0 && (
          <Button small data-testid="mark-hits" onPress={() => attempt(() => markPlaces(here))}>
            {t("review.markAllHits", { count: here.length })}
          </Button>
        )}
      </div>
      <ul>
        {hits.slice(0, SHOWN).map((hit) => (
          <Hit key={`${hit.document}-${hit.page}-${hit.start}`} hit={hit} />
        ))}
      </ul>
    </section>
  );
}

function Hit({ hit }: { readonly hit: Hits[number] }) {
  const { t } = useTranslation();
  const here = useReview((r) => r.document === hit.document);
  const name = useSession((s) => s.open?.documents.find((d) => d.id === hit.document)?.name ?? "");
  const go = (): void => {
    if (!here) {
      goTo({ at: "review", document: hit.document, page: hit.page });
      return;
    }
    const { page, start, end } = hit;
    useView.setState({ text: { page, start, end }, reveal: { page, smooth: true } });
  };
  return (
    <li>
      <button type="button" className={styles["hit"]} onClick={go}>
        <span className={styles["where"]}>
          {here
            ? t("common.page", { page: hit.page })
            : `${name}, ${t("common.page", { page: hit.page })}`}
        </span>
        <span>…{hit.context}…</span>
      </button>
    </li>
  );
}
