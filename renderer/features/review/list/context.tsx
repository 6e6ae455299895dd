// The sentence around a place, in a reading face, with the place marked.
import type { ReactNode } from "react";
import { usePageText } from "../../../viewer/page-text.ts";
import type { Place } from "../deciding/places.ts";
import { aroundSpan } from "./around.ts";
import styles from "./group-card.module.css";

interface ContextProps {
  readonly document: string;
  readonly place: Place;
}

export function Context({ document, place }: ContextProps): ReactNode {
  const answer = usePageText(document, place.span ? place.page : null);
  if (!place.span) return null;
  if (!answer) return <p className={styles["context"]}>{place.text ?? "…"}</p>;
  const { before, text, after } = aroundSpan(answer.text, place.span);
  return (
    <p className={styles["context"]}>
      {before}
      <mark>{text}</mark>
      {after}
    </p>
  );
}
