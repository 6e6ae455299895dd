// Chooses words of a page and brings them into sight: at a third of the height, however far down their
// page they stand.
import { pageText } from "../../../viewer/page-text.ts";
import { rectsOfRange } from "../../../viewer/quads.ts";
import { useReview } from "../store.ts";
import { useView, type TextChoice } from "../view.ts";

export async function showText({ page, start, end }: TextChoice, smooth: boolean): Promise<void> {
  const { document } = useReview.getState();
  if (!document) return;
  const { quads } = await pageText(document, page);
  if (useReview.getState().document !== document) return;
  const [rect] = rectsOfRange(quads, { start, end });
  useView.setState({
    tool: "read",
    text: { page, start, end },
    reveal: { page, smooth, ...(rect ? { rect } : {}) },
  });
}
