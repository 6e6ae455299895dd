// Reading before and after, side by side: the original's page and the export's, moving together.
import { ArrowLeft, ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ExportCard } from "../../../shared/ipc/publish.ts";
import type { PageGeometry } from "../../../shared/model/page.ts";
import { ask } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { exportedPicture, pagePicture } from "../../app/pictures.ts";
import { goTo } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { viewSize } from "../../viewer/page-space.ts";
import styles from "./exports.module.css";

export function Compare({ card }: { readonly card: ExportCard }) {
  const { t } = useTranslation();
  const [pages, setPages] = useState<readonly PageGeometry[]>([]);
  const [page, setPage] = useState(1);
  useEffect(() => {
    attempt(async () => setPages(await ask("documents.geometry", { document: card.document })));
  }, [card.document]);
  const turn = (by: number): void => setPage((now) => Math.max(1, Math.min(card.pages, now + by)));
  const key = (event: KeyboardEvent): void => {
    if (event.key === "[" || event.key === "PageUp") turn(-1);
    else if (event.key === "]" || event.key === "PageDown") turn(1);
    else return;
    event.preventDefault();
  };
  const geometry = pages[page - 1];
  const size = geometry ? viewSize(geometry, 1) : { width: 210, height: 297 };
  return (
    <main className={styles["compare"]} onKeyDown={key} data-testid="compare-view">
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
            onPress={() => turn(-1)}
          />
          <span aria-live="polite">{t("review.pageOf", { page, pages: card.pages })}</span>
          <Button
            aria-label={t("commands.nextPage")}
            icon={<ChevronRight aria-hidden="true" />}
            isDisabled={page === card.pages}
            keys="]"
            data-testid="next-page"
            onPress={() => turn(1)}
          />
        </div>
      </div>
      <div className={styles["sides"]}>
        <Side
          title={t("exports.before")}
          src={pagePicture(card.document, page, 1600)}
          ratio={size.width / size.height}
        />
        <Side
          title={t("exports.after")}
          src={exportedPicture(card.id, page, 1600)}
          ratio={size.width / size.height}
        />
      </div>
    </main>
  );
}

interface SideProps {
  readonly title: string;
  readonly src: string;
  readonly ratio: number;
}

function Side({ title, src, ratio }: SideProps) {
  return (
    <figure className={styles["side"]}>
      <figcaption>{title}</figcaption>
      <div className={styles["sheet"]}>
        <img src={src} alt={title} style={{ aspectRatio: String(ratio) }} />
      </div>
    </figure>
  );
}
