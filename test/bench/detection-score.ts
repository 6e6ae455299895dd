// Scores findings against annotated mentions: what had to be found was found, and what was found is there.
// An entity counts as found when every word of every mention of it is covered; precision is by words.
import type { GoldDocument } from "./detection-data.ts";

export interface Covered {
  readonly start: number;
  readonly end: number;
  readonly detector: string;
  readonly category: string;
}

export interface Count {
  hit: number;
  of: number;
}

export interface Score {
  readonly direct: Count;
  readonly quasi: Count;
  readonly tokens: Count;
  readonly byType: Map<string, Count>;
  /** Words covered that lie in any annotated mention, those that may stay included. */
  readonly precision: Count;
  readonly byDetector: Map<string, Count>;
  /** What was missed, and what was covered for nothing, by type or detector. */
  readonly missed: Map<string, Map<string, number>>;
  readonly wrong: Map<string, Map<string, number>>;
}

const WORD = /[\p{L}\p{N}]+/gu;

export const emptyScore = (): Score => ({
  direct: { hit: 0, of: 0 },
  quasi: { hit: 0, of: 0 },
  tokens: { hit: 0, of: 0 },
  byType: new Map(),
  precision: { hit: 0, of: 0 },
  byDetector: new Map(),
  missed: new Map(),
  wrong: new Map(),
});

function tally(map: Map<string, Count>, key: string, hit: boolean): void {
  const count = map.get(key) ?? { hit: 0, of: 0 };
  count.of++;
  if (hit) count.hit++;
  map.set(key, count);
}

function list(map: Map<string, Map<string, number>>, key: string, text: string): void {
  const inner = map.get(key) ?? new Map<string, number>();
  inner.set(text, (inner.get(text) ?? 0) + 1);
  map.set(key, inner);
}

export function addScore(score: Score, gold: GoldDocument, found: readonly Covered[]): void {
  const { text } = gold;
  const by = new Int32Array(text.length).fill(-1);
  found.forEach((f, i) => by.fill(i, f.start, f.end));
  const annotated = new Uint8Array(text.length);
  for (const m of gold.mentions) annotated.fill(1, m.start, m.end);
  const entities = new Map<string, { need: string; whole: boolean }>();
  const counted = new Uint8Array(text.length);
  for (const m of gold.mentions) {
    if (m.need === "NO_MASK") continue;
    let whole = true;
    for (const word of text.slice(m.start, m.end).matchAll(WORD)) {
      const at = m.start + word.index;
      let hit = true;
      for (let i = at; i < at + word[0].length; i++) if (by[i]! < 0) hit = false;
      if (!hit) whole = false;
      if (counted[at] === 1) continue;
      counted[at] = 1;
      tally(score.byType, m.type, hit);
      score.tokens.of++;
      if (hit) score.tokens.hit++;
    }
    if (!whole) list(score.missed, m.type, text.slice(m.start, m.end).replace(/\s+/g, " "));
    const entity = entities.get(m.entity);
    if (entity === undefined) entities.set(m.entity, { need: m.need, whole });
    else {
      entity.whole &&= whole;
      if (m.need === "DIRECT") entity.need = "DIRECT";
    }
  }
  for (const { need, whole } of entities.values()) {
    const count = need === "DIRECT" ? score.direct : score.quasi;
    count.of++;
    if (whole) count.hit++;
  }
  for (const word of text.matchAll(WORD)) {
    const index = by[word.index]!;
    if (index < 0) continue;
    const right = annotated[word.index] === 1;
    score.precision.of++;
    if (right) score.precision.hit++;
    tally(score.byDetector, `${found[index]!.detector}`, right);
  }
  for (const f of found)
    if (annotated.subarray(f.start, f.end).every((a) => a === 0))
      list(score.wrong, f.detector, text.slice(f.start, f.end).replace(/\s+/g, " "));
}

/** Wilson's 95 % interval of a proportion. */
export function interval({ hit, of }: Count): readonly [number, number] {
  if (of === 0) return [0, 1];
  const z = 1.96;
  const p = hit / of;
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

export function shown(count: Count): string {
  if (count.of === 0) return "–";
  const [low, high] = interval(count);
  return `${(count.hit / count.of).toFixed(3)} [${low.toFixed(3)}–${high.toFixed(3)}] n=${count.of}`;
}
