// A clock for work in another process. Where the machine is busy with much else the work gets a part
// of its time only, and the clock waits longer: a file must not be refused for what others do.
import { availableParallelism, loadavg } from "node:os";

/** At most so many times as long. */
const MOST = 1.35;
/** Milliseconds. */
const MINUTE = 60_000;
/**
 * No crowd makes a clock of less than a minute longer than this, so that with what comes before and
 * after it a minute is kept; long documents have longer clocks.
 */
const LONGEST = 48_000;

/** How many times as long work takes now, as far as the machine tells: 1 where it is not crowded. */
export function crowding(
  load: number = loadavg()[0]!,
  processors: number = availableParallelism(),
): number {
  // Work of our own keeps all processors busy, and as much again may wait without harm.
  return Math.min(MOST, Math.max(1, load / processors - 1));
}

export class Clock {
  readonly #limit: number;
  readonly #ends: (milliseconds: number) => void;
  readonly #crowding: () => number;
  readonly #most: number;
  #started = performance.now();
  #timer: NodeJS.Timeout;

  /**
   * @param limit milliseconds on a machine that is not crowded; `ends` is told how long it was
   * @param most milliseconds that no crowd makes longer
   */
  constructor(
    limit: number,
    ends: (milliseconds: number) => void,
    crowded = crowding,
    most = Number.POSITIVE_INFINITY,
  ) {
    this.#limit = Math.min(limit, most);
    this.#most = most;
    this.#ends = ends;
    this.#crowding = () => crowded();
    this.#timer = this.#arm(this.#limit);
  }

  /** Starts anew. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#started = performance.now();
    this.#timer = this.#arm(this.#limit);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Milliseconds, as crowded as the machine is now. */
  #allowed(): number {
    const stretched = this.#limit * this.#crowding();
    const kept =
      this.#limit < MINUTE ? Math.min(stretched, Math.max(this.#limit, LONGEST)) : stretched;
    return Math.min(kept, this.#most);
  }

  #arm(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => {
      const passed = performance.now() - this.#started;
      const left = this.#allowed() - passed;
      if (left >= 1) this.#timer = this.#arm(left);
      else this.#ends(passed);
    }, milliseconds);
  }
}
