// Names that a line's end cut and that go on in another text: an entry of a table of contents whose
// second line begins elsewhere. In a twin the name fits its line, and nothing is left of the second one.
import type { PageMark } from "../../page-output.ts";
import type { Paragraph } from "./paragraph.ts";

/** @returns what ties the pieces of each such name */
export function cutNames(
  paragraphs: readonly Paragraph[],
  marks: readonly PageMark[],
): ReadonlySet<string> {
  const groups = paragraphs.flatMap(({ lines: [first] }) => {
    const mark = first!.rest ? first!.glyphs.find((g) => g.mark >= 0)?.mark : undefined;
    const group = mark === undefined ? undefined : marks[mark]!.group;
    return group === undefined ? [] : [group];
  });
  return new Set(groups);
}
