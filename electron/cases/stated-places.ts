// What an act states of places, held against the document: names of marks, pictures and pages go into the
// trail, so none of them may be a word that somebody made up (A3), and no box may lie beyond any page.
import { z } from "zod";
import type { Rect } from "../../shared/geometry/rect.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import { reviewEventSchema, type ReviewEvent } from "../../shared/review/events.ts";

/** PDF points: beyond any page, and what nobody could mean. */
const FARTHEST = 200_000;
const THINNEST = 0.05;

export interface Stated {
  readonly pages: number;
  /** UTF-16 units of a page's text. */
  readonly lengthOf: (page: number) => number;
  readonly pictures: () => ReadonlySet<string>;
}

/** Events as the schema takes them, whoever calls. @throws Refusal bad-arguments */
export function asEvents(events: readonly unknown[]): readonly ReviewEvent[] {
  const parsed = z.array(reviewEventSchema).min(1).safeParse(events);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join(".") || "decisions";
  throw new Refusal("bad-arguments", `The value of “${where}” cannot be used.`);
}

/** @throws Refusal bad-arguments, not-found */
export function checkStated(event: ReviewEvent, { pages, lengthOf, pictures }: Stated): void {
  if ("page" in event && event.page > pages)
    throw new Refusal("bad-arguments", `The document has no page ${event.page}.`);
  if (event.type === "drawn" && !z.uuid().safeParse(event.mark).success)
    throw new Refusal("bad-arguments", "A mark was given no name of its own.");
  if (event.type === "picture-cleared" && !pictures().has(event.picture))
    throw new Refusal("not-found", "This picture is not in the document.");
  if ("rects" in event && !event.rects.every(isBox))
    throw new Refusal("bad-arguments", "A box has no area, or lies beyond any page.");
  const places = event.type === "left" ? event.places : [];
  const span = event.type === "drawn" ? event.span : undefined;
  if (event.type === "drawn" && span && span.page !== event.page)
    throw new Refusal("bad-arguments", "A mark and its text are on two pages.");
  for (const { page, start, end } of span ? [span] : places) {
    if (page > pages)
      throw new Refusal("bad-arguments", "A place is on a page that the document does not have.");
    // Page 0 is none: properties and bookmarks have no text of their own here.
    if (start > end || (page > 0 && end > lengthOf(page)))
      throw new Refusal("bad-arguments", "A place lies beyond the text of its page.");
  }
}

function isBox([x0, y0, x1, y1]: Rect): boolean {
  const near = [x0, y0, x1, y1].every((n) => Math.abs(n) <= FARTHEST);
  return near && Math.abs(x1 - x0) >= THINNEST && Math.abs(y1 - y0) >= THINNEST;
}
