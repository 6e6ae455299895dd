// One page: its picture, the marks, the selection, and the pointer that reads, selects and draws.
// It knows nothing of decisions: what was picked, selected or drawn is told upwards in PDF points.
import { memo } from "react";
import { draftPicture, pagePicture, pictureWidth } from "../app/pictures.ts";
import { DraftImage } from "./draft-image.tsx";
import { MarkLayer } from "./mark-layer.tsx";
import { revisionOf } from "./mark-shape.ts";
import { PageImage } from "./page-image.tsx";
import { boxOf, viewSize, type Box } from "./page-space.ts";
import { usePagePointer } from "./page-pointer.ts";
import styles from "./page-view.module.css";
import type { PageViewProps } from "./page-props.ts";

export const PageView = memo(function PageView(props: PageViewProps) {
  const { document, page, zoom, marks, selected, asPublic, selection, tag, acts, children } = props;
  const size = viewSize(page, zoom);
  const { dragged, handlers } = usePagePointer(props);
  const width = pictureWidth(size.width, window.devicePixelRatio);
  // A page that was sealed or unsealed looks different, too.
  const revision = 2 * revisionOf(marks) + (tag === undefined ? 0 : 1);
  return (
    <div
      className={`paper ${styles["page"]}`}
      data-page={page.page}
      data-drawing={props.drawing || undefined}
      style={{ width: size.width, height: size.height }}
      {...handlers}
    >
      <PageImage
        src={pagePicture(document, page.page, width)}
        page={page.page}
        onDrawn={acts.drawn}
      />
      <MarkLayer page={page} zoom={zoom} marks={marks} selected={selected} asPublic={asPublic} />
      {asPublic && (
        <DraftImage src={draftPicture(document, page.page, width, revision)} page={page.page} />
      )}
      {selection.map((rect) => (
        <Patch key={rect.join()} box={boxOf(page, zoom, rect)} kind="selection" />
      ))}
      {tag && <span className={styles["tag"]}>{tag}</span>}
      {dragged && <Patch box={dragged} kind="drawing" />}
      {children}
    </div>
  );
});

function Patch({ box, kind }: { readonly box: Box; readonly kind: "selection" | "drawing" }) {
  const { left, top, width, height } = box;
  return <div aria-hidden="true" className={styles[kind]} style={{ left, top, width, height }} />;
}
