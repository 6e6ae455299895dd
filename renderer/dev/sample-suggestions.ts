// Finds the invented report's known texts on its pages: what detectors would have answered.
import type { Suggestion } from "../../shared/detect/model.ts";
import type { DocumentId, SuggestionId } from "../../shared/model/ids.ts";
import { rectsOfRange } from "../viewer/quads.ts";
import { layoutPage } from "./sample-layout.ts";
import { KNOWN } from "./sample-text.ts";

export function suggestionsOf(document: string, pages: number, title: string): Suggestion[] {
  const found: Suggestion[] = [];
  for (let page = 1; page <= pages; page++) {
    const { text, quads } = layoutPage(page, pages, title);
    const taken: [number, number][] = [];
    for (const known of KNOWN) {
      // A word must stand alone: "grace of" is a word, "Grace was" is the name to look at.
      let at = text.indexOf(known.text);
      while (at >= 0) {
        const end = at + known.text.length;
        const start = at;
        const free = taken.every(([a, b]) => end <= a || start >= b);
        if (free) {
          taken.push([start, end]);
          found.push({
            id: `${known.group}@${page}:${start}` as SuggestionId,
            documentId: document as DocumentId,
            page,
            start,
            end,
            text: known.text,
            category: known.category,
            identifier:
              known.category === "demographic" || known.category === "age" ? "quasi" : "direct",
            score: known.tier === "suggested" ? 0.94 : 0.58,
            tier: known.tier,
            detector: `sample/${known.category}`,
            version: "1",
            why: known.why,
            group: known.group,
            groupName: known.groupName,
            label: known.label,
            rects: rectsOfRange(quads, { start, end }),
          });
        }
        at = text.indexOf(known.text, end);
      }
    }
  }
  return found.sort((a, b) => a.page - b.page || a.start - b.start);
}
