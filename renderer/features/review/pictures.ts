// Pictures to look at one by one: how many wait, and the two decisions about one.
import { t } from "i18next";
import type { ReviewEvent } from "../../../shared/review/events.ts";
import type { ReviewState } from "../../../shared/review/state.ts";
import { coveringMarks, pictureStanding } from "../../../shared/review/pictures.ts";
import { acceptance } from "./acceptance.ts";
import { undecidedUnder } from "./covered.ts";
import { told } from "./draw.ts";
import { append, type NamedPicture } from "./store.ts";

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
