// Test support: wraps a CFF font program into the smallest OpenType file that a font reader opens,
// with glyph n standing at the n-th letter from "A". Not used by the app.

function table(size: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(size);
  fill(new DataView(bytes.buffer));
  return bytes;
}

function cmap(letters: number): Uint8Array {
  return table(12 + 16 + 12, (v) => {
    v.setUint16(2, 1);
    v.setUint16(4, 3);
    v.setUint16(6, 10);
    v.setUint32(8, 12);
    v.setUint16(12, 12);
    v.setUint32(16, 28);
    v.setUint32(24, 1);
    v.setUint32(28, 65);
    v.setUint32(32, 64 + letters);
    v.setUint32(36, 1);
  });
}

export function sfntAround(cff: Uint8Array, unitsPerEm: number, letters: number): Uint8Array {
  const tables: [string, Uint8Array][] = [
    ["CFF ", cff],
    ["cmap", cmap(letters)],
    ["head", table(54, (v) => v.setUint16(18, unitsPerEm))],
    ["hhea", table(36, (v) => v.setUint16(34, 1))],
    ["hmtx", table(4 + 2 * letters, (v) => v.setUint16(0, 500))],
    ["maxp", table(6, (v) => (v.setUint32(0, 0x5000), v.setUint16(4, letters + 1)))],
  ];
  let offset = 12 + 16 * tables.length;
  const padded = tables.map(([tag, bytes]) => {
    const entry = { tag, bytes, offset };
    offset += (bytes.length + 3) & ~3;
    return entry;
  });
  const out = new Uint8Array(offset);
  const view = new DataView(out.buffer);
  out.set(new TextEncoder().encode("OTTO"), 0);
  view.setUint16(4, tables.length);
  padded.forEach(({ tag, bytes, offset }, i) => {
    const at = 12 + 16 * i;
    out.set(new TextEncoder().encode(tag), at);
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, bytes.length);
    out.set(bytes, offset);
  });
  return out;
}
