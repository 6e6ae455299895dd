// The one reader of our marked-up pages, for training and for measuring alike: `[[PERSON:Sarah Jones]]`,
// `[[PERSON#sj:Sarah]]` where mentions belong together, `[[DEM?:mother]]` where either answer is right,
// `[[DEM~:mother]]` for a detail that need not be masked. The mark and the id may stand in either order.
// It refuses what it cannot read, so that a slip of a writer's pen is not silently lost. It judges nothing.

const MARKED_TYPES = [
  "PERSON", "CODE", "LOC", "ORG", "DEM", "DATETIME", "QUANTITY", "MISC",
] as const; // prettier-ignore
export type MarkedType = (typeof MARKED_TYPES)[number];

export interface MarkedSpan {
  /** UTF-16 offsets into the text without marks, [start, end). */
  readonly start: number;
  readonly end: number;
  readonly type: MarkedType;
  /** What mentions of one thing share; null where the page says nothing. */
  readonly id: string | null;
  readonly need: "must" | "may" | "either";
}

export interface MarkedPage {
  readonly text: string;
  readonly spans: readonly MarkedSpan[];
}

const LABEL = /\[\[([A-Z]+)([?~]?)(?:#([\w-]+))?([?~]?):((?:(?!\[\[|\]\])[\s\S])+)\]\]/g;
const NEEDS: Readonly<Record<string, MarkedSpan["need"]>> = { "": "must", "~": "may", "?": "either" }; // prettier-ignore

/** Throws an error that names the page and the place where a label is not well formed. */
export function readMarkedPage(name: string, marked: string): MarkedPage {
  const spans: MarkedSpan[] = [];
  let text = "";
  let from = 0;
  const plain = (to: number): void => {
    const between = marked.slice(from, to);
    const broken = /\[\[|\]\]/.exec(between);
    if (broken !== null) {
      const line = marked.slice(0, from + broken.index).split("\n").length;
      throw new Error(`${name}, line ${line}: a label that cannot be read`);
    }
    text += between;
  };
  for (const match of marked.matchAll(LABEL)) {
    plain(match.index);
    const [whole, said = "", before = "", id, after = "", inner = ""] = match;
    const type = MARKED_TYPES.find((one) => one === said);
    if (type === undefined) throw new Error(`${name}: no label is called ${said}`);
    const need = NEEDS[before || after] ?? "must";
    spans.push({
      start: text.length,
      end: text.length + inner.length,
      type,
      id: id ?? null,
      need,
    });
    text += inner;
    from = match.index + whole.length;
  }
  plain(marked.length);
  return { text, spans };
}
