// Everything readable under each group of marks of an original's page: characters, annotations and
// texts that hang on its objects. Tells what was burnt; it judges nothing.
import type { PlacedText, TextsOfPage } from "../engines/pdfjs.ts";
import type { ShownPage } from "../engines/shown-page.ts";
import { shareInside, shownRect } from "../place.ts";
import type { PageFrame } from "../place.ts";
import type { Coverage, PlacedMark } from "../reading/coverage.ts";
import type { Glyph } from "../reading/glyph.ts";
import { wordsOf } from "../reading/lines.ts";
import type { Line } from "../reading/lines.ts";
import { joinWords } from "../reading/runs.ts";
import type { BurntText } from "../reading/terms.ts";

interface BurntInput {
  readonly page: number;
  readonly frame: PageFrame;
  readonly marks: readonly PlacedMark[];
  readonly coverage: Coverage;
  readonly lines: readonly Line[];
  readonly original: ShownPage;
  readonly second: TextsOfPage;
  /** The original's texts by the second engine. */
  readonly runs: () => Promise<readonly PlacedText[]>;
}

export async function burntTexts(input: BurntInput): Promise<BurntText[]> {
  const { page, marks, frame } = input;
  if (marks.length === 0) return [];
  const groups = charactersByGroup(input);
  const burnt = groups.map((words) => ({ page, text: joinWords(words) }));
  const hanging = [
    ...input.original.hanging(),
    ...(await input.second.annotationTexts()).map(({ text, box }) => ({
      text,
      box: shownRect(frame, box),
    })),
  ];
  for (const { text, box } of hanging)
    if (marks.some((mark) => shareInside(box, mark.rect) > 0.6)) burnt.push({ page, text });
  if (groups.length > 0) return burnt;
  // PDFium sees no text there; perhaps the other engine does.
  for (const { text, box } of await input.runs())
    if (text.trim() && marks.some((mark) => shareInside(shownRect(frame, box), mark.rect) > 0.8))
      burnt.push({ page, text });
  return burnt;
}

/** True where a mark covers a letter of a word. */
function isBurnt(word: readonly Glyph[], { state }: Coverage): boolean {
  for (let i = 0; i < word.length; i++) if (state[word[i]!.index] === 2) return true;
  return false;
}

/** For each group of marks that covers characters, its words. */
function charactersByGroup({ lines, coverage, marks }: BurntInput): string[][] {
  const groups = new Map<string, string[]>();
  for (const line of lines)
    for (const word of wordsOf(line)) {
      if (!isBurnt(word, coverage)) continue;
      const parts = new Map<string, string>();
      for (const glyph of word) {
        if (coverage.state[glyph.index] !== 2) continue;
        const { group } = marks[coverage.mark[glyph.index]!]!;
        parts.set(group, (parts.get(group) ?? "") + glyph.text);
      }
      for (const [group, text] of parts) {
        const list = groups.get(group) ?? [];
        list.push(text);
        groups.set(group, list);
      }
    }
  return [...groups.values()];
}
