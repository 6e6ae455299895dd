// Things of the trade that bear the name of a person or a town: scores, tests, baskets, judgments. Who reads "Edinburgh
// score" or "Moses basket" learns nothing of the case.

const THINGS: readonly (readonly [RegExp, RegExp])[] = [
  [/^edinburgh$/i, /^ (?:post-?natal|depression|scale|scores?|scored)\b/i],
  [/^glasgow$/i, /^ coma\b/i],
  [/^(?:apgar|guthrie|bristol|braden|waterlow|barthel|griffiths|denver)$/i, /^ (?:scores?|tests?|scale|stool|index|chart|scales)\b/i],
  [/^merton$/i, /^[ -](?:compliant|compliance|principles|assessments?|judgment)\b/i],
  [/^(?:abbey|rockwood|hackett|kirkpatrick|gibbs|kolb|maslow|bowlby|ainsworth|bronfenbrenner|karpman|prochaska)$/i, /^(?:['’]s?)? (?:pain|clinical|frailty|scales?|scores?|levels?|cycle|continuum|hierarchy|theor(?:y|ies)|model|triangle|work on|attachment)\b/i],
  [/^osman$/i, /^ (?:warnings?|notices?|letters?)\b/i],
  [/^(?:hobson|murphy|parkinson)$/i, /^['’]s (?:choice|law)\b/i],
  [/^moses$/i, /^ baskets?\b/i],
  [/^(?:lucas|gillick|fraser|bolam|montgomery)$/i, /^ (?:directions?|compet\w+|guidelines?|tests?|consent)\b/i],
]; // prettier-ignore

/** `start` and `end` bound a name in `text`, UTF-16. */
export function isEponym(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  const after = text.slice(end, end + 20);
  return THINGS.some(([of, thing]) => of.test(name) && thing.test(after));
}
