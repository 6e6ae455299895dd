// The review screen: thumbnails, page, strip, list and status bar around one open document.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { attempt } from "../../app/notices.ts";
import { useSession } from "../../app/session.ts";
import { thumbnailsShown, useSettings, useWide } from "../../app/settings.ts";
import { enterReview, leaveReview, selectFirst } from "./enter.ts";
import { useKeptView } from "./keep-view.ts";
import { ReviewBar } from "./review-bar.tsx";
import { ReviewList } from "./list/review-list.tsx";
import { ReviewPages } from "./pages/review-pages.tsx";
import { StatusBar } from "./status-bar.tsx";
import { listenForSuggestions, useReview } from "./store.ts";
import { focusList } from "./search-field.ts";
import { Thumbnails } from "./pages/thumbnails.tsx";
import { useView } from "./view.ts";
import styles from "./review.module.css";

interface ReviewProps {
  readonly document: string;
  readonly page?: number | undefined;
  readonly place?: string | undefined;
  readonly find?: string | undefined;
  readonly pictures?: boolean | undefined;
}

export function ReviewScreen({ document, page, place, find, pictures }: ReviewProps) {
  const { t } = useTranslation();
  const phase = useReview((r) => (r.document === document ? r.phase : "loading"));
  const name = useSession((s) => s.open?.documents.find((d) => d.id === document)?.name ?? "");
  const wide = useWide();
  const thumbnails = useSettings((s) => thumbnailsShown(s, wide));
  const asPublic = useView((v) => v.asPublic);

  useEffect(() => {
    attempt(() => enterReview(document, { page, place, find, pictures }));
    const stop = listenForSuggestions(selectFirst);
    return () => {
      stop();
      leaveReview();
    };
  }, [document, page, place, find, pictures]);

  useEffect(() => {
    if (phase === "ready") focusList();
  }, [phase]);

  useKeptView(document, phase === "ready");

  return (
    <main className={styles["review"]} data-keys="review" data-testid="review">
      <h1 className="sr-only">{name}</h1>
      <ReviewBar document={document} />
      {phase === "failed" && <p className={styles["failed"]}>{t("review.failed")}</p>}
      {phase === "loading" && (
        <div className={styles["arriving"]} role="status" data-testid="arriving">
          <span className="sr-only">{t("common.loading")}</span>
        </div>
      )}
      {phase === "ready" && (
        <div className={styles["columns"]} data-thumbnails={thumbnails} data-public={asPublic}>
          {thumbnails && <Thumbnails />}
          <ReviewPages />
          {!asPublic && <ReviewList />}
        </div>
      )}
      <StatusBar />
    </main>
  );
}
