// What the signs of the standard font Zapf Dingbats mean. Its letters have names of their own that
// pdf.js does not translate: a tick would read as the digit whose code it has.

/** First code of a run of signs, first character, and how many. */
const RUNS: readonly (readonly [number, number, number])[] = [
  [0x21, 0x2701, 94],
  [0xa1, 0x2761, 7],
  [0xac, 0x2460, 10],
  [0xb6, 0x2776, 30],
  [0xd4, 0x2794, 1],
  [0xd8, 0x2798, 24],
  [0xf1, 0x27b1, 14],
];

/** Signs that Unicode had already elsewhere. */
const ELSEWHERE: ReadonlyMap<number, number> = new Map([
  [0x25, 0x260e],
  [0x2a, 0x261b],
  [0x2b, 0x261e],
  [0x48, 0x2605],
  [0x6c, 0x25cf],
  [0x6e, 0x25a0],
  [0x73, 0x25b2],
  [0x74, 0x25bc],
  [0x75, 0x25c6],
  [0x77, 0x25d7],
  [0xa8, 0x2663],
  [0xa9, 0x2666],
  [0xaa, 0x2665],
  [0xab, 0x2660],
  [0xd5, 0x2192],
  [0xd6, 0x2194],
  [0xd7, 0x2195],
]);

/** The meaning of a code in the font's own encoding; undefined where it has no sign. */
export function dingbat(code: number): string | undefined {
  const known = ELSEWHERE.get(code);
  if (known !== undefined) return String.fromCodePoint(known);
  const run = RUNS.find(([from, , count]) => code >= from && code < from + count);
  return run && String.fromCodePoint(run[1] + code - run[0]);
}
