// Pictures to look at one by one: how many wait, which one is chosen, going from one to the next, and
// the two decisions about one.
import { t } from "i18next";
import type { ReviewEvent } from "../../../../shared/review/events.ts";
import type { ReviewState } from "../../../../shared/review/state.ts";
import { coveringMarks, pictureStanding } from "../../../../shared/review/pictures.ts";
import { acceptance } from "./acceptance.ts";
import { undecidedUnder } from "./covered.ts";
import { told } from "./draw.ts";
import type { Direction } from "./follow.ts";
import { append, useReview, type NamedPicture } from "../store.ts";
import { useView } from "../view.ts";

export const waitingPictures = (
  pictures: readonly NamedPicture[],
  state: Pick<ReviewState, "pictures" | "marks">,
): number => pictures.filter((p) => pictureStanding(p, state) === "waiting").length;

export async function clearPicture(picture: NamedPicture, kept: boolean): Promise<void> {
  let under = 0;
  await append(({ state, index }) => {
    const cleared: ReviewEvent = { type: "picture-cleared", picture: picture.id, kept };
    const covering = coveringMarks(picture, state);
    if (kept) {
      // What was drawn to remove it goes again; a mark over more than the picture stays.
      const own = covering.filter((id) => index.byId.get(id)?.reason === "picture");
      return [...own.map((mark): ReviewEvent => ({ type: "removed", mark })), cleared];
    }
    if (covering.length > 0) return [cleared];
    const [x0, y0, x1, y1] = picture.rect;
    const covered = undecidedUnder([{ page: picture.page, rects: [picture.rect] }], index);
    under = covered.length;
    const drawn: ReviewEvent = {
      type: "drawn",
      mark: crypto.randomUUID(),
      page: picture.page,
      rects: [[x0, y0, x1, y1]],
      label: null,
      reason: "picture",
    };
    return [...acceptance(covered), drawn, cleared];
  });
  told(t(kept ? "review.picture.saidKept" : "review.picture.saidBurnt"), under);
}

/** The pictures are what the list shows: its keys are about them. */
export const onPictures = (): boolean => {
  const { filter, query } = useView.getState();
  return filter === "pictures" && query.trim() === "";
};

export function chosenPicture(): NamedPicture | null {
  if (!onPictures()) return null;
  const { picture } = useView.getState();
  return useReview.getState().pictures.find((p) => p.id === picture) ?? null;
}

export function choosePicture({ id, page, rect }: NamedPicture): void {
  useView.setState({
    picture: id,
    selected: null,
    labelling: null,
    text: null,
    reveal: { page, rect, smooth: true },
  });
}

/** Lists the pictures and chooses one that waits, or else the first. */
export function showPictures(): void {
  useView.setState({ filter: "pictures", query: "", selected: null, labelling: null });
  const { pictures, state } = useReview.getState();
  const first = pictures.find((p) => pictureStanding(p, state) === "waiting") ?? pictures[0];
  if (first) choosePicture(first);
}

/** To the next picture that waits, round the end; where none does, simply to the next. */
export function stepPicture(direction: Direction): void {
  const { pictures, state } = useReview.getState();
  const next = nextPicture(pictures, state, useView.getState().picture, direction);
  if (next) choosePicture(next);
}

export function nextPicture(
  pictures: readonly NamedPicture[],
  state: Pick<ReviewState, "pictures" | "marks">,
  from: string | null,
  direction: Direction,
): NamedPicture | null {
  const at = pictures.findIndex((p) => p.id === from);
  const count = pictures.length;
  const start = at < 0 ? (direction === 1 ? -1 : count) : at;
  const inTurn = pictures.map(
    (_, i) => pictures[(start + direction * (i + 1) + 2 * count) % count]!,
  );
  return inTurn.find((p) => pictureStanding(p, state) === "waiting") ?? inTurn[0] ?? null;
}

/** Decides about the chosen picture and goes on, as with places. */
export async function decidePicture(kept: boolean): Promise<void> {
  const picture = chosenPicture();
  if (!picture) return;
  await clearPicture(picture, kept);
  const { pictures, state } = useReview.getState();
  if (waitingPictures(pictures, state) > 0) stepPicture(1);
}
