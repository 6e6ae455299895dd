// The rectangles of the selected text, as soon as the page's quads are there.
import { useMemo } from "react";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { usePageText } from "../../../viewer/page-text.ts";
import { rectsOfRange } from "../../../viewer/quads.ts";
import type { TextChoice } from "../view.ts";

const NONE: readonly Rect[] = [];

export function useSelectionRects(document: string, text: TextChoice | null): readonly Rect[] {
  const answer = usePageText(document, text?.page ?? null);
  return useMemo(() => (answer && text ? rectsOfRange(answer.quads, text) : NONE), [answer, text]);
}
