// Memory for pictures and masks, lent for the time of one page and used again for the next: asking
// the system for millions of fresh bytes costs more than all that is done with them. Whoever borrows
// fills; nothing that was lent may be kept beyond `reclaim`.

/** Buffers of other sizes than the last page's are let go beyond this number of bytes. */
const MOST_KEPT = 96 * 1024 * 1024;

export class PixelStore {
  private free: Uint8Array[] = [];
  private lent: Uint8Array[] = [];

  /** Bytes of any content. */
  take(length: number): Uint8Array {
    const at = this.free.findIndex((buffer) => buffer.length === length);
    const buffer = at < 0 ? new Uint8Array(length) : this.free.splice(at, 1)[0]!;
    this.lent.push(buffer);
    return buffer;
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
