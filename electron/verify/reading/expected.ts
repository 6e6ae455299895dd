// What an export's page must say: the original's lines without what a mark covers, with a slot
// wherever a label may stand. Characters on a mark's edge and characters without ink are optional.
import { reasonOf } from "../../../shared/policy/reasons.ts";
import { foldGlyph } from "./fold.ts";
import type { Expected, Found } from "./alignment.ts";
import type { Coverage, PlacedMark } from "./coverage.ts";
import type { Glyph } from "./glyph.ts";
import type { Line } from "./lines.ts";

export interface ExpectedPage {
  readonly lines: readonly (readonly Expected[])[];
  /** Slot → index into the page's marks. */
  readonly slots: readonly number[];
  /** Marks (by index into the page's marks) that cover or touch text. */
  readonly onText: ReadonlySet<number>;
}

export function expectedPage(
  lines: readonly Line[],
  coverage: Coverage,
  marks: readonly PlacedMark[],
): ExpectedPage {
  const slots: number[] = [];
  const onText = new Set<number>();
  const built = lines.map((line) => {
    const items: Expected[] = [];
    const opened = new Set<number>();
    for (const glyph of line.glyphs) {
      const state = coverage.state[glyph.index]!;
      const mark = coverage.mark[glyph.index]!;
      if (state > 0 && !opened.has(mark)) {
        opened.add(mark);
        if (state === 2) onText.add(mark);
        slots.push(mark);
        items.push({ labels: gapForms(marks[mark]!), slot: slots.length - 1 });
      }
      if (state === 2) continue;
      const optional = state === 1 || glyph.invisible;
      for (const char of charsOf(glyph)) items.push({ char, optional, source: glyph.index });
    }
    return items;
  });
  return { lines: built.filter((items) => items.length > 0), slots, onText };
}

/** A label as it may be set: bare or in brackets, which engines mirror beside words from right to left. */
export function labelForms(label: string | null): readonly string[] {
  if (!label) return NONE;
  let forms = known.get(label);
  if (!forms) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(label, (forms = formsOf(label)));
  }
  return forms;
}

/** Few labels are asked for again and again. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 500;

function formsOf(label: string): string[] {
  const bare = [...label].map(foldGlyph).join("");
  return bare ? [bare, `[${bare}]`, `]${bare}]`, `[${bare}[`, `]${bare}[`, `(${bare}(`] : [];
}

/** Everything that may stand in a mark's gap: its label, or words that only say that there is one. */
export function gapForms(mark: PlacedMark): readonly string[] {
  const why = reasonOf(mark.reason).name.toLowerCase();
  return [
    ...labelForms(mark.label),
    ...["redacted", `redacted: ${why}`, "removed", `removed: ${why}`].flatMap(labelForms),
  ];
}

export function foundLines(lines: readonly Line[]): Found[][] {
  return lines
    .map((line) => {
      const items: Found[] = [];
      for (const glyph of line.glyphs)
        for (const char of charsOf(glyph)) items.push({ char, source: glyph.index });
      return items;
    })
    .filter((items) => items.length > 0);
}

const NONE: readonly string[] = [];

/** What a glyph says, folded, by characters; most say one. */
function charsOf({ text }: Glyph): readonly string[] {
  const folded = foldGlyph(text);
  return folded.length === 1 ? [folded] : folded === "" ? NONE : [...folded];
}
