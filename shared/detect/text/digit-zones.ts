// Stretches of a page that hold a digit, with room about it. Most patterns for identifiers need one, so they are
// only tried there: a page of prose is mostly letters. A zone begins and ends at white space, never in a word.

/** How far before and after a digit an identifier may reach. */
const REACH = 64;

/** Pairs [start, end), apart from each other and in order. */
export function digitZones(text: string): readonly (readonly [number, number])[] {
  const zones: [number, number][] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) continue;
    let last = i;
    let end = i + 1;
    // The zone goes on as long as another digit follows within reach.
    while (end < text.length && end - last <= 2 * REACH) {
      const next = text.charCodeAt(end);
      if (next >= 48 && next <= 57) last = end;
      end++;
    }
    const start = backTo(text, Math.max(0, i - REACH));
    end = onTo(text, Math.min(text.length, last + 1 + REACH));
    const before = zones[zones.length - 1];
    if (before !== undefined && start <= before[1]) before[1] = Math.max(before[1], end);
    else zones.push([start, end]);
    i = Math.max(i, end - 1);
  }
  return zones;
}

/**
 * The same for what cannot be without one of some words: zones `reach` letters about each match of a
 * global pattern. @param trigger plain words, cheap to look for
 */
export function zonesAround(
  text: string,
  trigger: RegExp,
  reach: number,
): readonly (readonly [number, number])[] {
  const zones: [number, number][] = [];
  trigger.lastIndex = 0;
  for (let match = trigger.exec(text); match !== null; match = trigger.exec(text)) {
    const to = match.index + match[0].length;
    const start = backTo(text, Math.max(0, match.index - reach));
    const end = onTo(text, Math.min(text.length, to + reach));
    const before = zones[zones.length - 1];
    if (before !== undefined && start <= before[1]) before[1] = Math.max(before[1], end);
    else zones.push([start, end]);
  }
  return zones;
}

/** Both, apart from each other and in order. */
export function eitherZones(
  a: readonly (readonly [number, number])[],
  b: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const zones: [number, number][] = [];
  for (let i = 0, k = 0; i < a.length || k < b.length;) {
    const first = k >= b.length || (i < a.length && a[i]![0] <= b[k]![0]) ? a[i++]! : b[k++]!;
    const before = zones[zones.length - 1];
    if (before !== undefined && first[0] <= before[1]) before[1] = Math.max(before[1], first[1]);
    else zones.push([first[0], first[1]]);
  }
  return zones;
}

const blank = (text: string, i: number): boolean => text.charCodeAt(i) <= 32;

/** Word ends are looked for a little way only: a text without spaces must not make zones grow. */
const SEARCH = 80;

function backTo(text: string, from: number): number {
  for (let i = from; i > Math.max(0, from - SEARCH); i--) if (blank(text, i - 1)) return i;
  return Math.max(0, from - SEARCH);
}

function onTo(text: string, from: number): number {
  for (let i = from; i < Math.min(text.length, from + SEARCH); i++) if (blank(text, i)) return i;
  return Math.min(text.length, from + SEARCH);
}
