// Coming into a review and leaving it: what is loaded, where the view begins, what is forgotten.
// The view is put in place before anything is drawn, so that no page is shown only to jump away.
import { ask } from "../../app/client.ts";
import { forgetPageTexts } from "../../viewer/page-text.ts";
import { loadWorkflow, walking } from "../signoff/workflow-store.ts";
import { lookElsewhere } from "./deciding/elsewhere.ts";
import { uncovered } from "./deciding/hits.ts";
import { filterHolding } from "./deciding/filters.ts";
import { nextUndecided } from "./deciding/follow.ts";
import { restoreView } from "./keep-view.ts";
import { showPictures } from "./deciding/pictures.ts";
import { select } from "./deciding/select.ts";
import { forgetShapes } from "./pages/shapes.ts";
import { showText } from "./pages/show-text.ts";
import { closeReview, openReview, useReview } from "./store.ts";
import { FRESH_VIEW, useView } from "./view.ts";
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
    // Left behind by a walk that has ended: nothing is to be seen any more.
    else if (useView.getState().filter === "tosee") useView.setState({ filter: FRESH_VIEW.filter });
  });
  const { startView } = useReview.getState();
  if (place) show(place);
  else if (pictures) showPictures();
  else if (find && page) await showFound(document, page, find);
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

/** Chooses the words that somebody was sent to: those that nothing covers yet, if there are any. */
async function showFound(document: string, page: number, find: string): Promise<void> {
  const hits = await ask("documents.find", { text: find });
  const here = hits.filter((h) => h.document === document && h.page === page);
  const { document: open, index } = useReview.getState();
  const hit = uncovered(here, index)[0] ?? here[0];
  if (!hit || open !== document) return;
  useView.setState({ selected: null });
  await showText({ page, start: hit.start, end: hit.end }, true);
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
