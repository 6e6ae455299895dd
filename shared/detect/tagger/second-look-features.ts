// What the second look knows of each word of a span: numbers of about one in size, most of them log-odds of chances.
import { LABELS } from "./chain.ts";
import type { Scored } from "./score.ts";
import type { Run } from "./spans.ts";
import { LEVELS } from "./telling-score.ts";
import type { Tokens } from "./tokens.ts";
import { DIGITS, INITIAL, OTHER, TITLE, UPPER } from "./word-form.ts";
import type { DocumentWords } from "./words.ts";

const KINDS = LABELS - 1;
/** Numbers of the span, of the word, and one for each kind by itself and times the odds of span and word. */
const OF_SPAN = 19;
const OF_WORD = 19;
export const LOOK_FEATURES = OF_SPAN + OF_WORD + 3 * KINDS;

/** Log-odds of nothing at all, about as low as `odds` goes; those of what does not exist. */
const NEVER = -7;
const odds = (chance: number): number => Math.log((chance + 1e-3) / (1.001 - chance));
/** Sums beyond this tell no more. */
const MOST = 12;
const within = (sum: number): number => Math.max(-MOST, Math.min(MOST, sum));
/** Sentences to either side that count as near, and as around. */
const NEAR = 2;
const AROUND = 12;
/** Kinds whose surest span nearby is told: somebody, a time, a circumstance. */
const TOLD: readonly number[] = [1, 5, 8];
/** Small words: they tell nothing by themselves. */
const SMALL = new Set("of the a an and or in on at to by for from with as was is his her their had has s".split(" ")); // prettier-ignore

const isCapital = (casing: number): boolean =>
  casing === TITLE || casing === UPPER || casing === INITIAL;

export interface LookedAt {
  /** LOOK_FEATURES numbers a word. */
  readonly features: Float32Array;
  /** The token of each word. */
  readonly at: Int32Array;
  readonly count: number;
}

/** What is found in each sentence. */
interface Found {
  readonly sentenceOf: Int32Array;
  /** Sum of the chances of the spans in all sentences before each. */
  readonly before: Float64Array;
  /** The surest span's log-odds, which run it is, and the next one's. */
  readonly first: Float64Array;
  readonly firstRun: Int32Array;
  readonly second: Float64Array;
  /** The surest of each kind of TOLD. */
  readonly told: readonly Float64Array[];
}

function found(starts: Int32Array, runs: readonly Run[]): Found {
  const count = starts.length - 1;
  const sentenceOf = new Int32Array(runs.length);
  const before = new Float64Array(count + 1);
  const first = new Float64Array(count).fill(NEVER);
  const second = new Float64Array(count).fill(NEVER);
  const firstRun = new Int32Array(count).fill(-1);
  const told = TOLD.map(() => new Float64Array(count).fill(NEVER));
  let s = 0;
  runs.forEach((run, r) => {
    while (s + 1 < count && (starts[s + 1] as number) <= run.first) s++;
    sentenceOf[r] = s;
    before[s + 1] = (before[s + 1] as number) + run.score;
    const sure = odds(run.score);
    if (sure > (first[s] as number)) {
      second[s] = first[s] as number;
      first[s] = sure;
      firstRun[s] = r;
    } else if (sure > (second[s] as number)) second[s] = sure;
    TOLD.forEach((label, k) => {
      const list = told[k] as Float64Array;
      if (run.label === label && sure > (list[s] as number)) list[s] = sure;
    });
  });
  for (let i = 1; i <= count; i++) before[i] = (before[i] as number) + (before[i - 1] as number);
  return { sentenceOf, before, first, firstRun, second, told };
}

