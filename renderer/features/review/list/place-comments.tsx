// What the second reviewer wrote about a place and nobody has answered yet, on the place itself.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useWorkflow } from "../../signoff/workflow-store.ts";
import styles from "./place-comments.module.css";

export function PlaceComments({ place }: { readonly place: string }) {
  const { t } = useTranslation();
  const comments = useWorkflow((w) => w.comments);
  const open = useMemo(
    () => comments.filter((c) => c.target === place && c.resolved === null),
    [comments, place],
  );
  if (open.length === 0) return null;
  return (
    <ul className={styles["comments"]} data-testid="place-comments">
      {open.map((c) => (
        <li key={c.id}>{t("signoff.commentOf", { who: c.by, text: c.text })}</li>
      ))}
    </ul>
  );
}
