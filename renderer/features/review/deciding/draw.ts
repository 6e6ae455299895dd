// Boxes and selections: drawing one, moving one. Undecided places wholly under it are taken in the
// same act, and given back with it by one undo.
import { t } from "i18next";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { ReasonCode } from "../../../../shared/policy/reasons.ts";
import type { ReviewEvent } from "../../../../shared/review/events.ts";
import { say, tell } from "../../../app/notices.ts";
import { acceptance } from "./acceptance.ts";
import { undecidedUnder } from "./covered.ts";
import { select } from "./select.ts";
import { append } from "../store.ts";
import type { Place } from "./places.ts";

export interface Drawing {
  readonly page: number;
  readonly rects: readonly Rect[];
  readonly span?: { readonly page: number; readonly start: number; readonly end: number };
  readonly label?: string | null;
  readonly reason?: ReasonCode;
}

interface DrawOptions {
  /** The list stays as it is; otherwise the first mark becomes the chosen place. */
  readonly stay?: boolean;
  /** Undecided places that are taken as they are proposed, in the same act. */
  readonly along?: readonly Place[];
}

/** Adds boxes or selected text. */
export async function draw(
  drawings: readonly Drawing[],
  { stay = false, along = [] }: DrawOptions = {},
): Promise<void> {
  const marks = drawings.map((d) => ({ ...d, id: crypto.randomUUID() as string }));
  let under = 0;
  await append(({ index }) => {
    const own = along.flatMap(({ id }) => index.byId.get(id) ?? []);
    const waiting = own.filter((p) => p.standing === "undecided");
    const covered = [...new Set([...undecidedUnder(marks, index), ...waiting])];
    under = covered.length;
    const drawn = marks.map(({ id, page, rects, span, label, reason }) => ({
      type: "drawn" as const,
      mark: id,
      page,
      rects: rects.map(tuple),
      span,
      label: label ?? null,
      reason: reason ?? "other",
    }));
    return [...acceptance(covered), ...drawn];
  });
  const first = marks[0];
  if (first && !stay) select(first.id, { still: true });
  told(t("review.saidDrawn", { count: marks.length }), under);
}

export async function adjust(id: string, page: number, rects: readonly Rect[]): Promise<void> {
  let under = 0;
  await append(({ index }) => {
    const place = index.byId.get(id);
    if (!place) return [];
    const covered = undecidedUnder([{ page, rects }], index).filter((p) => p.id !== id);
    under = covered.length;
    const own: ReviewEvent[] =
      place.standing === "undecided" || place.standing === "refused" ? acceptance([place]) : [];
    return [
      ...acceptance(covered),
      ...own,
      { type: "adjusted", target: id, page, rects: rects.map(tuple) },
    ];
  });
  told(t("review.saidAdjusted"), under);
}

const tuple = (r: Rect): [number, number, number, number] => [r[0], r[1], r[2], r[3]];

/** Spoken; shown as well where more was decided than the hand drew. */
export function told(words: string, under: number): void {
  if (under === 0) say(words);
  else tell(`${words} ${t("review.saidCovered", { count: under })}`);
}
