// How long burning and verifying may take. A short document ends within a minute whatever it is; a long
// one may take its time as long as it comes on, on slow and busy machines as well.
import type { JobLimits } from "../workers/client.ts";

/** Milliseconds: base and per-page allowance. */
const CLOCK = { base: 36_000, page: 8_000 };
/**
 * Milliseconds without any progress, by the clock on the wall: a slow or busy machine takes many times as
 * long for a page, and what is done with all pages at once takes longer the more there are.
 */
const STALL = { short: 36_000, base: 60_000, page: 2_000, most: 300_000 };
/**
 * Milliseconds for all that is done with a short document, from the caller's beginning: with what it takes
 * to start and to write it ends within a minute, however many rounds it would need.
 */
export const SHORT_IN_ALL = 55_000;
const MINUTE = 60_000;

/** @param until when a short document has to be done with; by `performance.now()` */
export function limitsFor(pages: number, until: number): JobLimits {
  const clock = CLOCK.base + pages * CLOCK.page;
  if (clock < MINUTE)
    return { clock, stall: STALL.short, most: Math.max(1, until - performance.now()) };
  return { clock, stall: Math.min(STALL.most, STALL.base + pages * STALL.page) };
}
