// Everything readable under each group of marks of an original's page: characters, annotations and
// texts that hang on its objects. Tells what was burnt; it judges nothing.
import type { PlacedText, TextsOfPage } from "../../engines/pdfjs.ts";
import type { ShownPage } from "../../engines/shown-page.ts";
import { shareInside, shownRect } from "../../place.ts";
import type { PageFrame } from "../../place.ts";
import type { Coverage, PlacedMark } from "../../reading/coverage.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { spell, wordsOf } from "../../reading/lines.ts";
import type { Line } from "../../reading/lines.ts";
import { joinWords } from "../../reading/runs.ts";
import type { BurntText } from "../../reading/terms.ts";
import { readOtherwise } from "./read-otherwise.ts";

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
  for (const text of layersByGroup(input)) burnt.push({ page, text });
  const hanging = [
    ...input.original.hanging(),
    ...(await input.second.annotationTexts()).map(({ text, box }) => ({
      text,
      box: shownRect(frame, box),
    })),
  ];
  for (const { text, box } of hanging)
    if (marks.some((mark) => shareInside(box, mark.rect) > 0.6)) burnt.push({ page, text });
  if (groups.some((words) => words.some((word) => BEYOND_ASCII.test(word)))) {
    const known = input.lines.map((line) => joinWords(wordsOf(line).map(spell))).join(" ");
    const runs = await input.runs();
    for (const text of readOtherwise({ frame, marks, known, runs })) burnt.push({ page, text });
  }
  if (groups.length > 0) return burnt;
  // PDFium sees no text there; perhaps the other engine does.
  for (const { text, box } of await input.runs())
    if (text.trim() && marks.some((mark) => shareInside(shownRect(frame, box), mark.rect) > 0.8))
      burnt.push({ page, text });
  return burnt;
}

/** Only such words are read otherwise by another engine; asking it for others would cost time. */
const BEYOND_ASCII = /[^\p{ASCII}]/u;

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

/** Share of the narrower letter from which two lie on one another. */
const OVER = 0.5;

/**
 * Words that lie on one another, such as two readings of one scan: put in one row their letters spell
 * nothing. Each layer of a group is given by itself, where there are several.
 */
function layersByGroup({ lines, coverage, marks }: BurntInput): string[] {
  const found = new Map<string, string[][]>();
  for (const line of lines) {
    const groups = new Map<string, Glyph[]>();
    for (const glyph of line.glyphs) {
      if (coverage.state[glyph.index] !== 2) continue;
      const { group } = marks[coverage.mark[glyph.index]!]!;
      groups.set(group, [...(groups.get(group) ?? []), glyph]);
    }
    for (const [group, own] of groups) {
      const layers = layersOf(own);
      if (layers.length < 2) continue;
      const known = found.get(group) ?? [];
      found.set(group, known);
      for (const [i, glyphs] of layers.entries())
        (known[i] ??= []).push(...wordsOf({ ...line, glyphs }).map(spell));
    }
  }
  return [...found.values()].flat().map(joinWords);
}

/** Each in reading order; what was written in one go goes to the first layer that leaves its place free. */
function layersOf(glyphs: readonly Glyph[]): Glyph[][] {
  const places = new Map(glyphs.map((glyph, i) => [glyph, i]));
  const strings: Glyph[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.index - b.index)) {
    const string = strings.at(-1);
    const last = string?.at(-1);
    const goesOn = last && glyph.index - last.index === 1 && places.get(last)! < places.get(glyph)!;
    if (goesOn && !string!.some((other) => isOver(other, glyph))) string!.push(glyph);
    else strings.push([glyph]);
  }
  const layers: Glyph[][] = [];
  for (const string of strings) {
    const free = layers.find((layer) => !string.some((one) => layer.some((o) => isOver(o, one))));
    if (free) free.push(...string);
    else layers.push([...string]);
  }
  return layers.map((layer) => layer.sort((a, b) => places.get(a)! - places.get(b)!));
}

/** Letters of one ligature share a box and are one after the other. */
function isOver(a: Glyph, b: Glyph): boolean {
  if (b.index - a.index === 1) return false;
  const shared = (axis: 0 | 1): number =>
    Math.min(a.loose[axis + 2]!, b.loose[axis + 2]!) - Math.max(a.loose[axis], b.loose[axis]);
  const least = (axis: 0 | 1): number =>
    Math.min(a.loose[axis + 2]! - a.loose[axis], b.loose[axis + 2]! - b.loose[axis]);
  return shared(0) > OVER * least(0) && shared(1) > OVER * least(1);
}
