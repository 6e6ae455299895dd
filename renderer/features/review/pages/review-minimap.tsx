// The strip beside the pages, following the scroll by itself, so that scrolling draws nothing else.
import { Minimap } from "../../../viewer/minimap.tsx";
import { viewSize } from "../../../viewer/page-space.ts";
import { goToPage } from "../deciding/select.ts";
import { useShapes } from "./use-shapes.ts";
import { useReview } from "../store.ts";
import { useView } from "../view.ts";

export function ReviewMinimap() {
  const pages = useReview((r) => r.pages);
  const page = useView((v) => v.page);
  const height = pages[page - 1] ? viewSize(pages[page - 1]!, 1).height : 1;
  // In steps of a hundredth of a page: finer than the strip can show.
  const at = useView((v) => Math.round((v.page + v.offset / height) * 100) / 100);
  const shown = useView((v) => Math.round((v.shown / (height * v.actualZoom)) * 100) / 100);
  const marksOf = useShapes();
  return <Minimap pages={pages} marksOf={marksOf} at={at} shown={shown} onGo={goToPage} />;
}
