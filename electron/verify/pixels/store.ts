// Memory for pictures and masks, lent for the time of one page and used again for the next: asking
// the system for millions of fresh bytes costs more than all that is done with them. Whoever borrows
// fills; nothing that was lent may be kept beyond `reclaim`.

/** Buffers of other sizes than the last page's are let go beyond this number of bytes. */
const MOST_KEPT = 96 * 1024 * 1024;
/** A buffer is lent for what fills the most of it. */
const LOOSEST = 1.5;

export class PixelStore {
  private free: Uint8Array[] = [];
  private lent: Uint8Array[] = [];

  /** Bytes of any content. */
  take(length: number): Uint8Array {
    const at = this.fitting(length);
    const buffer = at < 0 ? new Uint8Array(length) : this.free.splice(at, 1)[0]!;
    this.lent.push(buffer);
    return buffer.length === length ? buffer : buffer.subarray(0, length);
  }

  /** The least that holds so many bytes; pages seen as one have many sizes, all of them large. */
  private fitting(length: number): number {
    let best = -1;
    for (const [i, buffer] of this.free.entries()) {
      const fits = buffer.length >= length && buffer.length <= LOOSEST * length;
      if (fits && (best < 0 || buffer.length < this.free[best]!.length)) best = i;
    }
    return best;
  }

  /** Takes back all that was lent: the page is done. */
  reclaim(): void {
    let bytes = 0;
    // What was used last is likeliest to be asked for again.
    this.free = [...this.lent, ...this.free].filter(
      (buffer) => (bytes += buffer.length) <= MOST_KEPT,
    );
    this.lent = [];
  }
}
