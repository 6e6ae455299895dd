// The case that is open in this window, if any, and the clock that locks it when nobody works on it.
// One case at a time: opening another closes the one before.
import { Refusal } from "../../shared/model/refusal.ts";
import type { CaseStore, NewCase } from "./case-store.ts";
import type { OpenCase } from "./open-case.ts";

export type LockReason = "idle" | "lid" | "asked";

export interface SessionOptions {
  readonly store: CaseStore;
  /** Milliseconds without a call after which the case locks; 0 never. */
  readonly idleAfter?: number;
  readonly onLock?: (why: LockReason) => void;
}

export class CaseSession {
  readonly #o: SessionOptions;
  #open: OpenCase | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = 0;

  constructor(options: SessionOptions) {
    this.#o = options;
  }

  /** The open case; being asked for counts as use. @throws Refusal locked */
  current(): OpenCase {
    if (!this.#open?.open) throw new Refusal("locked", "No case is open, or it locked itself.");
    this.touch();
    return this.#open;
  }

  /** The open case without counting as use. */
  peek(): OpenCase | null {
    return this.#open?.open ? this.#open : null;
  }

  async create(input: NewCase): Promise<OpenCase> {
    this.lock("asked");
    return this.#take(await this.#o.store.create(input));
  }

  async open(id: string, user: string, passphrase: string): Promise<OpenCase> {
    this.lock("asked");
    return this.#take(await this.#o.store.open(id, user, passphrase));
  }

  lock(why: LockReason): void {
    clearTimeout(this.#timer);
    const open = this.#open;
    this.#open = undefined;
    if (!open?.open) return;
    open.close(why);
    this.#o.onLock?.(why);
  }

  touch(): void {
    clearTimeout(this.#timer);
    const { idleAfter = 0 } = this.#o;
    if (!this.#open || idleAfter === 0 || this.#busy > 0) return;
    this.#timer = setTimeout(() => this.lock("idle"), idleAfter);
    this.#timer.unref?.();
  }

  /** Long work (reading, burning) counts as use until it ends. */
  async working<T>(work: () => Promise<T>): Promise<T> {
    this.#busy++;
    clearTimeout(this.#timer);
    try {
      return await work();
    } finally {
      this.#busy--;
      this.touch();
    }
  }

  #take(open: OpenCase): OpenCase {
    // Two openings at once: the later one wins, the earlier one is closed and leaves no key behind.
    if (this.#open?.open) this.#open.close("asked");
    this.#open = open;
    this.touch();
    return open;
  }
}
