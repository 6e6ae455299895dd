// Text that runs in another direction than the page's own: on the spine of a table, up a margin. Nothing
// tells how far its lines may go, nor can the page follow where their number changes.
import type { Frame, Segment } from "../model.ts";
import type { Paragraph } from "./paragraph.ts";

export function isAside({ lines }: Paragraph, segments: readonly Segment[]): boolean {
  const letters = new Map<Frame, number>();
  for (const { frame, glyphs } of segments)
    letters.set(frame, (letters.get(frame) ?? 0) + glyphs.length);
  const most = Math.max(...letters.values());
  return lines.some(({ frame }) => letters.get(frame) !== most);
}
