// What the second reviewer says about a whole page: words that were missed stand under no mark. It
// follows the page that is looked at; the analyst reads it above the list.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MessageSquare } from "lucide-react";
import { Button } from "../../../ui/button.tsx";
import { useWalk } from "../walk.ts";
import { useReview } from "../store.ts";
import { useView } from "../view.ts";
import { CommentSheet } from "./comment-sheet.tsx";
import { OpenComments } from "./open-comments.tsx";
import styles from "./review-list.module.css";

export function PageComments() {
  const { t } = useTranslation();
  const document = useReview((r) => r.document);
  const page = useView((v) => v.page);
  const onWalk = useWalk((w) => w.toSee !== null);
  const [asked, setAsked] = useState<number | null>(null);
  if (!document) return null;
  return (
    <div className={styles["page"]}>
      <OpenComments of={(c) => c.document === document && c.target === null && c.page === page} />
      {onWalk && (
        <Button
          small
          icon={<MessageSquare aria-hidden="true" />}
          data-testid="comment-page"
          onPress={() => setAsked(page)}
        >
          {t("signoff.commentPage", { page })}
        </Button>
      )}
      {asked !== null && (
        <CommentSheet
          title={t("signoff.commentPageTitle", { page: asked })}
          about={{ document, target: null, page: asked }}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}
