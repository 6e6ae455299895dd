// Reading before and after, side by side: the original's page and the export's, moving together.
import { ArrowLeft, ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useRef, useState, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { ExportCard } from "../../../shared/ipc/publish.ts";
import type { PageGeometry } from "../../../shared/model/page.ts";
import { ask } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { exportedPicture, pagePicture } from "../../app/pictures.ts";
import { goTo } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { viewSize } from "../../viewer/page-space.ts";
import { turnCompared, useComparePage } from "./compare-page.ts";
import styles from "./exports.module.css";

export function Compare({ card }: { readonly card: ExportCard }) {
  const { t } = useTranslation();
  const [pages, setPages] = useState<readonly PageGeometry[]>([]);
  const page = useComparePage((c) => c.page);
  const before = useRef<HTMLDivElement>(null);
  const after = useRef<HTMLDivElement>(null);
  useEffect(() => {
    useComparePage.setState({ page: 1, pages: card.pages });
    return () => useComparePage.setState({ page: 1, pages: 0 });
  }, [card.pages]);
  useEffect(() => {
    attempt(async () => setPages(await ask("documents.geometry", { document: card.document })));
  }, [card.document]);
  // Both sides show the same height of the page.
  const follow = (from: HTMLElement, to: HTMLElement | null): void => {
    if (to && Math.abs(to.scrollTop - from.scrollTop) > 1) to.scrollTop = from.scrollTop;
  };
  const geometry = pages[page - 1];
  const size = geometry ? viewSize(geometry, 1) : { width: 210, height: 297 };
  return (
    <main className={styles["compare"]} data-keys="review" data-testid="compare-view">
      <div className={styles["bar"]}>
        <Button
          tone="quiet"
          icon={<ArrowLeft aria-hidden="true" />}
          onPress={() => goTo({ at: "exports" })}
        >
          {t("exports.title")}
        </Button>
        <h1>{card.name}</h1>
        <div className={styles["turn"]}>
          <Button
            aria-label={t("commands.previousPage")}
            icon={<ChevronLeft aria-hidden="true" />}
            isDisabled={page === 1}
            keys="["
            onPress={() => turnCompared(-1)}
          />
          <span aria-live="polite">{t("review.pageOf", { page, pages: card.pages })}</span>
          <Button
            aria-label={t("commands.nextPage")}
            icon={<ChevronRight aria-hidden="true" />}
            isDisabled={page === card.pages}
            keys="]"
            data-testid="next-page"
            onPress={() => turnCompared(1)}
          />
        </div>
      </div>
      <div className={styles["sides"]}>
        <Side
          sheet={before}
          onScroll={(element) => follow(element, after.current)}
          title={t("exports.before")}
          page={page}
          src={pagePicture(card.document, page, 1600)}
          ratio={size.width / size.height}
        />
        <Side
          sheet={after}
          onScroll={(element) => follow(element, before.current)}
          title={t("exports.after")}
          page={page}
          src={exportedPicture(card.id, page, 1600)}
          ratio={size.width / size.height}
        />
      </div>
    </main>
  );
}

interface SideProps {
  readonly sheet: RefObject<HTMLDivElement | null>;
  readonly onScroll: (element: HTMLElement) => void;
  readonly title: string;
  readonly page: number;
  readonly src: string;
  readonly ratio: number;
}

function Side({ sheet, onScroll, title, page, src, ratio }: SideProps) {
  const { t } = useTranslation();
  const [drawn, setDrawn] = useState<{ src: string; failed: boolean } | null>(null);
  const waits = drawn?.src !== src;
  return (
    <figure className={styles["side"]}>
      <figcaption>{title}</figcaption>
      <div
        ref={sheet}
        className={styles["sheet"]}
        tabIndex={0}
        role="group"
        aria-label={title}
        onScroll={(event) => onScroll(event.currentTarget)}
      >
        <img
          key={src}
          src={src}
          alt={title}
          style={{ aspectRatio: String(ratio) }}
          onLoad={() => setDrawn({ src, failed: false })}
          onError={() => setDrawn({ src, failed: true })}
        />
        {(waits || drawn.failed) && (
          <p className={styles["drawing"]} role={waits ? undefined : "alert"}>
            {t(waits ? "review.beingDrawn" : "exports.notDrawn", { page })}
          </p>
        )}
      </div>
    </figure>
  );
}
