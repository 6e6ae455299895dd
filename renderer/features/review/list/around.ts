// The words around a span, cut at whole words and, where one is near, at the sentence; never beyond the
// paragraph or the row of a table, whose cells are set apart. Pure.
const REACH = 70;

export interface Around {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

const smooth = (text: string): string =>
  text
    .replace(/\u00AD\n/g, "")
    .replace(/ *\t */g, " · ")
    .replace(/\s+/g, " ");

/** Parts paragraphs, headings and rows in a page's text. */
const PARTED = "\n\n";

export function aroundSpan(page: string, span: { start: number; end: number }): Around {
  const above = page.lastIndexOf(PARTED, span.start - 1);
  const below = page.indexOf(PARTED, span.end);
  const [first, last] = [above < 0 ? 0 : above + PARTED.length, below < 0 ? page.length : below];
  const from = Math.max(first, span.start - REACH);
  const to = Math.min(last, span.end + REACH);
  let before = smooth(page.slice(from, span.start));
  let after = smooth(page.slice(span.end, to));
  const sentence = [...before.matchAll(/[.!?][”’"')]?\s/g)].at(-1);
  if (sentence) before = before.slice(sentence.index + sentence[0].length);
  else if (from > first) before = `…${before.slice(before.indexOf(" ") + 1)}`;
  const end = /[.!?][”’"')]?(\s|$)/.exec(after);
  if (end) after = after.slice(0, end.index + end[0].trimEnd().length);
  else if (to < last) after = `${after.slice(0, Math.max(0, after.lastIndexOf(" ")))}…`;
  return { before, text: smooth(page.slice(span.start, span.end)), after };
}
