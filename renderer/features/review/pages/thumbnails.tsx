// The pages as small pictures, with a tick where something is burnt or undecided.
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { pagePicture } from "../../../app/pictures.ts";
import type { PageGeometry } from "../../../../shared/model/page.ts";
import type { MarkShape } from "../../../viewer/mark-shape.ts";
import { boxOf, viewSize } from "../../../viewer/page-space.ts";
import { goToPage } from "../deciding/select.ts";
import { useShapes } from "./use-shapes.ts";
import { useReview } from "../store.ts";
import { useView } from "../view.ts";
import styles from "./thumbnails.module.css";

const ROW = 158;
const HEAD_START = 300;

export function Thumbnails() {
  const { t } = useTranslation();
  const document = useReview((r) => r.document)!;
  const pages = useReview((r) => r.pages);
  const current = useView((v) => v.page);
  const marksOf = useShapes();
  // The page itself is drawn first; its small pictures wait their turn.
  const [pictured, setPictured] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPictured(true), HEAD_START);
    return () => clearTimeout(timer);
  }, []);
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- without it no list is virtual: 300 pages and 5,000 places would all be drawn.
  const virtual = useVirtualizer({
    count: pages.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    paddingStart: 14,
    overscan: 3,
  });

  useEffect(() => {
    virtual.scrollToIndex(current - 1, { align: "auto" });
  }, [current, virtual]);

  return (
    <nav ref={scroller} className={styles["rail"]} aria-label={t("review.pages")}>
      <div className={styles["stack"]} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const page = pages[item.index]!;
          return (
            <div
              key={item.key}
              className={styles["slot"]}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Thumbnail
                document={document}
                page={page}
                marks={marksOf(page.page)}
                current={page.page === current}
                label={t("common.page", { page: page.page })}
                pictured={pictured}
              />
            </div>
          );
        })}
      </div>
    </nav>
  );
}

interface ThumbnailProps {
  readonly document: string;
  readonly page: PageGeometry;
  readonly marks: readonly MarkShape[];
  readonly current: boolean;
  readonly label: string;
  readonly pictured: boolean;
}

const Thumbnail = memo(function Thumbnail(props: ThumbnailProps) {
  const { document, page, marks, current, label, pictured } = props;
  const size = viewSize(page, 1);
  const zoom = Math.min(102 / size.width, 136 / size.height);
  const small = viewSize(page, zoom);
  return (
    <button
      type="button"
      className={styles["thumbnail"]}
      aria-label={label}
      aria-current={current ? "page" : undefined}
      data-testid="thumbnail"
      tabIndex={current ? 0 : -1}
      style={{ width: small.width, height: small.height }}
      onClick={() => goToPage(page.page)}
    >
      {pictured && <img src={pagePicture(document, page.page, 200)} alt="" draggable={false} />}
      <svg className="paper" width={small.width} height={small.height} aria-hidden="true">
        {marks.map((mark) => {
          const [rect] = mark.rects;
          if (!rect || mark.state === "refused") return null;
          const box = boxOf(page, zoom, rect);
          return (
            <rect
              key={mark.id}
              className={mark.state === "undecided" ? styles["open"] : styles["solid"]}
              x={box.left}
              y={box.top}
              width={Math.max(4, box.width)}
              height={Math.max(2.5, box.height)}
            />
          );
        })}
      </svg>
      <span className={styles["number"]}>{page.page}</span>
    </button>
  );
});
