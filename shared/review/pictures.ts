// How a picture of the document stands: a person keeps it, removes it, or has yet to look. It counts
// as removed only while a mark really covers it: where that mark was taken away or moved, the picture
// waits again, because nothing may be told as gone that would be published.
import type { Rect } from "../geometry/rect.ts";
import type { ReviewState } from "./state.ts";

export type PictureStanding = "waiting" | "kept" | "burnt";

export interface PicturePlace {
  readonly id: string;
  readonly page: number;
  readonly rect: Rect;
}

/** Points: a box drawn by hand need not meet the edge to a hair. */
const SLACK = 1;

export function pictureStanding(
  picture: PicturePlace,
  state: Pick<ReviewState, "pictures" | "marks">,
): PictureStanding {
  const cleared = state.pictures.get(picture.id);
  if (!cleared) return "waiting";
  if (cleared.kept) return "kept";
  return coveringMarks(picture, state).length > 0 ? "burnt" : "waiting";
}

/** Ids of the marks that cover the whole picture. */
export function coveringMarks(
  { page, rect }: PicturePlace,
  { marks }: Pick<ReviewState, "marks">,
): readonly string[] {
  const covers = (r: Rect): boolean =>
    r[0] <= rect[0] + SLACK &&
    r[1] <= rect[1] + SLACK &&
    r[2] >= rect[2] - SLACK &&
    r[3] >= rect[3] - SLACK;
  return marks.filter((m) => m.page === page && m.rects.some(covers)).map((m) => m.id);
}
