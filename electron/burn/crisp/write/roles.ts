// What a paragraph is to someone who listens to the page: heading or text, by its size against the
// size that most of the page is set in.
import type { Paragraph } from "../../layout/paragraphs.ts";
import type { StructureItem } from "../../page-output.ts";

export interface Roles {
  /** Size that most letters of the page have. */
  readonly body: number;
}

const HEADINGS = [
  { role: "H1", from: 1.55 },
  { role: "H2", from: 1.25 },
  { role: "H3", from: 1.1 },
] as const;
/** A heading is short. */
const HEADING_LINES = 4;

export function rolesOf(paragraphs: Iterable<Paragraph>): Roles {
  const weights = new Map<number, number>();
  for (const { lines } of paragraphs) {
    for (const line of lines) {
      const size = Math.round(line.size * 2) / 2;
      weights.set(size, (weights.get(size) ?? 0) + line.glyphs.filter((g) => g.mark < 0).length);
    }
  }
  let body = 0;
  let most = -1;
  for (const [size, weight] of weights) {
    if (weight > most || (weight === most && size < body)) [body, most] = [size, weight];
  }
  return { body };
}

export function roleOf(paragraph: Paragraph, { body }: Roles): StructureItem["role"] {
  const size = paragraph.lines[0]!.size;
  if (body > 0 && paragraph.lines.length <= HEADING_LINES) {
    for (const { role, from } of HEADINGS) if (size >= body * from) return role;
  }
  return "P";
}
