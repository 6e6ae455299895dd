// Comments on marks and pages: what the second reviewer asks, and what was answered.
import { Check } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommentCard } from "../../../shared/ipc/workflow.ts";
import { attempt } from "../../app/notices.ts";
import { goTo, useSession } from "../../app/session.ts";
import { whenOf } from "../../i18n/when.ts";
import { Button } from "../../ui/button.tsx";
import page from "../../ui/page.module.css";
import { resolveComment, useWorkflow } from "./workflow-store.ts";
import styles from "./signoff.module.css";

export function Comments() {
  const { t } = useTranslation();
  const comments = useWorkflow((w) => w.comments);
  const [now] = useState(() => new Date());
  if (comments.length === 0) return null;
  const sorted = [...comments].sort(
    (a, b) => Number(a.resolved !== null) - Number(b.resolved !== null) || (a.at < b.at ? 1 : -1),
  );
  return (
    <section className={page["section"]}>
      <h2>{t("signoff.comments")}</h2>
      <ul className={page["list"]} data-testid="comments">
        {sorted.map((comment) => (
          <Comment key={comment.id} comment={comment} now={now} />
        ))}
      </ul>
    </section>
  );
}

interface CommentProps {
  readonly comment: CommentCard;
  readonly now: Date;
}

function Comment({ comment, now }: CommentProps) {
  const { t } = useTranslation();
  const name = useSession(
    (s) => s.open?.documents.find((d) => d.id === comment.document)?.name ?? "",
  );
  const { document, page: number, target, resolved } = comment;
  const where = number === null ? name : `${name}, ${t("common.page", { page: number })}`;
  return (
    <li className={`${page["card"]} ${page["row"]}`} data-resolved={resolved !== null}>
      <div className={page["grow"]}>
        <p className={resolved ? styles["answered"] : undefined}>{comment.text}</p>
        <p className={page["small"]}>
          {[comment.by, whenOf(comment.at, now), where].join(" · ")}
          {resolved && ` · ${t("signoff.resolvedBy", { who: resolved.by })}`}
        </p>
      </div>
      {number !== null && (
        <Button
          small
          onPress={() => goTo({ at: "review", document, page: number, place: target ?? undefined })}
        >
          {t("common.goThere")}
        </Button>
      )}
      {!resolved && (
        <Button
          small
          icon={<Check aria-hidden="true" />}
          data-testid="resolve-comment"
          onPress={() => attempt(() => resolveComment(comment.id))}
        >
          {t("signoff.resolve")}
        </Button>
      )}
    </li>
  );
}
