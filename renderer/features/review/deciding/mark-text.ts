// Marking the selected text: one rectangle a line, then the label is asked for.
import { pageText } from "../../../viewer/page-text.ts";
import { rectsOfRange } from "../../../viewer/quads.ts";
import { draw, type Drawing } from "./draw.ts";
import type { HitsToMark } from "./hits.ts";
import { useReview } from "../store.ts";
import { useView, type TextChoice } from "../view.ts";

export async function markText(): Promise<void> {
  const { text } = useView.getState();
  if (!text) return;
  await draw(await drawingsOf([text]));
  useView.setState({ text: null, labelling: "label" });
}

/** Marks stretches of the open document and takes the places that hold others; the list stays as it is. */
export async function markPlaces(
  { loose, places }: Pick<HitsToMark<TextChoice>, "loose" | "places">,
  as: Pick<Drawing, "label" | "reason">,
): Promise<void> {
  await draw(await drawingsOf(loose, as), { stay: true, along: places });
}

/** One mark a stretch; those without ink are passed over. */
async function drawingsOf(
  choices: readonly TextChoice[],
  as: Pick<Drawing, "label" | "reason"> = {},
): Promise<readonly Drawing[]> {
  const { document } = useReview.getState();
  if (!document) return [];
  const drawings = await Promise.all(
    choices.map(async ({ page, start, end }) => {
      const { quads } = await pageText(document, page);
      const rects = rectsOfRange(quads, { start, end });
      return { page, rects, span: { page, start, end }, ...as };
    }),
  );
  return drawings.filter((d) => d.rects.length > 0);
}
