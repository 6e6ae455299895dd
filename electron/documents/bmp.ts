// A bitmap file around raw pixels: no compression, so a page is on the screen as soon as it is drawn.

const HEADER = 14 + 40;

/** @param rgba 4 bytes a pixel, upright, alpha ignored */
export function encodeBmp(width: number, height: number, rgba: Uint8Array): Uint8Array {
  const stride = (width * 3 + 3) & ~3;
  const out = new Uint8Array(HEADER + stride * height);
  const view = new DataView(out.buffer);
  view.setUint16(0, 0x424d);
  view.setUint32(2, out.length, true);
  view.setUint32(10, HEADER, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  // Negative: rows run from the top.
  view.setInt32(22, -height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  view.setUint32(34, stride * height, true);
  for (let y = 0; y < height; y++) {
    let to = HEADER + y * stride;
    let from = y * width * 4;
    for (let x = 0; x < width; x++, from += 4, to += 3) {
      out[to] = rgba[from + 2]!;
      out[to + 1] = rgba[from + 1]!;
      out[to + 2] = rgba[from]!;
    }
  }
  return out;
}
