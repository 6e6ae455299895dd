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
const onward = new Float64Array(LABELS);
const local = new Float64Array(LONGEST_STRETCH * LABELS);
/** The step's table by its second label, so that what leads to a label lies side by side. */
const leading = new Float64Array(LABELS * LABELS);

/** `step[a * LABELS + b]` is exp(score) of b after a. */
export function expTransitions(transitions: Float32Array): Float64Array {
  return Float64Array.from(transitions, Math.exp);
}

/** The sum over LABELS of `list` at `from` times `table` at `row`, written out in full: it is asked twice a label. */
function product(list: Float64Array, from: number, table: Float64Array, row: number): number {
  return (
    (list[from] as number) * (table[row] as number) +
    (list[from + 1] as number) * (table[row + 1] as number) +
    (list[from + 2] as number) * (table[row + 2] as number) +
    (list[from + 3] as number) * (table[row + 3] as number) +
    (list[from + 4] as number) * (table[row + 4] as number) +
    (list[from + 5] as number) * (table[row + 5] as number) +
    (list[from + 6] as number) * (table[row + 6] as number) +
    (list[from + 7] as number) * (table[row + 7] as number) +
    (list[from + 8] as number) * (table[row + 8] as number)
  );
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
  for (let j = 0; j < LABELS; j++)
    for (let k = 0; k < LABELS; k++) leading[k * LABELS + j] = step[j * LABELS + k] as number;
  let logSum = 0;
  // The loops run for every word of every page: typed arrays never give undefined within their bounds.
  for (let i = 0; i < count; i++) {
    const at = (from + i) * LABELS;
    const here = i * LABELS;
    let best = scores[at] as number;
    for (let k = 1; k < LABELS; k++)
      if ((scores[at + k] as number) > best) best = scores[at + k] as number;
    let sum = 0;
    for (let k = 0; k < LABELS; k++) {
      const fit = Math.exp((scores[at + k] as number) - best);
      local[here + k] = fit;
      const reach = i > 0 ? product(forward, here - LABELS, leading, k * LABELS) : 1;
      const value = reach * fit;
      forward[here + k] = value;
      sum += value;
    }
    const share = 1 / sum;
    for (let k = 0; k < LABELS; k++) forward[here + k] = (forward[here + k] as number) * share;
    logSum += best + Math.log(sum);
  }
  backward.fill(1);
  for (let i = count - 1; i >= 0; i--) {
    const at = (from + i) * LABELS;
    const here = i * LABELS;
    let sum = 0;
    for (let k = 0; k < LABELS; k++) {
      const value = (forward[here + k] as number) * (backward[k] as number);
      out[at + k] = value;
      sum += value;
      // What a token's labels are worth to the token before, once for all of that one's labels.
      onward[k] = (local[here + k] as number) * (backward[k] as number);
    }
    const share = 1 / sum;
    for (let k = 0; k < LABELS; k++) out[at + k] = (out[at + k] as number) * share;
    let total = 0;
    for (let j = 0; j < LABELS; j++) {
      const value = product(onward, 0, step, j * LABELS);
      carried[j] = value;
      total += value;
    }
    const part = 1 / total;
    for (let j = 0; j < LABELS; j++) backward[j] = (carried[j] as number) * part;
  }
  return logSum;
}
