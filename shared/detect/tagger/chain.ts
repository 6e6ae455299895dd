// A linear chain over the labels of one stretch of text: from how well each label suits each
// token, and how well labels follow one another, the probability of every label at every token
// (forward and backward sums, rescaled at each step so that nothing overflows).
// Pure arithmetic; it knows neither words nor features.

export const LABELS = 9;
/** Stretches longer than this are judged in pieces, so memory stays bounded. */
export const LONGEST_STRETCH = 1024;

const forward = new Float64Array(LONGEST_STRETCH * LABELS);
const backward = new Float64Array(LABELS);
const carried = new Float64Array(LABELS);
const local = new Float64Array(LONGEST_STRETCH * LABELS);

/** `step[a * LABELS + b]` is exp(score) of b after a. */
export function expTransitions(transitions: Float32Array): Float64Array {
  return Float64Array.from(transitions, Math.exp);
}

/**
 * Reads scores of `count` tokens from `scores` at token `from`, writes their marginals to `out`
 * at the same place. Returns the logarithm of the sum over all labellings.
 */
export function marginals(
  scores: Float32Array,
  from: number,
  count: number,
  step: Float64Array,
  out: Float32Array,
): number {
  let logSum = 0;
  for (let i = 0; i < count; i++) {
    const at = (from + i) * LABELS;
    const here = i * LABELS;
    let best = -Infinity;
    for (let k = 0; k < LABELS; k++) best = Math.max(best, scores[at + k] ?? 0);
    let sum = 0;
    for (let k = 0; k < LABELS; k++) {
      const fit = Math.exp((scores[at + k] ?? 0) - best);
      local[here + k] = fit;
      let reach = 1;
      if (i > 0) {
        reach = 0;
        for (let j = 0; j < LABELS; j++)
          reach += (forward[here - LABELS + j] ?? 0) * (step[j * LABELS + k] ?? 0);
      }
      const value = reach * fit;
      forward[here + k] = value;
      sum += value;
    }
    for (let k = 0; k < LABELS; k++) forward[here + k] = (forward[here + k] ?? 0) / sum;
    logSum += best + Math.log(sum);
  }
  backward.fill(1);
  for (let i = count - 1; i >= 0; i--) {
    const at = (from + i) * LABELS;
    const here = i * LABELS;
    let sum = 0;
    for (let k = 0; k < LABELS; k++) {
      const value = (forward[here + k] ?? 0) * (backward[k] ?? 0);
      out[at + k] = value;
      sum += value;
    }
    for (let k = 0; k < LABELS; k++) out[at + k] = (out[at + k] ?? 0) / sum;
    let total = 0;
    for (let j = 0; j < LABELS; j++) {
      let value = 0;
      for (let k = 0; k < LABELS; k++)
        value += (step[j * LABELS + k] ?? 0) * (local[here + k] ?? 0) * (backward[k] ?? 0);
      carried[j] = value;
      total += value;
    }
    for (let j = 0; j < LABELS; j++) backward[j] = (carried[j] ?? 0) / total;
  }
  return logSum;
}
