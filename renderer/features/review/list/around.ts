// The words around a span, cut at whole words and, where one is near, at the sentence. Pure.
const REACH = 70;

export interface Around {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

const smooth = (text: string): string => text.replace(/\u00AD\n/g, "").replace(/\s+/g, " ");

export function aroundSpan(page: string, span: { start: number; end: number }): Around {
  const from = Math.max(0, span.start - REACH);
  const to = Math.min(page.length, span.end + REACH);
  let before = smooth(page.slice(from, span.start));
  let after = smooth(page.slice(span.end, to));
  const sentence = [...before.matchAll(/[.!?][”’"')]?\s/g)].at(-1);
  if (sentence) before = before.slice(sentence.index + sentence[0].length);
  else if (from > 0) before = `…${before.slice(before.indexOf(" ") + 1)}`;
  const end = /[.!?][”’"')]?(\s|$)/.exec(after);
  if (end) after = after.slice(0, end.index + end[0].trimEnd().length);
  else if (to < page.length) after = `${after.slice(0, Math.max(0, after.lastIndexOf(" ")))}…`;
  return { before, text: smooth(page.slice(span.start, span.end)), after };
}