export function lookFeatures(
  tokens: Tokens,
  words: DocumentWords,
  { likely, byChain, byBoth }: Scored,
  runs: readonly Run[],
): LookedAt {
  const { starts, own, around } = words.levels;
  const last = starts.length - 2;
  const told = found(starts, runs);
  let total = 0;
  for (const run of runs) total += run.last - run.first + 1;
  const features = new Float32Array(total * LOOK_FEATURES);
  const at = new Int32Array(total);
  const span = new Float32Array(OF_SPAN);
  const chanceAt = (i: number): number =>
    i < 0 || i >= tokens.count ? NEVER : odds(1 - (likely[i * LABELS] as number));
  const often = new Float64Array(words.groups);
  const groupAt = (i: number): number => words.types[words.typeOf[i] as number]!.group;
  for (let i = 0; i < tokens.count; i++) often[groupAt(i)]! += 1 - (likely[i * LABELS] as number);
  const casingAt = (i: number): number => words.types[words.typeOf[i] as number]!.casing;
  let n = 0;
  runs.forEach((run, r) => {
    const s = told.sentenceOf[r] as number;
    const count = run.last - run.first + 1;
    let sum = 0;
    let least = 99;
    let kind = 0;
    let any = 0;
    let capital = 0;
    let digits = 0;
    for (let i = run.first; i <= run.last; i++) {
      const sure = chanceAt(i);
      sum += sure;
      if (sure < least) least = sure;
      kind += likely[i * LABELS + run.label] as number;
      any += 1 - (likely[i * LABELS] as number);
      const casing = casingAt(i);
      if (isCapital(casing)) capital = 1;
      if (casing === DIGITS) digits = 1;
    }
    let near = NEVER;
    const nearTold = [NEVER, NEVER, NEVER];
    for (let k = Math.max(0, s - NEAR); k <= Math.min(last, s + NEAR); k++) {
      if (k !== s) near = Math.max(near, told.first[k] as number);
      for (let m = 0; m < TOLD.length; m++)
        nearTold[m] = Math.max(nearTold[m] as number, (told.told[m] as Float64Array)[k] as number);
    }
    const between = (from: number, to: number): number =>
      (told.before[Math.min(last, to) + 1] as number) - (told.before[Math.max(0, from)] as number);
    const here = between(s, s);
    const from = starts[s] as number;
    const length = (starts[s + 1] as number) - from;
    const reached =
      (starts[Math.min(last, s + AROUND) + 1] as number) -
      (starts[Math.max(0, s - AROUND)] as number);
    const sure = odds(run.score);
    span[0] = sure / 3;
    span[1] = sum / count / 3;
    span[2] = least / 3;
    span[3] = Math.log(count);
    span[4] = kind / (any + 1e-6);
    span[5] = (told.firstRun[s] === r ? (told.second[s] as number) : (told.first[s] as number)) / 4;
    span[6] = near / 4;
    span[7] = Math.min(8, here - run.score) / 3;
    span[8] = Math.min(20, between(s - NEAR, s + NEAR) - here) / 6;
    span[9] = (between(s - AROUND, s + AROUND) / reached) * 12;
    span[10] = (own[run.first] as number) / (LEVELS / 2) - 1;
    span[11] = (around[run.first] as number) / (LEVELS / 2) - 1;
    span[12] = (nearTold[0] as number) / 4;
    span[13] = (nearTold[1] as number) / 4;
    span[14] = (nearTold[2] as number) / 4;
    span[15] = (run.first - from) / length;
    span[16] = Math.min(64, length) / 32;
    span[17] = capital;
    span[18] = digits;
    for (let i = run.first; i <= run.last; i++) {
      const f = n * LOOK_FEATURES;
      at[n++] = i;
      features.set(span, f);
      const w = f + OF_SPAN;
      const type = words.types[words.typeOf[i] as number]!;
      const chance = chanceAt(i);
      features[w] = chance / 3;
      features[w + 1] = chanceAt(i - 1) / 3;
      features[w + 2] = chanceAt(i + 1) / 3;
      features[w + 3] = chanceAt(i - 2) / 3;
      features[w + 4] = chanceAt(i + 2) / 3;
      features[w + 5] = Math.min(3, i - run.first) / 2;
      features[w + 6] = Math.min(3, run.last - i) / 2;
      features[w + 7] = SMALL.has(type.plain) ? 1 : 0;
      features[w + 8] = Math.min(12, type.text.length) / 6;
      const not = 1 - (likely[i * LABELS] as number);
      features[w + 9] = (likely[i * LABELS + run.label] as number) / (not + 1e-6);
      features[w + 10] = isCapital(type.casing) ? 1 : 0;
      features[w + 11] = type.casing === DIGITS ? 1 : 0;
      features[w + 12] = (words.opening[i] as number) / 2;
      features[w + 13] = tokens.breaks[i] as number;
      features[w + 14] = type.casing === OTHER ? 1 : 0;
      const group = groupAt(i);
      const times = words.frequency[group] as number;
      features[w + 15] =
        times < 2
          ? NEVER / 3
          : odds(Math.max(0, ((often[group] as number) - not) / (times - 1))) / 3;
      features[w + 16] = Math.log(times) / 2;
      const nothing = i * LABELS;
      const label = nothing + run.label;
      const chain = (byChain[label] as number) - (byChain[nothing] as number);
      const both = (byBoth[label] as number) - (byBoth[nothing] as number);
      features[w + 17] = within(chain) / 3;
      features[w + 18] = within(both - chain) / 3;
      const k = w + OF_WORD + run.label - 1;
      features[k] = 1;
      features[k + KINDS] = sure / 3;
      features[k + 2 * KINDS] = chance / 3;
    }
  });
  return { features, at, count: n };
}
