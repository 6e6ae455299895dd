// What a paragraph without tags is to someone who listens to the page: a heading or text, by its
// size and weight against what most of the page is set in. Burnt letters have no say.
import type { Paragraph } from "../layout/paragraphs/paragraph.ts";
import type { Role } from "./model.ts";

export interface Body {
  /** Size that most letters of the page have. */
  readonly size: number;
  /** Most letters of the page are bold, so that weight says nothing. */
  readonly bold: boolean;
}

const HEADINGS = [
  { role: "H1", from: 1.55 },
  { role: "H2", from: 1.25 },
  { role: "H3", from: 1.1 },
] as const;
/** A heading is short: letters that stay are counted, for lines tell how long a burnt word was. */
const LONGEST = 240;
const LONGEST_BOLD = 120;

export function bodyOf(paragraphs: Iterable<Paragraph>): Body {
  const weights = new Map<number, number>();
  let letters = 0;
  let bold = 0;
  for (const { lines } of paragraphs) {
    for (const line of lines) {
      const size = Math.round(line.size * 2) / 2;
      let staying = 0;
      for (const { mark, item } of line.glyphs) {
        if (mark >= 0) continue;
        staying++;
        if (item.face.bold) bold++;
      }
      weights.set(size, (weights.get(size) ?? 0) + staying);
      letters += staying;
    }
  }
  let body = 0;
  let most = -1;
  for (const [size, weight] of weights) {
    if (weight > most || (weight === most && size < body)) [body, most] = [size, weight];
  }
  return { size: body, bold: bold * 2 > letters };
}

/** @param inRow other texts stand on its line */
export function roleOf(paragraph: Paragraph, body: Body, inRow: boolean): Role {
  const { lines, column } = paragraph;
  const size = lines[0]!.size;
  let staying = 0;
  for (const { glyphs } of lines) for (const { mark } of glyphs) if (mark < 0) staying++;
  if (body.size > 0 && staying <= LONGEST) {
    for (const { role, from } of HEADINGS) if (size >= body.size * from) return role;
  }
  const inCell = column.cellLeft !== undefined && column.cellRight !== undefined;
  return !body.bold && !inCell && !inRow && size >= body.size * 0.98 && isBoldHeading(paragraph)
    ? "H3"
    : "P";
}

/** A short text, all of it bold, that does not end like a sentence or lead on to what follows. */
function isBoldHeading({ lines }: Paragraph): boolean {
  const glyphs = lines.flatMap((line) => line.glyphs).filter((g) => !g.blank && g.mark < 0);
  const letters = glyphs.filter((g) => /\p{L}/u.test(g.item.shape.unicode));
  if (letters.length < 3 || glyphs.length > LONGEST_BOLD) return false;
  const first = letters[0]!.item.shape.unicode;
  const last = glyphs[glyphs.length - 1]!.item.shape.unicode;
  return glyphs.every((g) => g.item.face.bold) && /\p{Lu}/u.test(first) && !/[.,;:]/u.test(last);
}
