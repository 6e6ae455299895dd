// The marks of a page as they are to be seen now: all of them, or what the public would see.
import { useCallback } from "react";
import type { MarkShape } from "../../../viewer/mark-shape.ts";
import { useReview } from "../store.ts";
import { useView } from "../view.ts";
import { burntShapes, shapesOn } from "./shapes.ts";

export function useShapes(): (page: number) => readonly MarkShape[] {
  const index = useReview((r) => r.index);
  const asPublic = useView((v) => v.asPublic);
  return useCallback(
    (page) => (asPublic ? burntShapes(shapesOn(index, page)) : shapesOn(index, page)),
    [index, asPublic],
  );
}
