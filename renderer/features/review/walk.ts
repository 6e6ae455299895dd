// The second reviewer's walk: what they still have to see in the open document, and telling the
// side with power what was really on the screen. A page is told once all of its height was shown
// for a moment; its refused places and pictures are told with it (R2).
import { create } from "zustand";
import type { ToSee } from "../../../shared/policy/signoff.ts";
import { ask } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { viewSize } from "../../viewer/page-space.ts";
import { SeenPages, type Shown } from "../../viewer/seen.ts";
import { walking } from "../signoff/workflow-store.ts";
import { useReview } from "./store.ts";
import { useView } from "./view.ts";

interface Walk {
  readonly toSee: readonly ToSee[] | null;
  /** The item the reviewer was brought to last; it stays listed, although seen, until they go on. */
  readonly here: ToSee | null;
}

export const useWalk = create<Walk>(() => ({ toSee: null, here: null }));
const set = useWalk.setState;

/** How long something must stay on the screen to have been looked at, in milliseconds. */
const DWELL = 700;
/** As many pages as can be on a screen at once; the side with power refuses more. */
const AT_ONCE = 8;

/** CSS pixels of what was read already that stay in sight when reading on. */
const ABOVE = 40;

let seen = new SeenPages();
let timer: ReturnType<typeof setTimeout> | undefined;

export async function beginWalk(document: string): Promise<void> {
  seen = new SeenPages();
  clearTimeout(timer);
  set({ toSee: null, here: null });
  if (walking()) await loadToSee(document);
}

export function endWalk(): void {
  clearTimeout(timer);
  set({ toSee: null, here: null });
}

async function loadToSee(document: string): Promise<void> {
  const toSee = await ask("workflow.toSee", { document });
  for (const item of toSee) if (item.again) seen.forget(item.page);
  if (useReview.getState().document === document) set({ toSee });
}

/** Pages whose picture is on the screen: an empty sheet was not seen, however long it was shown. */
const drawn = new Set<number>();
let inSight: readonly Shown[] = [];

export function pageDrawn(page: number, there: boolean): void {
  if (there) drawn.add(page);
  else drawn.delete(page);
  if (there) look();
}

/** Told after every scroll; what stays for a moment counts as seen. */
export function shownNow(shown: readonly Shown[]): void {
  inSight = shown;
  look();
}

function look(): void {
  clearTimeout(timer);
  if (!walking()) return;
  const shown = inSight.filter((s) => drawn.has(s.page));
  timer = setTimeout(() => {
    // A page that went away meanwhile was not looked at for the whole moment.
    const pages = seen.look(shown.filter((s) => drawn.has(s.page)));
    if (pages.length > 0) attempt(() => tellSeen(pages));
  }, DWELL);
}

async function tellSeen(pages: readonly number[]): Promise<void> {
  const { document, index, pictures } = useReview.getState();
  if (!document) return;
  const told = pages.slice(0, AT_ONCE);
  const suggestions = told.flatMap((page) =>
    (index.byPage.get(page) ?? []).flatMap((p) => (p.standing === "refused" ? [p.id] : [])),
  );
  await ask("workflow.see", {
    document,
    pages: [...told],
    suggestions,
    pictures: pictures.filter((p) => told.includes(p.page)).map((p) => p.id),
  });
  await loadToSee(document);
}

/** Brings an item to the screen: a place as such, a page or picture by its page. */
export function goToSee(item: ToSee): void {
  set({ here: item });
  const { index, pictures } = useReview.getState();
  const place = item.kind === "suggestion" ? index.byId.get(item.item) : undefined;
  const rect =
    place?.rects[0] ??
    (item.kind === "picture" ? pictures.find((p) => p.id === item.item)?.rect : undefined);
  useView.setState({
    filter: "tosee",
    query: "",
    selected: place?.id ?? null,
    reveal: { page: item.page, smooth: true, ...(rect ? { rect } : {}) },
  });
}

export const keyOf = (item: ToSee): string => `${item.kind}:${item.item}`;

/** What the walk lists: the item that is being looked at first, once it counts as seen. */
export function listedOnWalk(toSee: readonly ToSee[], here: ToSee | null): readonly ToSee[] {
  if (!here || toSee.some((item) => keyOf(item) === keyOf(here))) return toSee;
  return [here, ...toSee];
}

/**
 * Goes on: first through the rest of the page that is being looked at, then to the next item, from
 * the first again at the end.
 */
export function nextToSee(direction: 1 | -1): void {
  const { toSee, here } = useWalk.getState();
  if (!toSee || toSee.length === 0) return;
  const now = here ? toSee.findIndex((i) => keyOf(i) === keyOf(here)) : -1;
  const page = toSee[now]?.page;
  const gap = direction === 1 && page !== undefined ? seen.gap(page) : null;
  const geometry = page === undefined ? undefined : useReview.getState().pages[page - 1];
  if (gap !== null && page !== undefined && geometry) {
    const offset = gap * viewSize(geometry, 1).height - ABOVE;
    useView.setState({ filter: "tosee", query: "", reveal: { page, offset, smooth: true } });
    return;
  }
  const next = now < 0 ? (direction === 1 ? 0 : toSee.length - 1) : now + direction;
  goToSee(toSee[(next + toSee.length) % toSee.length]!);
}
