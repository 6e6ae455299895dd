// Pictures to look at one by one: how many wait, and the two decisions about one.
import { t } from "i18next";
import type { ReviewEvent } from "../../../shared/review/events.ts";
import type { ReviewState } from "../../../shared/review/state.ts";
import { say } from "../../app/notices.ts";
import { append, type NamedPicture } from "./store.ts";

export const waitingPictures = (
  pictures: readonly NamedPicture[],
  cleared: ReviewState["pictures"],
): number => pictures.filter((p) => !cleared.has(p.id)).length;

export async function clearPicture(picture: NamedPicture, kept: boolean): Promise<void> {
  await append(() => {
    const cleared: ReviewEvent = { type: "picture-cleared", picture: picture.id, kept };
    if (kept) return [cleared];
    const [x0, y0, x1, y1] = picture.rect;
    const drawn: ReviewEvent = {
      type: "drawn",
      mark: crypto.randomUUID(),
      page: picture.page,
      rects: [[x0, y0, x1, y1]],
      label: null,
      reason: "picture",
    };
    return [drawn, cleared];
  });
  say(t(kept ? "review.picture.saidKept" : "review.picture.saidBurnt"));
}
