// What the second reviewer wrote and nobody has answered yet, where it belongs: on a place, or on a page.
import { useTranslation } from "react-i18next";
import type { CommentCard } from "../../../../shared/ipc/workflow.ts";
import { useWorkflow } from "../../signoff/workflow-store.ts";
import styles from "./open-comments.module.css";

export function OpenComments({ of }: { readonly of: (comment: CommentCard) => boolean }) {
  const { t } = useTranslation();
  const open = useWorkflow((w) => w.comments).filter((c) => c.resolved === null && of(c));
  if (open.length === 0) return null;
  return (
    <ul className={styles["comments"]} data-testid="place-comments">
      {open.map((c) => (
        <li key={c.id}>{t("signoff.commentOf", { who: c.by, text: c.text })}</li>
      ))}
    </ul>
  );
}
