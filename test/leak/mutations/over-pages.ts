// Cheats on pages whose text was laid out over their ends: lines exchanged between pages, dropped or
// drawn twice at a page's end, carried on to where they do not belong. No word is wanting by itself.
import { PDFDocument } from "pdf-lib";
import { typesetterTwins } from "../../fixtures/typesetters/twins.ts";
import { burntPair } from "./burnt-pair.ts";
import type { BurntPair } from "./burnt-pair.ts";
import { replaceContent } from "./edit.ts";
import type { Mutation } from "./edit.ts";

/** A report of several pages as a browser or a word processor sets it, burnt. */
export async function pagesPair(typesetter: string): Promise<BurntPair> {
  const { versions } = typesetterTwins().find(({ name }) => name === `${typesetter}: pages`)!;
  const { bytes, marks, secrets } = versions[0]!;
  return burntPair({ original: bytes, marks: marks.marks, secrets }, "auto");
}

interface Line {
  readonly whole: string;
  readonly x: string;
  readonly y: number;
  readonly shown: string;
}

const LINE = /1 0 0 1 ([\d.]+) ([\d.]+) Tm\n((?:<[0-9A-F]+> Tj|\[[^\]]+\] TJ))/g;
/** Hexadecimal digits and more of a line of running text. */
const LONG = 150;
const LEADING = 16;

/** Long lines of a page that the document has once, from the top down. */
function linesOf(pages: readonly string[], page: number): readonly Line[] {
  const all = pages.join("\n");
  return [...pages[page]!.matchAll(LINE)]
    .map(([whole, x, y, shown]): Line => ({ whole, x: x!, y: Number(y), shown: shown! }))
    .filter(({ shown }) => shown.length > LONG && all.split(shown).length === 2)
    .sort((a, b) => b.y - a.y);
}

type Change = (pages: string[], lines: (page: number) => readonly Line[]) => void;

function across(name: string, check: string, change: Change): Mutation {
  return {
    name,
    check,
    async make({ good }) {
      const document = await PDFDocument.load(good, { updateMetadata: false });
      const sheets = document.getPages();
      const pages: string[] = [];
      for (const page of sheets)
        replaceContent(document, page, (text) => {
          pages.push(text);
          return text;
        });
      const before = [...pages];
      change(pages, (page) => linesOf(before, page));
      if (pages.every((text, i) => text === before[i])) throw new Error("Nothing was changed");
      sheets.forEach((page, i) => replaceContent(document, page, () => pages[i]!));
      return document.save({
        useObjectStreams: false,
        addDefaultPage: false,
        updateFieldAppearances: false,
      });
    },
  };
}

function put(pages: string[], page: number, from: string, to: string): void {
  pages[page] = pages[page]!.replace(from, () => to);
}

function exchange(pages: string[], [i, a]: [number, Line], [k, b]: [number, Line]): void {
  put(
    pages,
    i,
    a.whole,
    a.whole.replace(a.shown, () => "FIRST"),
  );
  put(
    pages,
    k,
    b.whole,
    b.whole.replace(b.shown, () => a.shown),
  );
  put(pages, i, "FIRST", b.shown);
}

/** Draws a line once more, beside one that is there, so many points higher. */
function again(pages: string[], page: number, at: Line, line: Line, up: number): void {
  const drawn = `1 0 0 1 ${line.x} ${Math.round(at.y + up)} Tm\n${line.shown}`;
  put(pages, page, at.whole, `${drawn}\n${at.whole}`);
}

const drop = (pages: string[], page: number, { whole, shown }: Line): void =>
  put(pages, page, whole, whole.replace(shown, "<> Tj"));

export const OVER_PAGES: readonly Mutation[] = [
  across("last line of a page and first of the next exchanged", "words-kept", (pages, lines) =>
    exchange(pages, [0, lines(0).at(-1)!], [1, lines(1)[0]!]),
  ),
  across("lines from within two pages exchanged", "words-kept", (pages, lines) =>
    exchange(pages, [0, lines(0)[3]!], [1, lines(1)[3]!]),
  ),
  across("two lines of a page exchanged", "words-kept", (pages, lines) =>
    exchange(pages, [1, lines(1)[1]!], [1, lines(1)[3]!]),
  ),
  across("the last line of a page dropped", "words-kept", (pages, lines) =>
    drop(pages, 0, lines(0).at(-1)!),
  ),
  across("the first line of a page dropped", "words-kept", (pages, lines) =>
    drop(pages, 1, lines(1)[0]!),
  ),
  across(
    "the first line of a page drawn at the end of the one before",
    "nothing-added",
    (p, lines) => again(p, 0, lines(0).at(-1)!, lines(1)[0]!, -LEADING),
  ),
  across("the last line of a page drawn again over the next", "nothing-added", (p, lines) =>
    again(p, 1, lines(1)[0]!, lines(0).at(-1)!, LEADING),
  ),
  across("a line carried on to the next page", "words-kept", (pages, lines) => {
    const line = lines(0)[2]!;
    drop(pages, 0, line);
    again(pages, 1, lines(1)[0]!, line, LEADING);
  }),
  across("a letter drawn as another", "nothing-added", (pages, lines) => {
    const { shown, whole } = lines(1)[2]!;
    const other = shown.replace(/<([0-9A-F]{4})([0-9A-F]{4})/, "<$2$2");
    put(
      pages,
      1,
      whole,
      whole.replace(shown, () => other),
    );
  }),
];

/** In a browser's report: first lines of two paragraphs without a mark, as far apart as from a marked one. */
export const ALIKE = across(
  "two lines exchanged that differ in a number alone",
  "page-unchanged",
  (pages, lines) => exchange(pages, [1, lines(1)[1]!], [1, lines(1)[2]!]),
);
