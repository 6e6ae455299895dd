// What a group is called in the list. Drawn boxes have no name of their own: they are called by
// the text they cover, once it is known.
import { useTranslation } from "react-i18next";
import { usePageText } from "../../../viewer/page-text.ts";
import type { Group } from "../deciding/places.ts";
import { useReview } from "../store.ts";

export function useGroupName(group: Group): string {
  const { t } = useTranslation();
  const document = useReview((r) => r.document);
  const first = group.places[0]!;
  const drawn = first.standing === "drawn";
  const text = usePageText(document, drawn && first.span ? first.page : null);
  if (!drawn) return group.name || (first.text ?? "");
  if (!first.span) return t("review.drawnBox", { page: first.page });
  const covered = text?.text.slice(first.span.start, first.span.end).replace(/\s+/g, " ").trim();
  return covered || t("review.drawnText", { page: first.page });
}
