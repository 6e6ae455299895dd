// The middle of the review: the document's pages with their marks, the strip beside them, the
// tools above and the hints of a tool in hand. It joins the viewer, which knows no decisions, to
// the review, which knows no pixels.
import { useDeferredValue, useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useShallow } from "zustand/react/shallow";
import type { PageGeometry } from "../../../../shared/model/page.ts";
import { attempt } from "../../../app/notices.ts";
import { PageStack, type StackPlace } from "../../../viewer/page-stack.tsx";
import { PageView } from "../../../viewer/page-view.tsx";
import { type PageActs } from "../../../viewer/page-props.ts";
import { draw } from "../deciding/draw.ts";
import { BoxEditor } from "./box-editor.tsx";
import { pagesAhead } from "../deciding/follow.ts";
import { ReviewMinimap } from "./review-minimap.tsx";
import { select } from "../deciding/select.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { useReview } from "../store.ts";
import { Toolbar } from "../toolbar.tsx";
import { useSelectionRects } from "./selection-rects.ts";
import { useShapes } from "./use-shapes.ts";
import { pageDrawn, shownNow } from "../walk.ts";
import { useView, zoomBy } from "../view.ts";
import styles from "./review-pages.module.css";

const ACTS: PageActs = {
  drawn: pageDrawn,
  pick: (id) => select(id, { still: true }),
  selectText: (text) => useView.setState({ text }),
  drawBox: (page, rect) => {
    useView.setState({ tool: "read" });
    attempt(async () => {
      await draw([{ page, rects: [rect] }]);
      useView.setState({ labelling: "label" });
    });
  },
};

export function ReviewPages() {
  const { t } = useTranslation();
  const document = useReview((r) => r.document)!;
  const pages = useReview((r) => r.pages);
  const index = useReview((r) => r.index);
  const sealed = useReview((r) => r.state.sealedPages);
  const undecided = useReview((r) => r.state.counts.undecided);
  // Only what is drawn here: the offset changes with every frame of a scroll.
  const { selected, zoom, reveal, tool, asPublic, text, page } = useView(
    useShallow((v) => ({
      selected: v.selected,
      zoom: v.zoom,
      reveal: v.reveal,
      tool: v.tool,
      asPublic: v.asPublic,
      text: v.text,
      page: v.page,
    })),
  );
  const selection = useSelectionRects(document, text);

  const marksOf = useShapes();
  // What is wanted now is drawn first.
  const from = useDeferredValue(selected);
  const known = useDeferredValue(index);
  const ahead = useMemo(() => pagesAhead(known, from), [known, from]);
  const chosen = selected ? index.byId.get(selected) : undefined;
  const editing = tool === "box" ? page : tool === "adjust" ? chosen?.page : undefined;

  // One node or nothing: a list of two would draw the page again with every frame.
  const overlayOn = (geometry: PageGeometry, actual: number): ReactNode => {
    if (editing === geometry.page)
      return (
        <BoxEditor page={geometry} zoom={actual} place={tool === "adjust" ? chosen : undefined} />
      );
    return text?.page === geometry.page && selection.length > 0 ? (
      <SelectionBar page={geometry} zoom={actual} rects={selection} />
    ) : null;
  };

  const renderPage = (geometry: PageGeometry, actual: number) => (
    <PageView
      document={document}
      page={geometry}
      zoom={actual}
      marks={marksOf(geometry.page)}
      selected={selected}
      asPublic={asPublic}
      drawing={tool === "box"}
      tag={sealed.has(geometry.page) ? t("review.sealed") : undefined}
      selection={text?.page === geometry.page ? selection : NONE}
      acts={ACTS}
    >
      {overlayOn(geometry, actual)}
    </PageView>
  );

  return (
    <section
      className={styles["pages"]}
      aria-label={t("review.pageView", { page, pages: pages.length })}
    >
      {asPublic && (
        <p className={styles["public"]} role="status" data-testid="public-banner">
          {t("review.asPublicBanner", { count: undecided })}
        </p>
      )}
      <div className={styles["view"]}>
        <PageStack
          label={t("review.pageView", { page, pages: pages.length })}
          pages={pages}
          zoom={zoom}
          reveal={reveal}
          ahead={ahead}
          renderPage={renderPage}
          onPlace={onPlace}
          onZoomStep={zoomBy}
        />
        <ReviewMinimap />
      </div>
      <Toolbar />
    </section>
  );
}

const NONE: never[] = [];

function onPlace(now: StackPlace): void {
  shownNow(now.visible);
  const { page, offset, zoom: actualZoom, shown } = now;
  useView.setState({ page, offset, actualZoom, shown });
}
