// The frame every identifier detector is built on: a pattern, the words near it, a judgement in plain
// English. A failed check digit lowers the score and never vetoes: a mistyped number still identifies.
import type { Detector, Hit, PageScan } from "../hit.ts";
import type { Category, Tier } from "../model.ts";
import { zonesAround } from "../text/digit-zones.ts";

export interface Judgement {
  readonly score: number;
  readonly tier: Tier;
  readonly why: string;
  /** Part of the match that is the identifier, where the pattern had to read more. */
  readonly from?: number;
  readonly to?: number;
  readonly category?: Category;
  readonly identifier?: "direct" | "quasi";
  readonly label?: string;
}

/** Lower-case text around a match. */
export interface Near {
  before(length: number): string;
  after(length: number): string;
}

export interface NumberRule {
  readonly category: Category;
  /** Global; every match is judged. Quantifiers must be bounded so that garbage stays linear. */
  readonly pattern: RegExp;
  /** It may match without any digit, so the whole page is tried. */
  readonly wordy?: boolean;
  /** No match without one of these words or marks: global, cheap. With `wordy` only. */
  readonly trigger?: RegExp;
  judge(match: RegExpExecArray, near: Near): Judgement | null;
}

export const suggested = (score: number, why: string): Judgement => ({
  score,
  tier: "suggested",
  why,
});
export const check = (score: number, why: string): Judgement => ({ score, tier: "check", why });

export function numberDetector(
  name: string,
  version: string,
  about: string,
  rules: readonly NumberRule[],
): Detector {
  return {
    name,
    version,
    about,
    find(page) {
      const hits: Hit[] = [];
      for (const rule of rules) run(rule, page, hits, name, version);
      return hits;
    },
  };
}

/** Letters about a trigger that a pattern may reach. */
const TRIGGER_REACH = 200;

function eachZone(rule: NumberRule, page: PageScan): PageScan["zones"] {
  if (rule.wordy !== true) return page.zones;
  const { text } = page.clean;
  return rule.trigger === undefined
    ? [[0, text.length]]
    : zonesAround(text, rule.trigger, TRIGGER_REACH);
}

function run(
  rule: NumberRule,
  page: PageScan,
  hits: Hit[],
  detector: string,
  version: string,
): void {
  const { text } = page.clean;
  const { pattern } = rule;
  for (const [from, to] of eachZone(rule, page)) {
    const zone = from === 0 && to === text.length ? text : text.slice(from, to);
    pattern.lastIndex = 0;
    for (let match = pattern.exec(zone); match !== null; match = pattern.exec(zone)) {
      if (match[0].length === 0) pattern.lastIndex++;
      else take(rule, match, from + match.index, text, hits, detector, version);
    }
  }
}

function take(
  rule: NumberRule,
  match: RegExpExecArray,
  at: number,
  text: string,
  hits: Hit[],
  detector: string,
  version: string,
): void {
  const end = at + match[0].length;
  const found = rule.judge(match, {
    before: (n) => text.slice(Math.max(0, at - n), at).toLowerCase(),
    after: (n) => text.slice(end, end + n).toLowerCase(),
  });
  if (found === null) return;
  hits.push({
    start: at + (found.from ?? 0),
    end: found.to === undefined ? end : at + found.to,
    category: found.category ?? rule.category,
    identifier: found.identifier ?? "direct",
    score: found.score,
    tier: found.tier,
    detector,
    version,
    why: found.why,
    ...(found.label === undefined ? {} : { label: found.label }),
  });
}

export const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** Σ digit × weight over as many digits as there are weights. */
export function weighted(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (digits.charCodeAt(i) - 48) * weights[i]!;
  return sum;
}
