// Random pages as values, and the same page set with one or the other set of secrets: lines at odd
// indents, headings in the middle or at the right, running and justified text, lists, tables with
// and without rules, columns. Everything but the secrets is equal in both.
import * as fc from "fast-check";
import type { MarksFile } from "../../shared/model/plan.ts";
import { num } from "../fixtures/pdf-builder.ts";
import type { Style } from "../fixtures/sample/typeset/lines.ts";
import { BODY, Stage } from "../fixtures/twins/twin.ts";

const WORDS =
  "after again before broken called canal clinic doctor evening family garden happy kitchen letter morning nobody nurse often paper quiet record school spring street teacher under visit weather window yellow".split(
    " ",
  );
export const SECRETS: readonly (readonly [string, string])[] = [
  ["Zebedee", "Xanthoria"],
  ["Quillbury", "Jukes"],
  ["Vexford", "Wyvernholme"],
];
const MARGIN = 72;
const MEASURE = 451;
const FOOT = 110;

export interface Block {
  readonly kind: (typeof KINDS)[number];
  /** Words with {1} to {3} for secrets; one for each line, cell or item. */
  readonly texts: readonly string[];
  readonly size: number;
  readonly sans: boolean;
  /** Points from the margin. */
  readonly indent: number;
}

export const KINDS = [
  "line",
  "right",
  "centre",
  "ragged",
  "justified",
  "list",
  "ruled-table",
  "open-table",
  "columns",
  "underlined",
  "barred",
] as const;

/** @param hidden secrets at most */
const sentence = (most: number, hidden = 2): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }),
      fc.array(fc.tuple(fc.nat(most), fc.nat(SECRETS.length - 1)), { maxLength: hidden }),
      fc.boolean(),
    )
    .map(([words, secrets, capital]) => {
      const all = [...words];
      if (capital) all[0] = all[0]![0]!.toUpperCase() + all[0]!.slice(1);
      for (const [place, secret] of secrets) all.splice(place, 0, `{${secret + 1}}`);
      return all.join(" ");
    });

function textOf(kind: Block["kind"]): fc.Arbitrary<string> {
  if (kind === "ragged" || kind === "justified") return sentence(70);
  if (kind === "columns") return sentence(40);
  return kind.endsWith("table") ? sentence(1, 1) : sentence(4);
}

export function blockOf(kind: Block["kind"]): fc.Arbitrary<Block> {
  const running = kind === "ragged" || kind === "justified";
  const many = running ? 1 : kind.endsWith("table") ? 9 : kind === "columns" ? 2 : 3;
  const single = ["line", "right", "centre", "underlined", "barred"].includes(kind);
  return fc.record({
    kind: fc.constant(kind),
    texts: fc.array(textOf(kind), {
      minLength: single ? 1 : many,
      maxLength: single ? 1 : many,
    }),
    size: fc.integer({ min: 8, max: 13 }),
    sans: fc.boolean(),
    indent: fc.oneof(
      fc.integer({ min: 0, max: 80 }),
      fc.integer({ min: 0, max: 8000 }).map((n) => n / 100),
    ),
  });
}

export const anyBlock: fc.Arbitrary<Block> = fc.oneof(...KINDS.map((kind) => blockOf(kind)));

export interface PageVersion {
  readonly bytes: Uint8Array;
  readonly marks: MarksFile["marks"];
  readonly words: readonly string[];
}

/** @param plain lines without a secret that stand above, so that the page shows its margins */
export function pageOf(blocks: readonly Block[], which: 0 | 1, plain = 0): PageVersion {
  const stage = new Stage(SECRETS.map((pair) => pair[which]!));
  let top = 790;
  for (let i = 0; i < plain; i++) {
    stage.broken(["Nothing in this line of print is hidden from those who read it here."], top);
    top -= 16;
  }
  top -= 10;
  for (const block of blocks) {
    const height = set(stage, block, top);
    top -= height + 18;
    if (top < FOOT + 60) break;
  }
  return { bytes: stage.finish(), marks: stage.marks().marks, words: stage.words };
}

function styleOf({ size, sans }: Block, align: Style["align"] = "left"): Style {
  const faces = sans
    ? ({ plain: "sans", bold: "sans-bold", italic: "sans-italic" } as const)
    : BODY.faces;
  return { ...BODY, faces, size, leading: Math.round(size * 1.4), align };
}

/** @returns the height that the block takes up */
function set(stage: Stage, block: Block, top: number): number {
  const { kind, texts, indent } = block;
  const x = MARGIN + indent;
  switch (kind) {
    case "line":
      return stage.broken(texts, top, styleOf(block), { x, width: 1000 });
    case "right":
      return stage.broken(texts, top, styleOf(block, "right"));
    case "centre":
      return stage.broken(texts, top, styleOf(block, "centre"));
    case "ragged":
      return stage.paragraph(texts[0]!, top, styleOf(block));
    case "justified":
      return stage.paragraph(texts[0]!, top, styleOf(block, "justify"));
    case "list":
      return texts.reduce((used, text) => {
        const style = styleOf(block);
        stage.broken(["\u2022"], top - used, style, { x });
        return (
          used +
          stage.paragraph(text, top - used, style, { x: x + 14, width: MEASURE - indent - 14 }) +
          4
        );
      }, 0);
    case "ruled-table":
    case "open-table":
      return table(stage, block, top);
    case "columns": {
      const style = { ...styleOf(block), size: 9, leading: 13 };
      const left = stage.paragraph(texts[0]!, top, style, { width: 210 });
      return Math.max(left, stage.paragraph(texts[1]!, top, style, { x: 313, width: 210 }));
    }
    case "underlined": {
      const known = stage.book.truth.length;
      const used = stage.broken(texts, top, styleOf(block), { x, width: 1000 });
      for (const { rects } of stage.book.truth.slice(known)) {
        for (const [x0, y0, x1] of rects) {
          stage.sheet.artifact(`0.7 w ${num(x0)} ${num(y0 + 1)} m ${num(x1)} ${num(y0 + 1)} l S`);
        }
      }
      return used;
    }
    case "barred": {
      const style = styleOf(block);
      const [line] = stage.setter.break(stage.runs(texts[0]!), style, 1000);
      const used = stage.broken(texts, top, style, { x, width: 1000 });
      // What an earlier redaction left behind the last word.
      const from = x + line!.width + block.size * 0.28;
      const foot = top - block.size * 1.25;
      stage.sheet.artifact(`0 g ${num(from)} ${num(foot)} 48 ${num(block.size * 1.05)} re f`);
      return used;
    }
  }
}

function table(stage: Stage, block: Block, top: number): number {
  const widths = [170, 150, 131];
  const aligns = ["left", "centre", "right"] as const;
  const high = 22;
  block.texts.forEach((text, i) => {
    const [row, column] = [Math.floor(i / 3), i % 3];
    const x = MARGIN + widths.slice(0, column).reduce((a, b) => a + b, 0);
    const y = top - row * high;
    if (block.kind === "ruled-table") {
      stage.sheet.artifact(`0.5 G 0.5 w ${x} ${y - 16} ${widths[column]!} ${high} re S`);
    }
    const style = { ...styleOf(block, aligns[column]), size: 9, leading: 13 };
    stage.broken([text], y, style, { x: x + 5, width: widths[column]! - 10, role: "TD" });
  });
  return (block.texts.length / 3) * high;
}
