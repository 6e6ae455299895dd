// One page: its picture, the marks, the selection, and the pointer that reads, selects and draws.
// It knows nothing of decisions: what was picked, selected or drawn is told upwards in PDF points.
import { memo, type ReactNode } from "react";
import type { Rect } from "../../shared/geometry/rect.ts";
import type { PageGeometry } from "../../shared/model/page.ts";
import { draftPicture, pagePicture, pictureWidth } from "../app/pictures.ts";
import { DraftImage } from "./draft-image.tsx";
import { MarkLayer } from "./mark-layer.tsx";
import { revisionOf, type MarkShape } from "./mark-shape.ts";
import { PageImage } from "./page-image.tsx";
import { boxOf, viewSize, type Box } from "./page-space.ts";
import { usePagePointer } from "./page-pointer.ts";
import styles from "./page-view.module.css";

export interface PageActs {
  readonly pick: (id: string) => void;
  readonly selectText: (choice: { page: number; start: number; end: number } | null) => void;
  readonly drawBox: (page: number, rect: Rect) => void;
  /** A page's picture is on the screen, or no longer. */
  readonly drawn: (page: number, drawn: boolean) => void;
}

export interface PageViewProps {
  readonly document: string;
  readonly page: PageGeometry;
  readonly zoom: number;
  readonly marks: readonly MarkShape[];
  readonly selected: string | null;
  readonly asPublic: boolean;
  /** True while the box tool is in hand; Shift does the same for one drag. */
  readonly drawing: boolean;
  readonly selection: readonly Rect[];
  readonly acts: PageActs;
  /** A word about the whole page, on its top edge. */
  readonly tag?: string | undefined;
  /** The box being adjusted or drawn by keys, and what floats near the selection. */
  readonly children?: ReactNode;
}

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
