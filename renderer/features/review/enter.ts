// Coming into a review and leaving it: what is loaded, where the view begins, what is forgotten.
// The view is put in place before anything is drawn, so that no page is shown only to jump away.
import { forgetPageTexts } from "../../viewer/page-text.ts";
import { loadWorkflow, walking } from "../signoff/workflow-store.ts";
import { lookElsewhere } from "./deciding/elsewhere.ts";
import { filterHolding } from "./deciding/filters.ts";
import { nextUndecided } from "./deciding/follow.ts";
import { restoreView } from "./keep-view.ts";
import { showPictures } from "./deciding/pictures.ts";
import { select } from "./deciding/select.ts";
import { forgetShapes } from "./pages/shapes.ts";
import { closeReview, openReview, useReview } from "./store.ts";
import { useView } from "./view.ts";
import { beginWalk, endWalk } from "./walk.ts";

interface Arrival {
  readonly page?: number | undefined;
  readonly place?: string | undefined;
  /** Words to look for on arriving. */
  readonly find?: string | undefined;
  readonly pictures?: boolean | undefined;
}

export async function enterReview(
  document: string,
  { page, place, find, pictures }: Arrival,
): Promise<void> {
  await loadWorkflow();
  await openReview(document, (saved) => {
    restoreView(saved, page);
    if (find) useView.setState({ query: find });
    if (pictures) useView.setState({ filter: "pictures" });
    if (walking()) useView.setState({ filter: "tosee" });
  });
  const { startView } = useReview.getState();
  if (place) show(place);
  else if (pictures) showPictures();
  else if (!startView && !page) selectFirst();
  await beginWalk(document);
  await lookElsewhere(document);
}

/** Opens a place that somebody was sent to, in a list that holds its card. */
function show(id: string): void {
  const place = useReview.getState().index.byId.get(id);
  if (place) useView.setState({ filter: filterHolding(place) });
  select(id);
}

/** The first undecided place, where nothing is chosen yet. */
export function selectFirst(): void {
  if (useView.getState().selected !== null) return;
  const first = nextUndecided(useReview.getState().index, null, 1);
  if (first) select(first.id);
}

export function leaveReview(): void {
  forgetPageTexts();
  forgetShapes();
  endWalk();
  closeReview();
}
