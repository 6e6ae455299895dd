// Takes a drawn picture out of the engine's memory, as grey.

/** Rows of the engine's picture without what fills them up. */
export function copyGrey(
  heap: Uint8Array,
  at: number,
  width: number,
  stride: number,
  grey: Uint8Array,
): void {
  if (stride === width) grey.set(heap.subarray(at, at + grey.length));
  else
    for (let to = 0, from = at; to < grey.length; to += width, from += stride)
      grey.set(heap.subarray(from, from + width), to);
}

/** Pixels of four bytes as grey, into bytes that are white already: most rows of a page are. */
export function readGrey(heap: Uint8Array, at: number, width: number, grey: Uint8Array): void {
  const bytes = Buffer.from(heap.buffer, at, grey.length * 4);
  const white = Buffer.alloc(width * 4, 255);
  const source = new Int32Array(heap.buffer, at, grey.length);
  for (let from = 0; from < grey.length; from += width) {
    if (white.compare(bytes, from * 4, (from + width) * 4) !== 0)
      readRow(source, from, from + width, grey);
  }
}

function readRow(source: Int32Array, from: number, to: number, grey: Uint8Array): void {
  for (let i = from; i < to; i++) {
    const pixel = source[i]!;
    if (pixel !== -1)
      grey[i] = ((pixel & 255) * 29 + ((pixel >> 8) & 255) * 150 + ((pixel >> 16) & 255) * 77) >> 8;
  }
}
