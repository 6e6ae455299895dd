// Counts the glyphs of an embedded font program: CFF (bare or in an OpenType wrapper) and
// TrueType. It reads just enough to name the glyphs that hold an outline and the strings that
// the program carries. Broken programs throw `BrokenFont`.

export class BrokenFont extends Error {}

export interface FontProgram {
  /** Identifiers of the glyphs, without .notdef: CIDs of a CFF font, glyph numbers of a TrueType. */
  readonly glyphs: ReadonlySet<number>;
  /** Names inside the program. */
  readonly names: readonly string[];
}

export function readFontProgram(bytes: Uint8Array): FontProgram {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const tag = view.getUint32(0);
    if (tag === 0x4f54544f) return readCff(table(view, "CFF "));
    if (tag === 0x00010000 || tag === 0x74727565) return readTrueType(view);
    return readCff(view);
  } catch (error) {
    if (error instanceof RangeError) throw new BrokenFont("ends too early");
    throw error;
  }
}

function table(view: DataView, wanted: string): DataView {
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    let tag = "";
    for (let k = 0; k < 4; k++) tag += String.fromCharCode(view.getUint8(at + k));
    if (tag !== wanted) continue;
    return new DataView(
      view.buffer,
      view.byteOffset + view.getUint32(at + 8),
      view.getUint32(at + 12),
    );
  }
  throw new BrokenFont(`has no ${wanted.trim()} table`);
}

function readTrueType(view: DataView): FontProgram {
  const glyphCount = table(view, "maxp").getUint16(4);
  const long = table(view, "head").getInt16(50) === 1;
  const loca = table(view, "loca");
  const glyphs = new Set<number>();
  const offset = (i: number): number => (long ? loca.getUint32(i * 4) : loca.getUint16(i * 2) * 2);
  for (let i = 1; i < glyphCount; i++) if (offset(i + 1) > offset(i)) glyphs.add(i);
  return { glyphs, names: [] };
}

interface Index {
  readonly count: number;
  readonly end: number;
  item(i: number): [number, number];
}

function readIndex(view: DataView, at: number): Index {
  const count = view.getUint16(at);
  if (count === 0) return { count, end: at + 2, item: () => [0, 0] };
  const size = view.getUint8(at + 2);
  if (size < 1 || size > 4) throw new BrokenFont("has a broken index");
  const offset = (i: number): number => {
    let value = 0;
    for (let k = 0; k < size; k++) value = value * 256 + view.getUint8(at + 3 + i * size + k);
    return value;
  };
  const base = at + 2 + (count + 1) * size;
  return {
    count,
    end: base + offset(count),
    item: (i) => [base + offset(i), base + offset(i + 1)],
  };
}

function readCff(view: DataView): FontProgram {
  const names = readIndex(view, view.getUint8(2));
  const tops = readIndex(view, names.end);
  const strings = readIndex(view, tops.end);
  if (tops.count !== 1) throw new BrokenFont("holds more than one font");
  const top = readDict(view, ...tops.item(0));
  const charStrings = readIndex(view, top.get(17)?.[0] ?? -1);
  const texts: string[] = [];
  for (const index of [names, strings])
    for (let i = 0; i < Math.min(index.count, 10_000); i++) {
      const [from, to] = index.item(i);
      let text = "";
      for (let k = from; k < Math.min(to, from + 512); k++)
        text += String.fromCharCode(view.getUint8(k));
      texts.push(text);
    }
  const glyphs = top.has(1230)
    ? charset(view, top.get(15)?.[0] ?? 0, charStrings.count)
    : new Set(Array.from({ length: Math.max(0, charStrings.count - 1) }, (_, i) => i + 1));
  if (glyphs.size !== Math.max(0, charStrings.count - 1))
    throw new BrokenFont("holds glyphs without a code");
  return { glyphs, names: texts };
}

/** Character identifiers of the glyphs after .notdef. */
function charset(view: DataView, at: number, count: number): Set<number> {
  const ids = new Set<number>();
  if (at <= 2) throw new BrokenFont("has no character set of its own");
  const format = view.getUint8(at);
  let pos = at + 1;
  for (let glyph = 1; glyph < count;) {
    const first = view.getUint16(pos);
    const more = format === 0 ? 0 : format === 1 ? view.getUint8(pos + 2) : view.getUint16(pos + 2);
    pos += format === 0 ? 2 : format === 1 ? 3 : 4;
    for (let i = 0; i <= more && glyph < count; i++, glyph++) ids.add(first + i);
  }
  return ids;
}

/** Operators of a CFF dictionary; two-byte operators are 1200 + second byte. */
function readDict(view: DataView, from: number, to: number): Map<number, number[]> {
  const dict = new Map<number, number[]>();
  let operands: number[] = [];
  let at = from;
  while (at < to) {
    const b = view.getUint8(at++);
    if (b <= 21) {
      dict.set(b === 12 ? 1200 + view.getUint8(at++) : b, operands);
      operands = [];
    } else if (b === 28) {
      operands.push(view.getInt16(at));
      at += 2;
    } else if (b === 29) {
      operands.push(view.getInt32(at));
      at += 4;
    } else if (b === 30) {
      while (at < to && (view.getUint8(at) & 15) !== 15 && view.getUint8(at) >> 4 !== 15) at++;
      at++;
      operands.push(0);
    } else if (b >= 32 && b <= 246) operands.push(b - 139);
    else if (b >= 247 && b <= 250) operands.push((b - 247) * 256 + view.getUint8(at++) + 108);
    else if (b >= 251 && b <= 254) operands.push(-(b - 251) * 256 - view.getUint8(at++) - 108);
  }
  return dict;
}
