// Clues sorted by kind, the same text once with how often it stands. Pure.
import type { Clue } from "../../../shared/detect/jigsaw.ts";
import type { ClueKind } from "../../../shared/detect/told-kind.ts";

export interface KindOfClue {
  readonly kind: ClueKind;
  /** The commonest first. */
  readonly texts: readonly {
    readonly text: string;
    readonly first: Clue;
    readonly places: number;
  }[];
}

export function byKind(clues: readonly Clue[]): readonly KindOfClue[] {
  const kinds = new Map<ClueKind, Map<string, { text: string; first: Clue; places: number }>>();
  for (const clue of clues) {
    const texts = kinds.get(clue.kind) ?? new Map();
    kinds.set(clue.kind, texts);
    const text = clue.text.replaceAll(/\s+/gu, " ");
    const known = texts.get(text.toLowerCase());
    if (known) known.places++;
    else texts.set(text.toLowerCase(), { text, first: clue, places: 1 });
  }
  return [...kinds]
    .map(([kind, texts]) => ({
      kind,
      texts: [...texts.values()].sort((a, b) => b.places - a.places),
    }))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
}
